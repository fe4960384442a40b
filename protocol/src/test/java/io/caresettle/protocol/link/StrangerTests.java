package io.caresettle.protocol.link;

import static io.caresettle.protocol.link.Counter.CENTRE;
import static io.caresettle.protocol.link.Counter.RANDOM;
import static io.caresettle.protocol.link.Counter.TERMINAL;
import static io.caresettle.protocol.link.Counter.bytes;
import static io.caresettle.protocol.link.Counter.loopback;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.session.Session;
import io.caresettle.protocol.session.TerminalHandshake;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A centre hangs up, and acts on nothing,")
@Timeout(180)
class StrangerTests {

  private final List<String> handled = new CopyOnWriteArrayList<>();
  // Patient enough that whoever is hung up on was not merely too slow.
  private final LinkServer centre = centre(Duration.ofSeconds(60));

  private LinkServer centre(Duration handshake) {
    return LinkServer.start(
        loopback(0),
        CENTRE,
        Counter.TRUST,
        (terminal, type, id, request) -> {
          handled.add(id);
          return ServerAnswer.answer(type, request.bytes());
        },
        LinkServerSettings.standard().withHandshake(handshake),
        LinkListener.NONE);
  }

  @AfterEach
  void close() {
    centre.close();
  }

  @Test
  void onWhoAnnouncesTwoGigabytesOrMoreThanAStrangerMay() throws IOException {
    for (int announced :
        new int[] {Integer.MAX_VALUE, -1, 0, TerminalHandshake.MAX_FRAME + 1, 1 << 20}) {
      try (Caller caller = new Caller()) {
        caller.out.writeInt(announced);
        caller.out.flush();
        caller.isHungUpOn();
      }
    }
  }

  @Test
  void onWhoSaysNothingInTimeOrTooSlowly() throws IOException {
    try (LinkServer impatient = centre(Duration.ofMillis(200));
        Caller silent = new Caller(impatient);
        Caller slow = new Caller(impatient)) {
      slow.out.writeInt(300);
      slow.out.write(1);
      slow.out.flush();
      silent.isHungUpOn();
      slow.isHungUpOn();
    }
  }

  @Test
  void onWhoSendsAnEnvelopeBeforeAHandshake() throws IOException {
    try (Caller caller = new Caller()) {
      caller.send(new byte[] {4, 1, 1, 1});
      caller.isHungUpOn();
    }
  }

  @Test
  void onWhoSpeaksANewerVersionAndSaysWhichItSpeaks() throws IOException {
    try (Caller caller = new Caller()) {
      byte[] hello =
          new TerminalHandshake(
                  TERMINAL, Counter.TRUST, "CENTRE-TEST", RANDOM, InstantSource.system())
              .hello();
      hello[1] = 2;
      caller.send(hello);
      assertArrayEquals(new byte[] {0, 1, 1}, caller.receive());
      caller.isHungUpOn();
    }
  }

  @Test
  void onWhoRepeatsAMessage() throws IOException {
    try (Caller caller = new Caller()) {
      Session session = caller.shakeHands();
      byte[] frame = session.seal(9, "M-1", "", 0, bytes("x"));
      caller.send(frame);
      assertArrayEquals(bytes("x"), session.open(caller.receive()).payload().bytes());
      caller.send(frame);
      caller.isHungUpOn();
    }
    assertEquals(List.of("M-1"), handled);
  }

  @Test
  void onWhoLeavesOutAMessageOrSendsTheSecondFirst() throws IOException {
    try (Caller caller = new Caller()) {
      Session session = caller.shakeHands();
      byte[] first = session.seal(9, "M-1", "", 0, bytes("x"));
      byte[] second = session.seal(9, "M-2", "", 0, bytes("x"));
      caller.send(second);
      caller.send(first);
      caller.isHungUpOn();
    }
    assertEquals(List.of(), handled);
  }

  @Test
  void onWhoSendsBackItsOwnFrames() throws IOException {
    try (Caller caller = new Caller()) {
      Session session = caller.shakeHands();
      caller.send(session.seal(9, "M-1", "", 0, bytes("x")));
      caller.send(caller.receive());
      caller.isHungUpOn();
    }
    assertEquals(List.of("M-1"), handled);
  }

