package io.caresettle.protocol.link;

import static io.caresettle.protocol.link.Counter.CENTRE;
import static io.caresettle.protocol.link.Counter.PATIENCE;
import static io.caresettle.protocol.link.Counter.STRANGER;
import static io.caresettle.protocol.link.Counter.TERMINAL;
import static io.caresettle.protocol.link.Counter.bytes;
import static io.caresettle.protocol.link.Counter.echo;
import static io.caresettle.protocol.link.Counter.link;
import static io.caresettle.protocol.link.Counter.loopback;
import static io.caresettle.protocol.link.Counter.settle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.TestAuthority;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.session.TerminalHandshake;
import io.caresettle.protocol.wire.MessageType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Nothing is sent")
@Timeout(180)
class NothingSentTests {

  @Test
  void whenNobodyIsThere() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    try (Link link = link(loopback(free), TERMINAL, LinkListener.NONE)) {
      assertEquals(Reply.NotSent.Why.UNREACHABLE, notSent(settle(link, "M-1")));
      assertEquals(Reply.NotSent.Why.UNREACHABLE, notSent(settle(link, "M-1")));
    }
  }

  @Test
  void withKeysThatAreNoTerminals() {
    assertThrows(KeyRejected.class, () -> link(loopback(1), CENTRE, LinkListener.NONE).close());
  }

  @Test
  void toACentreThatHasOtherKeys() {
    AtomicInteger requests = new AtomicInteger();
    // It has the centre's id, and its handshake is without fault.
    CertifiedKeys impostor =
        new TestAuthority(TrustProfile.TEST).certified(CENTRE.certificates().subject());
    try (LinkServer wrong =
            LinkServer.start(
                loopback(0),
                impostor,
                Counter.TRUST,
                (terminal, type, id, request) -> {
                  requests.incrementAndGet();
                  return ServerAnswer.silence();
                });
        Link link = link(wrong)) {
      assertEquals(Reply.NotSent.Why.NOT_THE_CENTRE, notSent(settle(link, "M-1")));
      assertEquals(0, requests.get());
    }
  }

  @Test
  void toAnImpostorWhoAnswersTheHandshake() throws Exception {
    // A response of the right form, with a point of the curve, the centre's certificates, which
    // everybody can have, and a proof that is none.
    byte[] certificates = CENTRE.certificates().encoded();
    byte[] response = new byte[1 + 65 + 32 + certificates.length];
    response[0] = 2;
    byte[] point = STRANGER.certificates().encryption().publicKey().encoded();
    System.arraycopy(point, 0, response, 1, point.length);
    System.arraycopy(certificates, 0, response, 1 + 65 + 32, certificates.length);
    try (Impostor impostor = new Impostor(framed(response));
        Link link = link(impostor.address(), TERMINAL, LinkListener.NONE)) {
      assertEquals(Reply.NotSent.Why.NOT_THE_CENTRE, notSent(settle(link, "M-1")));
      assertTrue(
          impostor.heard() <= 4 + TerminalHandshake.MAX_FRAME, "bytes sent: " + impostor.heard());
    }
  }

  @Test
  void toSomebodyWhoAnnouncesTwoGigabytes() throws Exception {
    try (Impostor impostor = new Impostor(new byte[] {0x7f, -1, -1, -1, 1, 2, 3});
        Link link = link(impostor.address(), TERMINAL, LinkListener.NONE)) {
      assertEquals(Reply.NotSent.Why.NOT_THE_CENTRE, notSent(settle(link, "M-1")));
    }
  }

  @Test
  void toSomebodyWhoSaysNothing() throws Exception {
    try (Impostor impostor = new Impostor(new byte[0]);
        Link link =
            Link.open(
                impostor.address(),
                TERMINAL,
                Counter.TRUST,
                "CENTRE-TEST",
                LinkSettings.standard().withHandshake(Duration.ofSeconds(1)),
                LinkListener.NONE)) {
      assertEquals(Reply.NotSent.Why.HANDSHAKE_BROKEN, notSent(settle(link, "M-1")));
    }
  }

  @Test
  void whenTheDeadlinePassesBeforeThereIsASession() throws Exception {
    try (Impostor impostor = new Impostor(new byte[0]);
        Link link = link(impostor.address(), TERMINAL, LinkListener.NONE)) {
      assertEquals(
          Reply.NotSent.Why.DEADLINE,
          notSent(link.exchange(MessageType.SETTLE, "M-1", bytes("x"), Duration.ofMillis(100))));
    }
  }

  @Test
  void byATerminalThatTheCentreDoesNotKnow() {
    try (LinkServer centre = echo();
        Link link = link(centre.address(), STRANGER, LinkListener.NONE)) {
      assertEquals(Reply.NotSent.Why.HANDSHAKE_BROKEN, notSent(settle(link, "M-1")));
    }
  }

  @Test
  void toACentreWhoseCertificateHasExpiredOrNotBegunByThisClock() {
    for (Duration off : List.of(Duration.ofDays(-4000), Duration.ofDays(4000))) {
      try (LinkServer centre = echo();
          Link link =
              Link.open(
                  centre.address(),
                  TERMINAL,
                  Counter.TRUST,
                  "CENTRE-TEST",
                  LinkSettings.standard().withClock(() -> Instant.now().plus(off)),
                  LinkListener.NONE)) {
        Reply.NotSent reply = assertInstanceOf(Reply.NotSent.class, settle(link, "M-1"));
        assertEquals(Reply.NotSent.Why.CERTIFICATE_REFUSED, reply.why());
        assertTrue(reply.text().contains("this clock, which may be wrong"), reply.text());
      }
    }
  }

  @Test
  void toACentreOfANewerVersionAndTheTextSaysWhich() throws Exception {
    try (Impostor newer = new Impostor(framed(new byte[] {0, 2, 3}));
        Link link = link(newer.address(), TERMINAL, LinkListener.NONE)) {
      Reply.NotSent reply = assertInstanceOf(Reply.NotSent.class, settle(link, "M-1"));
      assertEquals(Reply.NotSent.Why.OTHER_VERSION, reply.why());
      assertTrue(reply.text().contains("versions 2 to 3"), reply.text());
    }
  }

  @Test
  void toWhoPretendsThatThisVeryVersionIsNotSpoken() throws Exception {
    try (Impostor liar = new Impostor(framed(new byte[] {0, 1, 1}));
        Link link = link(liar.address(), TERMINAL, LinkListener.NONE)) {
      assertEquals(Reply.NotSent.Why.NOT_THE_CENTRE, notSent(settle(link, "M-1")));
    }
  }

  @Test
  void byAThreadThatIsInterruptedAlready() {
    try (LinkServer centre = echo();
        Link link = link(centre)) {
      // With a session at hand it would leave at once.
      assertInstanceOf(Reply.Answered.class, settle(link, "M-0"));
      Thread.currentThread().interrupt();
      Reply reply = settle(link, "M-1");
      // Reads and clears, for the sake of the next test on this thread.
      assertTrue(Thread.interrupted());
      assertEquals(Reply.NotSent.Why.INTERRUPTED, notSent(reply));
    }
  }

  @Test
  void afterTheLinkWasClosedNorWhatWaitedForASession() throws Exception {
    Link link;
    CompletionStage<Reply> waiting;
    try (Impostor impostor = new Impostor(new byte[0])) {
      try (Link open = link(impostor.address(), TERMINAL, LinkListener.NONE)) {
        link = open;
        waiting = open.exchangeAsync(MessageType.SETTLE, "M-1", bytes("x"), PATIENCE);
        impostor.awaitHello();
      }
      assertEquals(Reply.NotSent.Why.LINK_CLOSED, notSent(waiting.toCompletableFuture().get()));
      assertEquals(Reply.NotSent.Why.LINK_CLOSED, notSent(settle(link, "M-2")));
      var stage = link.exchangeAsync(MessageType.SETTLE, "M-3", bytes("x"), PATIENCE);
      assertEquals(Reply.NotSent.Why.LINK_CLOSED, notSent(stage.toCompletableFuture().get()));
    }
  }

  @Test
  void byACentreWithoutTlsOverAnythingButLoopback() {
    InetSocketAddress elsewhere = new InetSocketAddress("192.0.2.1", 9);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            LinkServer.start(
                elsewhere, CENTRE, Counter.TRUST, (t, m, i, r) -> ServerAnswer.silence()));
  }

  private static byte[] framed(byte[] frame) {
    byte[] bytes = new byte[4 + frame.length];
    ByteBuffer.wrap(bytes).putInt(frame.length);
    System.arraycopy(frame, 0, bytes, 4, frame.length);
    return bytes;
  }

  private static Reply.NotSent.Why notSent(Reply reply) {
    return assertInstanceOf(Reply.NotSent.class, reply).why();
  }
}
