package io.caresettle.protocol.link;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.envelope.Names;
import io.caresettle.protocol.session.TerminalHandshake;
import io.caresettle.protocol.wire.MessageType;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A terminal's way to its centre: one request, one {@link Reply}.
 *
 * <p>Opening a link connects nothing; the first call does, and later calls do again when the line
 * broke. It may be used by many threads.
 */
public final class Link implements AutoCloseable {

  /**
   * How often a call looks for a line: once, and again if the line broke between finding and using
   * it.
   */
  private static final int TRIES = 3;

  private static final Reply.NotSent INTERRUPTED_BEFORE =
      new Reply.NotSent(
          Reply.NotSent.Why.INTERRUPTED, "The calling thread was interrupted before sending");
  private static final Reply.NoAnswer INTERRUPTED_AFTER =
      new Reply.NoAnswer(
          Reply.NoAnswer.Why.INTERRUPTED, "The calling thread was interrupted after sending");
  private static final Reply.NotSent DEADLINE_BEFORE =
      new Reply.NotSent(
          Reply.NotSent.Why.DEADLINE, "The deadline passed before there was a session to send on");
  private static final Reply.NoAnswer DEADLINE_AFTER =
      new Reply.NoAnswer(Reply.NoAnswer.Why.DEADLINE, "The deadline passed without an answer");

  private final InetSocketAddress address;
  private final CertifiedKeys own;
  private final Trust trust;
  private final String centreId;
  private final LinkSettings settings;
  private final News news;
  private final SecureRandom random = new SecureRandom();
  private final EventLoopGroup loops = Frames.eventLoops("caresettle-lines", 1);
  private final ExecutorService completions = completions();
  private final Semaphore slots;

  private final Set<Line> lines = ConcurrentHashMap.newKeySet();

  // Guarded by this. No line's lock is taken while this one is held, nor this one while a line's
  // is.
  private @Nullable Line current;
  private boolean closed;

  private Link(
      InetSocketAddress address,
      CertifiedKeys own,
      Trust trust,
      String centreId,
      LinkSettings settings,
      LinkListener listener) {
    this.address = address;
    this.own = own;
    this.trust = trust;
    this.centreId = centreId;
    this.settings = settings;
    this.news = new News(listener, "caresettle-link-news");
    this.slots = new Semaphore(settings.maxInFlight());
  }

  /**
   * A link from the terminal {@code own}, acting for the institution of its certificates, to the
   * centre {@code centreId} that {@code trust} believes.
   *
   * @throws IllegalArgumentException if {@code address} is not loopback
   */
  public static Link open(
      InetSocketAddress address,
      CertifiedKeys own,
      Trust trust,
      String centreId,
      LinkSettings settings,
      LinkListener listener) {
    return new Link(
        Frames.requireLoopback(address),
        own,
        trust,
        Names.require("centre id", centreId, 1, Names.MAX_PARTY_ID),
        settings,
        listener);
  }

  /**
   * Sends one message and waits for its answer, at most as long as {@code deadline}.
   *
   * <p>An interrupt ends the wait and stays set. What the reply says of the message is true then as
   * well.
   *
   * @param messageId 1 to 64 printable ASCII characters; the answer is found by it
   */
  public Reply exchange(MessageType type, String messageId, byte[] payload, Duration deadline) {
    if (Thread.currentThread().isInterrupted()) {
      return INTERRUPTED_BEFORE;
    }
    Call call = begin(type, messageId, payload, deadline);
    try {
      return call.fate().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      call.giveUp(INTERRUPTED_BEFORE, INTERRUPTED_AFTER);
      return call.fate().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A call always ends with a reply", e);
    }
  }

  /**
   * The same without waiting. The stage completes on a thread of its own, never on one that serves
   * lines.
   */
  public CompletionStage<Reply> exchangeAsync(
      MessageType type, String messageId, byte[] payload, Duration deadline) {
    return begin(type, messageId, payload, deadline)
        .fate()
        .thenApplyAsync(Function.identity(), completions)
        .minimalCompletionStage();
  }

