package io.caresettle.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.wire.MessageType;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.flow.FlowControlHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A centre's line")
class CentreLineTests {

  private final Wire wire = new Wire();
  private final List<String> handled = new ArrayList<>();
  private final List<CompletableFuture<ServerAnswer>> open = new ArrayList<>();

  private void line(LinkServerSettings settings) {
    RequestHandler handler =
        (terminal, type, id, request) -> {
          handled.add(type + " " + id);
          CompletableFuture<ServerAnswer> answer = new CompletableFuture<>();
          open.add(answer);
          return ServerAnswer.later(answer);
        };
    wire.channel
        .pipeline()
        .addLast(
            new FlowControlHandler(),
            new CentreLine(
                wire.channel,
                wire.ends.centre(),
                handler,
                Runnable::run,
                settings,
                new News(LinkListener.NONE, "nobody")));
  }

  private void answer(int index) {
    open.get(index).complete(ServerAnswer.answer(MessageType.SETTLE_ANSWER, new byte[1]));
    wire.channel.runPendingTasks();
  }

  @Test
  void answersBeatsItselfAndShowsThemToNobody() {
    line(LinkServerSettings.standard());
    wire.arrives(wire.ends.terminal(), MessageType.HEARTBEAT, "t-1", "");
    wire.arrives(wire.ends.terminal(), MessageType.HEARTBEAT_ANSWER, "t-2", "beat-1");
    var sent = wire.sentTo(wire.ends.terminal());
    assertEquals(1, sent.size());
    assertEquals(MessageType.HEARTBEAT_ANSWER_VALUE, sent.get(0).header().messageType());
    assertEquals("t-1", sent.get(0).header().inReplyTo());
    assertEquals(List.of(), handled);
  }

  @Test
  void isClosedWhenItsTerminalStaysSilent() {
    line(LinkServerSettings.standard());
    wire.pass(Duration.ofSeconds(15));
    assertEquals(List.of(MessageType.HEARTBEAT), wire.kindsSentTo(wire.ends.terminal()));
    wire.pass(Duration.ofSeconds(15));
    assertTrue(wire.channel.isOpen());
    wire.pass(Duration.ofSeconds(15));
    assertFalse(wire.channel.isOpen());
  }

  @Test
  void isNotReadWhileAsManyRequestsWaitAsMayAndIsReadOnWhenOneIsAnswered() {
    line(LinkServerSettings.standard().withMaxInFlight(2));
    for (int request = 1; request <= 4; request++) {
      wire.arrives(wire.ends.terminal(), MessageType.SETTLE, "M-" + request, "");
    }
    assertEquals(List.of("SETTLE M-1", "SETTLE M-2"), handled);
    assertFalse(wire.channel.config().isAutoRead());
    answer(0);
    assertEquals(List.of("SETTLE M-1", "SETTLE M-2", "SETTLE M-3"), handled);
    answer(1);
    answer(2);
    answer(3);
    assertTrue(wire.channel.config().isAutoRead());
    assertTrue(wire.channel.isOpen());
    assertEquals(4, wire.sentTo(wire.ends.terminal()).size());
  }

  @Test
  void isNotReadWhileItTakesNoBytesAndIsClosedIfThatLasts() {
    line(LinkServerSettings.standard());
    wire.takesBytes(false);
    assertFalse(wire.channel.config().isAutoRead());
    wire.takesBytes(true);
    assertTrue(wire.channel.config().isAutoRead());
    wire.takesBytes(false);
    wire.pass(Duration.ofSeconds(44));
    assertTrue(wire.channel.isOpen());
    wire.pass(Duration.ofSeconds(1));
    assertFalse(wire.channel.isOpen());
  }

  @Test
  void doesNotBlameATerminalForTheSilenceWhileItIsNotRead() {
    line(LinkServerSettings.standard().withMaxInFlight(1));
    wire.arrives(wire.ends.terminal(), MessageType.SETTLE, "M-1", "");
    for (int quarter = 0; quarter < 8; quarter++) {
      wire.pass(Duration.ofSeconds(15));
      // The terminal must still learn that somebody is here.
      assertEquals(List.of(MessageType.HEARTBEAT), wire.kindsSentTo(wire.ends.terminal()));
    }
    answer(0);
    wire.pass(Duration.ofSeconds(44));
    assertTrue(wire.channel.isOpen());
  }

  @Test
  void isEndedAtTheHardBoundOfItsMessages() {
    line(LinkServerSettings.standard().withSession(new SessionLimit(2, Duration.ofHours(1))));
    wire.arrives(wire.ends.terminal(), MessageType.SETTLE, "M-1", "");
    wire.arrives(wire.ends.terminal(), MessageType.SETTLE, "M-2", "");
    assertTrue(wire.channel.isOpen());
    wire.arrives(wire.ends.terminal(), MessageType.SETTLE, "M-3", "");
    assertFalse(wire.channel.isOpen());
    assertEquals(List.of("SETTLE M-1", "SETTLE M-2"), handled);
  }

  @Test
  void isEndedAtTheHardBoundOfItsAge() {
    line(
        LinkServerSettings.standard().withPulse(new Pulse(Duration.ofDays(1), Duration.ofDays(2))));
    wire.pass(Duration.ofHours(2).minusSeconds(1));
    assertTrue(wire.channel.isOpen());
    wire.pass(Duration.ofSeconds(1));
    assertFalse(wire.channel.isOpen());
  }

  @Test
  void isClosedWhenALaterAnswerIsTooLargeToSend() {
    line(LinkServerSettings.standard());
    wire.arrives(wire.ends.terminal(), MessageType.SETTLE, "M-1", "");
    open.get(0)
        .complete(
            ServerAnswer.answer(
                MessageType.SETTLE_ANSWER, new byte[EnvelopeHeader.MAX_PAYLOAD + 1]));
    wire.channel.runPendingTasks();
    assertFalse(wire.channel.isOpen(), "its terminal would wait for nothing");
  }

  @Test
  void isClosedOnAMessageThatIsOnlyForHandshakes() {
    line(LinkServerSettings.standard());
    wire.arrives(wire.ends.terminal(), MessageType.MESSAGE_TYPE_UNSPECIFIED, "M-1", "");
    assertFalse(wire.channel.isOpen());
    assertEquals(List.of(), handled);
  }

  @Test
  void actsOnNothingOnceItIsClosingHoweverLongThatTakes() {
    wire.channel
        .pipeline()
        .addLast(
            new ChannelOutboundHandlerAdapter() {
              @Override
              public void close(ChannelHandlerContext context, ChannelPromise promise) {
                // As the layer beneath does while it says good-bye.
              }
            });
    line(LinkServerSettings.standard());
    wire.arrives(wire.ends.terminal(), MessageType.SETTLE, "M-1", "");
    open.get(0).complete(ServerAnswer.lineClosed());
    wire.arrives(wire.ends.terminal(), MessageType.SETTLE, "M-2", "");
    assertEquals(List.of("SETTLE M-1"), handled);
  }
}
