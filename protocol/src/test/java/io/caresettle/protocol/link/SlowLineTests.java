package io.caresettle.protocol.link;

import static io.caresettle.protocol.link.Counter.CENTRE;
import static io.caresettle.protocol.link.Counter.RANDOM;
import static io.caresettle.protocol.link.Counter.TERMINAL;
import static io.caresettle.protocol.link.Counter.TRUST;
import static io.caresettle.protocol.link.Counter.loopback;
import static io.caresettle.protocol.link.Counter.settle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.session.TerminalHandshake;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Nobody hangs on a line that drips or says nothing,")
@Timeout(180)
class SlowLineTests {

  private static final Pulse QUICK = new Pulse(Duration.ofMillis(100), Duration.ofMillis(300));

  /** For the handshakes that are made: a busy machine takes its time over them. */
  private static final Duration ENOUGH = Duration.ofSeconds(30);

  private static final Duration SHORT = Duration.ofMillis(500);

  private static Link link(Dripper centre, Duration handshake) {
    return Link.open(
        centre.address(),
        TERMINAL,
        TRUST,
        "CENTRE-TEST",
        LinkSettings.standard().withHandshake(handshake).withPulse(QUICK),
        LinkListener.NONE);
  }

  private static LinkServer centre(Duration handshake) {
    return LinkServer.start(
        loopback(0),
        CENTRE,
        TRUST,
        (terminal, type, id, request) -> ServerAnswer.silence(),
        LinkServerSettings.standard().withHandshake(handshake).withPulse(QUICK),
        LinkListener.NONE);
  }

  @Test
  void noTerminalInTheHandshake() throws Exception {
    try (Dripper dripper = new Dripper(false);
        Link link = link(dripper, SHORT)) {
      var reply = assertInstanceOf(Reply.NotSent.class, settle(link, "M-1"));
      assertEquals(Reply.NotSent.Why.HANDSHAKE_BROKEN, reply.why());
      assertTrue(dripper.isLeft());
    }
  }

  @Test
  void noTerminalAfterIt() throws Exception {
    try (Dripper dripper = new Dripper(true);
        Link link = link(dripper, ENOUGH)) {
      var reply = assertInstanceOf(Reply.NoAnswer.class, settle(link, "M-1"));
      assertEquals(Reply.NoAnswer.Why.LINE_CLOSED, reply.why());
      assertTrue(dripper.isLeft());
    }
  }

  @Test
  void noCentreInTheHandshake() throws Exception {
    try (LinkServer centre = centre(SHORT);
        Socket line = new Socket(centre.address().getAddress(), centre.address().getPort());
        DataOutputStream out = new DataOutputStream(line.getOutputStream())) {
      line.setTcpNoDelay(true);
      assertThrows(IOException.class, () -> Dripper.drip(out, 500));
    }
  }

  @Test
  void noCentreAfterIt() throws Exception {
    try (LinkServer centre = centre(ENOUGH);
        Socket line = new Socket(centre.address().getAddress(), centre.address().getPort());
        DataInputStream in = new DataInputStream(line.getInputStream());
        DataOutputStream out = new DataOutputStream(line.getOutputStream())) {
      line.setTcpNoDelay(true);
      TerminalHandshake handshake =
          new TerminalHandshake(TERMINAL, TRUST, "CENTRE-TEST", RANDOM, InstantSource.system());
      send(out, handshake.hello());
      var confirmed = handshake.confirm(in.readNBytes(in.readInt()));
      send(out, confirmed.frame());
      var unused = confirmed.ready(in.readNBytes(in.readInt()));
      assertThrows(IOException.class, () -> Dripper.drip(out, FrameDecoder.MAX_FRAME));
    }
  }

  private static void send(DataOutputStream out, byte[] frame) throws IOException {
    out.writeInt(frame.length);
    out.write(frame);
    out.flush();
  }
}