  /**
   * Ends the session because an answer on it brought a document that the centre did not sign. Other
   * calls in flight end with {@link Reply.NoAnswer}, too; the next call makes a new session.
   */
  public void distrust() {
    lines.forEach(Line::distrusted);
  }

  /**
   * Ends every call in flight with {@link Reply.NoAnswer} and every waiting one with {@link
   * Reply.NotSent}.
   */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    for (Line line : lines) {
      line.linkClosed("The link to " + centreId + " was closed");
    }
    Frames.shutDown(loops);
    completions.shutdown();
    news.close();
  }

  private Call begin(MessageType type, String messageId, byte[] payload, Duration deadline) {
    Names.require("message id", messageId, 1, Names.MAX_MESSAGE_ID);
    Call call = new Call(type, messageId, payload.clone());
    if (payload.length > EnvelopeHeader.MAX_PAYLOAD) {
      call.notSent(
          new Reply.NotSent(
              Reply.NotSent.Why.TOO_LARGE,
              "A payload of "
                  + payload.length
                  + " bytes is longer than "
                  + EnvelopeHeader.MAX_PAYLOAD));
    } else if (deadline.isNegative() || deadline.isZero()) {
      call.notSent(DEADLINE_BEFORE);
    } else if (!slots.tryAcquire()) {
      call.notSent(
          new Reply.NotSent(
              Reply.NotSent.Why.BUSY,
              settings.maxInFlight() + " calls are in flight already: wait for one of them"));
    } else {
      call.beforeOver(slots::release);
      if (startTimer(call, deadline)) {
        attempt(call, TRIES);
      }
    }
    return call;
  }

  private synchronized boolean startTimer(Call call, Duration deadline) {
    if (closed) {
      call.notSent(linkClosed());
      return false;
    }
    var timer =
        loops.next().schedule(() -> deadlinePassed(call), deadline.toNanos(), TimeUnit.NANOSECONDS);
    call.beforeOver(() -> timer.cancel(false));
    return true;
  }

  private void deadlinePassed(Call call) {
    // First the line: the caller's next message must not leave on one where nobody is.
    call.suspectLine();
    call.giveUp(DEADLINE_BEFORE, DEADLINE_AFTER);
  }

  private void attempt(Call call, int tries) {
    Line line = line();
    if (line == null) {
      call.notSent(linkClosed());
      return;
    }
    var unused =
        line.opened()
            .thenAccept(
                reason -> {
                  if (reason.isPresent()) {
                    call.notSent(reason.get());
                  } else if (!line.send(call)) {
                    retry(call, tries - 1);
                  }
                });
  }

  private void retry(Call call, int tries) {
    if (tries == 0) {
      call.notSent(
          new Reply.NotSent(
              Reply.NotSent.Why.UNREACHABLE,
              "The line to " + centreId + " broke " + TRIES + " times before it was used"));
    } else {
      attempt(call, tries);
    }
  }

  /** The line for a new call; null when the link is closed. */
  private synchronized @Nullable Line line() {
    if (closed) {
      return null;
    }
    if (current != null && current.takesCalls()) {
      return current;
    }
    Line line = connect();
    current = line;
    return line;
  }

  private Line connect() {
    FrameDecoder decoder = new FrameDecoder();
    Line line =
        new Line(
            new TerminalHandshake(own, trust, centreId, random, settings.clock()),
            decoder,
            settings,
            news);
    lines.add(line);
    var connecting =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                (int) Math.min(Integer.MAX_VALUE, Math.max(1, settings.connect().toMillis())))
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(decoder, line);
                  }
                })
            .connect(address);
    connecting.addListener(
        done -> {
          if (!done.isSuccess()) {
            line.unreachable("Nobody accepts lines at " + address + ": is the centre running?");
          }
        });
    connecting.channel().closeFuture().addListener(closing -> lines.remove(line));
    return line;
  }

  private Reply.NotSent linkClosed() {
    return new Reply.NotSent(
        Reply.NotSent.Why.LINK_CLOSED, "The link to " + centreId + " is closed");
  }

  private static ExecutorService completions() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        new DefaultThreadFactory("caresettle-link-reply", true),
        (task, pool) -> task.run());
  }
}
