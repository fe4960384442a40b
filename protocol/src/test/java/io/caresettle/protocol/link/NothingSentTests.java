package io.caresettle.protocol.link;

import static io.caresettle.protocol.link.Counter.CENTRE;
import static io.caresettle.protocol.link.Counter.PATIENCE;
import static io.caresettle.protocol.link.Counter.PHARMACY;
import static io.caresettle.protocol.link.Counter.RANDOM;
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

import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.wire.MessageType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Nothing is sent")
@Timeout(30)
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
  void toACentreThatHasOtherKeys() {
    AtomicInteger requests = new AtomicInteger();
    // It has the enrolled centre's id, and its handshake is without fault.
    PartyKeys impostor = PartyKeys.generate(CENTRE.identity().partyId(), RANDOM);
    try (LinkServer wrong =
            LinkServer.start(
                loopback(0),
                impostor,
                Counter::enrolled,
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
    // A response of the right form, with a point of the curve and a proof that is none.
    byte[] response = new byte[1 + 65 + 32];
    response[0] = 2;
    System.arraycopy(STRANGER.identity().encryption().key().encoded(), 0, response, 1, 65);
    try (Impostor impostor = new Impostor(framed(response));
        Link link = link(impostor.address(), TERMINAL, LinkListener.NONE)) {
      assertEquals(Reply.NotSent.Why.NOT_THE_CENTRE, notSent(settle(link, "M-1")));
      assertTrue(impostor.heard() <= 512, "bytes sent: " + impostor.heard());
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
                CENTRE.identity(),
                PHARMACY,
                LinkSettings.standard().withHandshake(Duration.ofMillis(100)),
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
  void forAnInstitutionThatTheTerminalDoesNotBelongTo() {
    try (LinkServer centre = echo();
        Link link =
            Link.open(
                centre.address(),
                TERMINAL,
                CENTRE.identity(),
                "P00000000002",
                LinkSettings.standard(),
                LinkListener.NONE)) {
      assertEquals(Reply.NotSent.Why.HANDSHAKE_BROKEN, notSent(settle(link, "M-1")));
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
                elsewhere, CENTRE, Counter::enrolled, (t, m, i, r) -> ServerAnswer.silence()));
  }

  private static byte[] framed(byte[] frame) {
    byte[] bytes = new byte[4 + frame.length];
    bytes[3] = (byte) frame.length;
    System.arraycopy(frame, 0, bytes, 4, frame.length);
    return bytes;
  }

  private static Reply.NotSent.Why notSent(Reply reply) {
    return assertInstanceOf(Reply.NotSent.class, reply).why();
  }
}
