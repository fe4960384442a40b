package io.caresettle.protocol.link;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.envelope.Names;
import io.caresettle.protocol.session.TerminalHandshake;
import io.caresettle.protocol.wire.MessageType;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A terminal's way to its centre: one request, one {@link Reply}.
 *
 * <p>Opening a link connects nothing; the first call does. When the line breaks after that, the
 * link connects again by itself. It may be used by many threads.
 */
public final class Link implements AutoCloseable {

  private final EventLoopGroup loops = Frames.eventLoops("caresettle-lines", 1);
  private final ExecutorService helpers = helpers();
  private final News news;
  private final Dialler dialler;
  private final Exchanges exchanges;

  private Link(
      List<InetSocketAddress> addresses,
      Supplier<TerminalHandshake> handshakes,
      String centre,
      LinkSettings settings,
      LinkListener listener) {
    EventLoop loop = loops.next();
    this.news = new News(listener, "caresettle-link-news");
    Connector connector =
        new Connector(loop, helpers, handshakes, settings, news, InetAddress::getAllByName);
    this.dialler = new Dialler(loop, addresses, connector, settings, news, centre);
    this.exchanges = new Exchanges(loop, dialler, settings, centre);
  }

  /** A link to a centre that has one address. */
  public static Link open(
      InetSocketAddress address,
      CertifiedKeys own,
      Trust trust,
      String centreId,
      LinkSettings settings,
      LinkListener listener) {
    return open(List.of(address), own, trust, centreId, settings, listener);
  }

  /**
   * A link from the terminal {@code own}, acting for the institution of its certificates, to the
   * centre {@code centreId} that {@code trust} believes.
   *
   * <p>TLS lies beneath it wherever an address is not loopback, or the settings have a context for
   * it.
   *
   * @param addresses where the centre is found, the best first. The last good one is kept to; one
   *     without a session is left for the next. A name that is not resolved yet is looked up each
   *     time, and counts as another machine; where it leads to several, the first that accepts a
   *     line is taken.
   * @throws IllegalArgumentException if there is no address
   * @throws io.caresettle.protocol.KeyRejected if {@code own} is not a terminal's
   * @throws IllegalStateException if TLS is needed and this Java has none
   */
  public static Link open(
      List<InetSocketAddress> addresses,
      CertifiedKeys own,
      Trust trust,
      String centreId,
      LinkSettings settings,
      LinkListener listener) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("A centre needs at least one address");
    }
    addresses.forEach(address -> Tls.context(address, settings.tls()));
    Names.require("centre id", centreId, 1, Names.MAX_PARTY_ID);
    SecureRandom random = new SecureRandom();
    Supplier<TerminalHandshake> handshakes =
        () -> new TerminalHandshake(own, trust, centreId, random, settings.clock());
    // Keys that can never be used are refused here, not with each call.
    var unused = handshakes.get();
    return new Link(addresses, handshakes, centreId, settings, listener);
  }

  /**
   * Sends one message and waits for its answer, at most as long as {@code deadline}.
   *
   * <p>An interrupt ends the wait and stays set. What the reply says of the message is true then as
   * well.
   *
   * @param messageId 1 to 64 printable ASCII characters; the answer is found by it
   * @param deadline a year at most; what is longer is a year
   * @throws IllegalArgumentException if the id is not so, or {@code type} is {@link
   *     MessageType#UNRECOGNIZED}, no kind at all, or a heartbeat
   */
  public Reply exchange(MessageType type, String messageId, byte[] payload, Duration deadline) {
    return exchange(Optional.empty(), type, messageId, payload, deadline);
  }

  /**
   * The same without waiting. The stage completes on a thread of its own, never on one that serves
   * lines.
   */
  public CompletionStage<Reply> exchangeAsync(
      MessageType type, String messageId, byte[] payload, Duration deadline) {
    return exchangeAsync(Optional.empty(), type, messageId, payload, deadline);
  }

  /**
   * Takes a place in flight, and waits at most as long as {@code deadline} for an open session.
   * Whatever keeps a message from leaving is known so before anything is written down for it.
   *
   * <p>The place has room for 64 KiB; a longer message takes what it needs when it is sent, if
   * there is room. An interrupt ends the wait and stays set.
   */
  public Reservation reserve(Duration deadline) {
    return Thread.currentThread().isInterrupted()
        ? new Reservation.Refused(Endings.INTERRUPTED_BEFORE)
        : exchanges.reserve(this, deadline);
  }

  Reply exchange(
      Optional<Places.Place> reserved,
      MessageType type,
      String messageId,
      byte[] payload,
      Duration deadline) {
    if (Thread.currentThread().isInterrupted()) {
      reserved.ifPresent(Places.Place::giveBack);
      return Endings.INTERRUPTED_BEFORE;
    }
    Call call = exchanges.begin(reserved, type, messageId, payload, deadline);
    try {
      return call.fate().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      call.giveUp(Endings.INTERRUPTED_BEFORE, Endings.INTERRUPTED_AFTER);
      return call.fate().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A call always ends with a reply", e);
    }
  }

  CompletionStage<Reply> exchangeAsync(
      Optional<Places.Place> reserved,
      MessageType type,
      String messageId,
      byte[] payload,
      Duration deadline) {
    return exchanges
        .begin(reserved, type, messageId, payload, deadline)
        .fate()
        .thenApplyAsync(Function.identity(), helpers)
        .minimalCompletionStage();
  }

  /**
   * Ends the session because an answer on it brought a document that the centre did not sign. Other
   * calls in flight end with {@link Reply.NoAnswer}, too; the next call makes a new session.
   */
  public void distrust() {
    dialler.lines().forEach(Line::distrusted);
  }

  /**
   * Ends every call in flight with {@link Reply.NoAnswer} and every waiting one with {@link
   * Reply.NotSent}, and connects no more.
   */
  @Override
  public void close() {
    dialler.close();
    Frames.shutDown(loops);
    helpers.shutdown();
    news.close();
  }

  /**
   * Threads for callers' stages, names and certificates: nothing that may wait is done on a line's.
   */
  private static ExecutorService helpers() {
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