  @Test
  void onWhoBringsAMessageOfAnotherSession() throws IOException {
    try (Caller recorded = new Caller();
        Caller caller = new Caller()) {
      byte[] frame = recorded.shakeHands().seal(9, "M-1", "", 0, bytes("x"));
      caller.shakeHands();
      caller.send(frame);
      caller.isHungUpOn();
    }
    assertEquals(List.of(), handled);
  }

  @Test
  void onWhoSendsAKindOfMessageThatDoesNotExist() throws IOException {
    try (Caller caller = new Caller()) {
      Session session = caller.shakeHands();
      caller.send(session.seal(999, "M-1", "", 0, bytes("x")));
      caller.isHungUpOn();
    }
    assertEquals(List.of(), handled);
  }

  @Test
  void onceOnWhoGoesOnTalkingInAnotherVersion() throws Exception {
    BlockingQueue<String> news = new LinkedBlockingQueue<>();
    LinkListener listener =
        new LinkListener() {
          @Override
          public void refused(ProtocolException reason) {
            news.add("refused");
          }

          @Override
          public void sessionOpened(String sessionId, String peerId, Duration handshake) {
            news.add("session");
          }
        };
    byte[] hello =
        new TerminalHandshake(
                TERMINAL, Counter.TRUST, "CENTRE-TEST", RANDOM, InstantSource.system())
            .hello();
    hello[1] = 2;
    ByteBuffer many = ByteBuffer.allocate(500 * (4 + hello.length));
    while (many.hasRemaining()) {
      many.putInt(hello.length).put(hello);
    }
    try (LinkServer told =
            LinkServer.start(
                loopback(0),
                CENTRE,
                Counter.TRUST,
                (terminal, type, id, request) -> ServerAnswer.silence(),
                LinkServerSettings.standard(),
                listener);
        Caller talker = new Caller(told)) {
      try {
        talker.out.write(many.array());
        talker.out.flush();
        assertEquals(4 + 3, talker.in.readAllBytes().length);
      } catch (SocketException reset) {
        // Hung up before it had read everything.
      }
      try (Caller next = new Caller(told)) {
        next.shakeHands();
      }
      assertEquals("refused", news.poll(40, TimeUnit.SECONDS));
      assertEquals("session", news.poll(40, TimeUnit.SECONDS));
    }
  }

  @Test
  void ratherThanKeepATerminalOutForThoseWhoSayNothing() throws IOException {
    try (LinkServer small =
            LinkServer.start(
                loopback(0),
                CENTRE,
                Counter.TRUST,
                (terminal, type, id, request) -> ServerAnswer.answer(type, request.bytes()),
                LinkServerSettings.standard().withMaxLines(1).withHandshake(Duration.ofSeconds(60)),
                LinkListener.NONE);
        Caller silent = new Caller(small);
        Caller alsoSilent = new Caller(small);
        Link link = Counter.link(small)) {
      assertTrue(silent.socket.isConnected() && alsoSilent.socket.isConnected());
      assertInstanceOf(Reply.Answered.class, Counter.settle(link, "M-1"));
    }
  }

  /** Somebody with a plain socket. */
  private final class Caller implements AutoCloseable {
    final Socket socket;
    final DataInputStream in;
    final DataOutputStream out;

    Caller() throws IOException {
      this(centre);
    }

    Caller(LinkServer called) throws IOException {
      socket = new Socket(called.address().getAddress(), called.address().getPort());
      socket.setSoTimeout(40_000);
      in = new DataInputStream(socket.getInputStream());
      out = new DataOutputStream(socket.getOutputStream());
    }

    void send(byte[] frame) throws IOException {
      out.writeInt(frame.length);
      out.write(frame);
      out.flush();
    }

    byte[] receive() throws IOException {
      return in.readNBytes(in.readInt());
    }

    Session shakeHands() throws IOException {
      TerminalHandshake handshake =
          new TerminalHandshake(
              TERMINAL, Counter.TRUST, "CENTRE-TEST", RANDOM, InstantSource.system());
      send(handshake.hello());
      var confirmed = handshake.confirm(receive());
      send(confirmed.frame());
      return confirmed.ready(receive());
    }

    void isHungUpOn() throws IOException {
      try {
        byte[] rest = in.readAllBytes();
        assertEquals(0, rest.length, () -> "said " + Arrays.toString(rest));
      } catch (SocketException reset) {
        // Hung up before it had read everything: the same to us.
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
