package io.caresettle.protocol.link;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one good line to the centre, and finds another when it breaks.
 *
 * <p>However many calls wait, one attempt is made at a time: it goes through the addresses once,
 * beginning with the last good one. When all have failed, those who wait are told why, and the next
 * attempt begins after a pause, whoever asks. Once there has been a session, attempts go on by
 * themselves.
 *
 * <p>Its state is of one event loop alone, but for what is volatile or concurrent.
 */
final class Dialler implements Line.Keeper {

  /** Makes one attempt at one address. */
  @FunctionalInterface
  interface Dial {

    /**
     * Begins. The future completes on the event loop and within the bounds of the settings; whoever
     * cancels it ends the attempt.
     *
     * @param keeper to whom the line belongs that comes of it
     */
    CompletableFuture<Dialled> dial(InetSocketAddress address, Line.Keeper keeper);
  }

  /** Somebody who needs a line. Told once, on the event loop. */
  interface Waiter {
    void found(Line line);

    void failed(Reply.NotSent reason);
  }

  private final EventExecutor loop;
  private final List<InetSocketAddress> addresses;
  private final Dial dial;
  private final LinkSettings settings;
  private final News news;
  private final Reply.NotSent linkClosed;

  private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Line current;
  private volatile Reply.@Nullable NotSent lastFailure;

  private @Nullable CompletableFuture<Dialled> dialling;
  private @Nullable Future<?> pausing;
  private int good;
  private int failures;
  private long notBefore;
  private boolean everOpened;
  private boolean closed;

  /**
   * @param dial makes one attempt at one address; its future completes on {@code loop}
   * @param centre the centre's party id, for those who ask why there is no line
   */
  Dialler(
      EventExecutor loop,
      List<InetSocketAddress> addresses,
      Dial dial,
      LinkSettings settings,
      News news,
      String centre) {
    this.loop = loop;
    this.addresses = List.copyOf(addresses);
    this.dial = dial;
    this.settings = settings;
    this.news = news;
    this.linkClosed = Endings.linkClosed(centre);
    this.notBefore = loop.ticker().nanoTime();
  }

  /** The line that takes calls at this instant, if there is one. */
  Optional<Line> line() {
    return Optional.ofNullable(current).filter(Line::takesCalls);
  }

  /** Every line that is not closed yet. */
  Set<Line> lines() {
    return lines;
  }

  /** Why the last attempt failed; empty while there is a line. */
  Optional<Reply.NotSent> lastFailure() {
    // A line that is due still serves, whatever became of the search for its successor.
    return line().isPresent() ? Optional.empty() : Optional.ofNullable(lastFailure);
  }

  /** Finds a line for {@code waiter}, now or when the next attempt is over. */
  void find(Waiter waiter) {
    waiting.add(waiter);
    if (!onLoop(this::serve) && waiting.remove(waiter)) {
      waiter.failed(linkClosed);
    }
  }

  /** {@code waiter} has stopped waiting. */
  void forget(Waiter waiter) {
    waiting.remove(waiter);
  }

  /**
   * Ends the search for lines, and those that are open, before it returns: the loop may be shut
   * down then, which cuts whatever line it still has, and a line that was cut does not know why.
   */
  void close() {
    if (loop.inEventLoop()) {
      end();
      return;
    }
    try {
      loop.submit(this::end).awaitUninterruptibly(2, TimeUnit.SECONDS);
    } catch (RejectedExecutionException e) {
      // The loop has ended because the link was closed before.
    }
  }

  private void end() {
    closed = true;
    current = null;
    if (pausing != null) {
      pausing.cancel(false);
    }
    if (dialling != null) {
      dialling.cancel(false);
    }
    refuseAll(linkClosed);
    lines.forEach(line -> line.linkClosed(linkClosed.text()));
  }

  private void serve() {
    Optional<Line> line = line();
    if (closed) {
      refuseAll(linkClosed);
    } else if (line.isPresent()) {
      tellAll(waiter -> waiter.found(line.get()));
    } else if (!waiting.isEmpty()) {
      attemptSoon();
    }
  }

