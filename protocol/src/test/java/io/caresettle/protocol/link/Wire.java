package io.caresettle.protocol.link;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.caresettle.protocol.envelope.OpenedEnvelope;
import io.caresettle.protocol.session.CentreHandshake;
import io.caresettle.protocol.session.Session;
import io.caresettle.protocol.session.TerminalHandshake;
import io.caresettle.protocol.wire.MessageType;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A session without a network, whose time stands still until a test lets it pass. */
final class Wire {

  /** Both ends of one session. */
  record Ends(Session terminal, Session centre) {}

  final EmbeddedChannel channel = new EmbeddedChannel();
  final Ends ends = shakeHands();

  Wire() {
    channel.freezeTime();
  }

  static Ends shakeHands() {
    TerminalHandshake terminal =
        new TerminalHandshake(
            Counter.TERMINAL, Counter.TRUST, "CENTRE-TEST", Counter.RANDOM, InstantSource.system());
    CentreHandshake centre =
        new CentreHandshake(Counter.CENTRE, Counter.TRUST, Counter.RANDOM, InstantSource.system());
    var responded = centre.respond(terminal.hello());
    var confirmed = terminal.confirm(responded.frame());
    Session opened = responded.confirmedBy(confirmed.frame());
    return new Ends(confirmed.ready(CentreHandshake.ready(opened, 0)), opened);
  }

  /** Lets time pass, and whatever is due in it happen. */
  void pass(Duration time) {
    channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    channel.runPendingTasks();
  }

  /** Whether the line takes bytes. */
  void takesBytes(boolean does) {
    var buffer = channel.unsafe().outboundBuffer();
    assertNotNull(buffer);
    buffer.setUserDefinedWritability(1, does);
    channel.runPendingTasks();
  }

  /** What this end has sent since the last time, opened by {@code other}. */
  List<OpenedEnvelope> sentTo(Session other) {
    channel.runPendingTasks();
    List<OpenedEnvelope> sent = new ArrayList<>();
    for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
      byte[] frame = new byte[bytes.readInt()];
      bytes.readBytes(frame);
      bytes.release();
      sent.add(other.open(frame));
    }
    return sent;
  }

  /** The kinds of what this end has sent since the last time. */
  List<MessageType> kindsSentTo(Session other) {
    return sentTo(other).stream()
        .map(envelope -> MessageType.forNumber(envelope.header().messageType()))
        .toList();
  }

  /** A message of {@code from}, the other end, arrives. */
  void arrives(Session from, MessageType type, String id, String inReplyTo) {
    channel.writeInbound(from.seal(type.getNumber(), id, inReplyTo, 0, new byte[0]));
    channel.runPendingTasks();
  }
}
