package io.caresettle.protocol.link;

import static io.caresettle.protocol.link.Counter.CENTRE;
import static io.caresettle.protocol.link.Counter.PATIENCE;
import static io.caresettle.protocol.link.Counter.TERMINAL;
import static io.caresettle.protocol.link.Counter.TRUST;
import static io.caresettle.protocol.link.Counter.bytes;
import static io.caresettle.protocol.link.Counter.echo;
import static io.caresettle.protocol.link.Counter.loopback;
import static io.caresettle.protocol.link.Counter.settle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TestAuthority;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.wire.MessageType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Before anything is written down")
@Timeout(180)
class ReservationTests {

  private static Link link(InetSocketAddress address, LinkSettings settings) {
    return link(List.of(address), settings, LinkListener.NONE);
  }

  private static Link link(
      List<InetSocketAddress> addresses, LinkSettings settings, LinkListener listener) {
    return Link.open(addresses, TERMINAL, TRUST, "CENTRE-TEST", settings, listener);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Reply.NotSent.Why refused(Reservation reservation) {
    return assertInstanceOf(Reservation.Refused.class, reservation).reason().why();
  }

  private static Reply.NotSent.Why notSent(Reply reply) {
    return assertInstanceOf(Reply.NotSent.class, reply).why();
  }

  @Test
  void aPlaceIsTakenAndAMessageLeavesOnIt() {
    try (LinkServer centre = echo();
        Link link = link(centre.address(), LinkSettings.standard());
        Reservation reserved = link.reserve(PATIENCE)) {
      var place = assertInstanceOf(Reservation.Place.class, reserved);
      assertInstanceOf(
          Reply.Answered.class, place.exchange(MessageType.SETTLE, "M-1", bytes("x"), PATIENCE));
      assertThrows(
          IllegalStateException.class,
          () -> place.exchange(MessageType.SETTLE, "M-2", bytes("x"), PATIENCE));
    }
  }

  @Test
  void aFullLinkSaysSoAndAPlaceThatWasNotUsedComesBack() {
    try (LinkServer centre = echo();
        Link link = link(centre.address(), LinkSettings.standard().withMaxInFlight(1))) {
      try (Reservation first = link.reserve(PATIENCE)) {
        assertInstanceOf(Reservation.Place.class, first);
        assertEquals(Reply.NotSent.Why.BUSY, refused(link.reserve(PATIENCE)));
        assertEquals(Reply.NotSent.Why.BUSY, notSent(settle(link, "M-1")));
      }
      assertInstanceOf(Reply.Answered.class, settle(link, "M-1"));
    }
  }

  @Test
  void aPlaceComesBackHoweverItsExchangeEnds() {
    try (LinkServer centre = echo();
        Link link = link(centre.address(), LinkSettings.standard().withMaxInFlight(1))) {
      byte[] tooLarge = new byte[EnvelopeHeader.MAX_PAYLOAD + 1];
      for (byte[] payload : List.of(bytes("x"), tooLarge, bytes("y"))) {
        var place = assertInstanceOf(Reservation.Place.class, link.reserve(PATIENCE));
        var unused = place.exchange(MessageType.SETTLE, "M-1", payload, PATIENCE);
      }
      assertInstanceOf(Reply.Answered.class, settle(link, "M-2"));
    }
  }

  @Test
  void aDeadlineLongerThanTimeItselfKeepsNoPlace() {
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    try (LinkServer centre = echo();
        Link link =
            link(
                centre.address(),
                new LinkSettings(
                    forever,
                    forever,
                    1,
                    16 << 20,
                    forever,
                    new Pulse(forever.minusDays(1), forever),
                    new Backoff(forever, forever),
                    new SessionLimit(100, forever).twice(),
                    Optional.empty(),
                    Counter.RANDOM,
                    InstantSource.system()))) {
      for (int call = 0; call < 3; call++) {
        assertInstanceOf(
            Reply.Answered.class,
            link.exchange(MessageType.SETTLE, "M-" + call, bytes("x"), forever));
        link.reserve(forever).close();
      }
    }
  }

  @Test
  void aMessageOfNoKindIsRefusedAndKeepsNoPlace() {
    try (LinkServer centre = echo();
        Link link = link(centre.address(), LinkSettings.standard().withMaxInFlight(1))) {
      for (MessageType none :
          List.of(
              MessageType.UNRECOGNIZED,
              MessageType.MESSAGE_TYPE_UNSPECIFIED,
              MessageType.HEARTBEAT)) {
        assertThrows(
            IllegalArgumentException.class, () -> link.exchange(none, "M-1", bytes("x"), PATIENCE));
      }
      assertInstanceOf(Reply.Answered.class, settle(link, "M-1"));
    }
  }

  @Test
  void asManyBytesAreInFlightAsMayAndNotOneMore() throws Exception {
    CompletableFuture<ServerAnswer> answer = new CompletableFuture<>();
    CountDownLatch arrived = new CountDownLatch(1);
    byte[] largest = new byte[EnvelopeHeader.MAX_PAYLOAD];
    try (LinkServer centre =
            Counter.centre(
                (terminal, type, id, request) -> {
                  arrived.countDown();
                  return ServerAnswer.later(answer);
                });
        Link link =
            link(
                centre.address(),
                LinkSettings.standard().withMaxInFlightBytes(EnvelopeHeader.MAX_PAYLOAD))) {
      var first = link.exchangeAsync(MessageType.TRIAL, "M-1", largest, PATIENCE);
      assertTrue(arrived.await(40, TimeUnit.SECONDS));
      assertEquals(Reply.NotSent.Why.BUSY, notSent(settle(link, "M-2")));
      assertEquals(Reply.NotSent.Why.BUSY, refused(link.reserve(PATIENCE)));
      answer.complete(ServerAnswer.answer(MessageType.TRIAL_ANSWER, bytes("y")));
      assertInstanceOf(Reply.Answered.class, first.toCompletableFuture().get());
    }
  }

  @Test
  void nobodyThereIsKnown() throws IOException {
    try (Link link = link(loopback(freePort()), LinkSettings.standard())) {
      assertEquals(Reply.NotSent.Why.UNREACHABLE, refused(link.reserve(PATIENCE)));
    }
  }

  @Test
  void anotherCentreIsKnown() {
    CertifiedKeys impostor =
        new TestAuthority(TrustProfile.TEST).certified(Subject.centre("CENTRE-TEST"));
    try (LinkServer wrong =
            LinkServer.start(
                loopback(0),
                impostor,
                TRUST,
                (terminal, type, id, request) -> ServerAnswer.silence());
        Link link = link(wrong.address(), LinkSettings.standard())) {
      assertEquals(Reply.NotSent.Why.NOT_THE_CENTRE, refused(link.reserve(PATIENCE)));
    }
  }

  @Test
  void oneWhoSaysNothingIsKnownWhenTheDeadlinePasses() throws IOException {
    try (Impostor impostor = new Impostor(new byte[0]);
        Link link = link(impostor.address(), LinkSettings.standard())) {
      assertEquals(Reply.NotSent.Why.DEADLINE, refused(link.reserve(Duration.ofMillis(100))));
    }
  }

  @Test
  void aLinkThatIsClosedIsKnown() {
    try (LinkServer centre = echo()) {
      Link link = link(centre.address(), LinkSettings.standard());
      link.close();
      assertEquals(Reply.NotSent.Why.LINK_CLOSED, refused(link.reserve(PATIENCE)));
    }
  }

  @Test
  void theNextAddressIsTriedAndTheListenerHearsOfIt() throws Exception {
    Counter.Heard heard = new Counter.Heard();
    InetSocketAddress dead = loopback(freePort());
    try (Impostor impostor = new Impostor(bytes("?????????"));
        LinkServer centre = echo();
        Link link =
            link(
                List.of(dead, impostor.address(), centre.address()),
                LinkSettings.standard(),
                heard)) {
      assertInstanceOf(Reply.Answered.class, settle(link, "M-1"));
      assertEquals("failed UNREACHABLE", heard.await("failed"));
      assertEquals("failed NOT_THE_CENTRE", heard.await("failed"));
      heard.await("session");
      centre.cutLines();
      heard.await("line closed");
      // By itself, and at once where it was good.
      assertEquals("session with CENTRE-TEST", heard.await("session"));
      assertInstanceOf(Reply.Answered.class, settle(link, "M-2"));
    }
  }

  @Test
  void aFullCentreSlowsItsTerminalDownAndLosesNothing() throws Exception {
    AtomicInteger waiting = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int calls = 500;
    Counter.Heard heard = new Counter.Heard();
    try (LinkServer centre =
            LinkServer.start(
                loopback(0),
                CENTRE,
                TRUST,
                (terminal, type, id, request) -> {
                  most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
                  return ServerAnswer.later(
                      CompletableFuture.supplyAsync(
                          () -> {
                            waiting.decrementAndGet();
                            return ServerAnswer.answer(type, request.bytes());
                          }));
                },
                LinkServerSettings.standard().withMaxInFlight(3),
                LinkListener.NONE);
        Link link =
            link(
                List.of(centre.address()), LinkSettings.standard().withMaxInFlight(calls), heard)) {
      var replies =
          IntStream.range(0, calls)
              .mapToObj(
                  call ->
                      link.exchangeAsync(MessageType.QUERY, "Q-" + call, new byte[900], PATIENCE))
              .toList();
      for (var reply : replies) {
        assertInstanceOf(Reply.Answered.class, reply.toCompletableFuture().get());
      }
    }
    assertTrue(most.get() <= 3, "at once: " + most.get());
    heard.await("session");
    assertEquals("line closed", heard.await("line"));
  }

  @Test
  void aWornOutSessionIsReplacedWithoutACallNoticing() throws Exception {
    Counter.Heard heard = new Counter.Heard();
    try (LinkServer centre = echo();
        Link link =
            link(
                List.of(centre.address()),
                LinkSettings.standard().withSession(new SessionLimit(10, Duration.ofHours(1))),
                heard)) {
      for (int call = 0; call < 100; call++) {
        assertInstanceOf(Reply.Answered.class, settle(link, "M-" + call));
      }
      for (int session = 0; session < 5; session++) {
        heard.await("session");
      }
    }
  }
}