  private void refuseAll(Reply.NotSent reason) {
    tellAll(waiter -> waiter.failed(reason));
  }

  private void tellAll(Consumer<Waiter> word) {
    for (Waiter waiter : List.copyOf(waiting)) {
      if (waiting.remove(waiter)) {
        word.accept(waiter);
      }
    }
  }

  /** Begins an attempt as soon as the last failure allows, unless one is under way. */
  private void attemptSoon() {
    if (closed || dialling != null || pausing != null) {
      return;
    }
    long pause = notBefore - loop.ticker().nanoTime();
    if (pause > 0) {
      pausing = loop.schedule(this::begin, pause, TimeUnit.NANOSECONDS);
      news.tell(listener -> listener.reconnecting(Duration.ofNanos(pause)));
    } else {
      begin();
    }
  }

  private void begin() {
    pausing = null;
    attempt(0, new ArrayList<>());
  }

  private void attempt(int tried, List<Reply.NotSent> reasons) {
    int index = (good + tried) % addresses.size();
    InetSocketAddress address = addresses.get(index);
    long began = System.nanoTime();
    CompletableFuture<Dialled> attempt = dial.dial(address, this);
    dialling = attempt;
    var unused =
        attempt.thenAccept(
            dialled -> {
              dialling = null;
              if (dialled instanceof Dialled.Opened opened) {
                good = index;
                opened(opened.line(), address, Duration.ofNanos(System.nanoTime() - began));
              } else if (dialled instanceof Dialled.Failed failed) {
                news.tell(listener -> listener.addressFailed(address, failed.reason()));
                reasons.add(failed.reason());
                if (tried + 1 < addresses.size()) {
                  attempt(tried + 1, reasons);
                } else {
                  allFailed(Dialler.gravest(reasons));
                }
              }
            });
  }

  private void opened(Line line, InetSocketAddress address, Duration took) {
    Line former = current;
    lines.add(line);
    everOpened = true;
    lastFailure = null;
    current = line;
    news.tell(
        listener -> {
          listener.addressReached(address);
          listener.sessionOpened(line.sessionId(), line.peerId(), took);
        });
    if (former != null) {
      former.retire();
    }
    serve();
  }

  private void allFailed(Reply.NotSent reason) {
    lastFailure = reason;
    pauseAfter(failures++);
    refuseAll(reason);
    Line line = current;
    if (everOpened && (line == null || line.isDue())) {
      attemptSoon();
    }
  }

  private void pauseAfter(int failedBefore) {
    Duration pause = settings.backoff().pause(failedBefore, settings.random());
    notBefore = loop.ticker().nanoTime() + pause.toNanos();
  }

  /** What to tell of several addresses: rather whose turn it is than that nobody answered. */
  private static Reply.NotSent gravest(List<Reply.NotSent> reasons) {
    Reply.NotSent gravest = reasons.get(0);
    for (Reply.NotSent reason : reasons) {
      if (gravity(reason) > gravity(gravest)) {
        gravest = reason;
      }
    }
    return gravest;
  }

  private static int gravity(Reply.NotSent reason) {
    return switch (reason.why()) {
      case NOT_THE_CENTRE -> 5;
      case CERTIFICATE_REFUSED -> 4;
      case OTHER_VERSION -> 3;
      case TLS -> 2;
      case HANDSHAKE_BROKEN -> 1;
      default -> 0;
    };
  }

  @Override
  public void due(Line line) {
    var unused =
        onLoop(
            () -> {
              if (line == current) {
                attemptSoon();
              }
            });
  }

  @Override
  public void left(Line line) {
    var unused =
        onLoop(
            () -> {
              if (line != current) {
                return;
              }
              current = null;
              // A centre that takes lines only to drop them is as good as one that takes none.
              failures = line.wasOfUse() ? 0 : failures;
              pauseAfter(failures++);
              attemptSoon();
            });
  }

  @Override
  public void ended(Line line) {
    lines.remove(line);
  }

  private boolean onLoop(Runnable task) {
    try {
      loop.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      // The loop has ended because the link was closed.
      return false;
    }
  }
}
