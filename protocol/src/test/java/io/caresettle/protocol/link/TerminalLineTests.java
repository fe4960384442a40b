package io.caresettle.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.MessageType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A terminal's line")
class TerminalLineTests {

  private static final Duration QUARTER = Duration.ofSeconds(15);

  private final Wire wire = new Wire();
  private final List<String> kept = new ArrayList<>();
  private final Line.Keeper keeper =
      new Line.Keeper() {
        @Override
        public void due(Line line) {
          kept.add("due");
        }

        @Override
        public void left(Line line) {
          kept.add("left");
        }

        @Override
        public void ended(Line line) {
          kept.add("ended");
        }
      };

  private Line line(LinkSettings settings) {
    Line line =
        new Line(
            wire.channel,
            wire.ends.terminal(),
            settings,
            new News(LinkListener.NONE, "nobody"),
            keeper);
    wire.channel.pipeline().addLast(line);
    return line;
  }

  private static Call call(String id) {
    return new Call(MessageType.SETTLE, id, new byte[8]);
  }

  @Test
  void asksWhetherAnybodyIsThereWhenItWasQuietAndClosesWhenItStaysQuiet() {
    Line line = line(LinkSettings.standard());
    wire.pass(QUARTER.minusMillis(1));
    assertEquals(List.of(), wire.kindsSentTo(wire.ends.centre()));
    wire.pass(Duration.ofMillis(1));
    assertEquals(List.of(MessageType.HEARTBEAT), wire.kindsSentTo(wire.ends.centre()));
    wire.pass(QUARTER);
    assertEquals(List.of(MessageType.HEARTBEAT), wire.kindsSentTo(wire.ends.centre()));
    assertTrue(line.takesCalls());
    wire.pass(QUARTER);
    assertFalse(line.takesCalls());
    assertFalse(wire.channel.isOpen());
    assertEquals(List.of("left", "ended"), kept);
  }

  @Test
  void staysWhenItsBeatsAreAnswered() {
    Line line = line(LinkSettings.standard());
    for (int beat = 0; beat < 20; beat++) {
      wire.pass(QUARTER);
      var sent = wire.sentTo(wire.ends.centre());
      assertEquals(1, sent.size());
      wire.arrives(
          wire.ends.centre(),
          MessageType.HEARTBEAT_ANSWER,
          "c-" + beat,
          sent.get(0).header().messageId());
    }
    assertTrue(line.takesCalls());
  }

  @Test
  void answersTheCentresBeats() {
    line(LinkSettings.standard());
    wire.arrives(wire.ends.centre(), MessageType.HEARTBEAT, "c-1", "");
    var sent = wire.sentTo(wire.ends.centre());
    assertEquals(1, sent.size());
    assertEquals(MessageType.HEARTBEAT_ANSWER_VALUE, sent.get(0).header().messageType());
    assertEquals("c-1", sent.get(0).header().inReplyTo());
  }

  @Test
  void refusesWhatItCannotWriteAndDoesNotWaitForEverToWriteIt() {
    Line line = line(LinkSettings.standard());
    wire.takesBytes(false);
    Call call = call("M-1");
    assertTrue(line.send(call));
    var refused = assertInstanceOf(Reply.NotSent.class, call.fate().join());
    assertEquals(Reply.NotSent.Why.BUSY, refused.why());
    // Somebody talks all the time, and takes nothing.
    for (int second = 0; second < 46; second++) {
      wire.arrives(wire.ends.centre(), MessageType.HEARTBEAT, "c-" + second, "");
      wire.pass(Duration.ofSeconds(1));
      if (!wire.channel.isOpen()) {
        break;
      }
    }
    assertFalse(line.takesCalls());
    assertEquals(List.of(), wire.sentTo(wire.ends.centre()), "answers piled up");
  }

  @Test
  void asksForASuccessorWhenItsMessagesAreCountedAndGoesOnUntilItIsThere() {
    SessionLimit four = new SessionLimit(4, Duration.ofHours(1));
    Line line = line(LinkSettings.standard().withSession(four));
    for (int message = 1; message <= 4; message++) {
      assertEquals(List.of(), kept);
      assertTrue(line.send(call("M-" + message)));
    }
    assertEquals(List.of("due"), kept);
    assertTrue(line.send(call("M-5")));
    assertTrue(line.send(call("M-6")));
    assertFalse(line.takesCalls(), "half as many again is the end");
  }

  @Test
  void asksForASuccessorWhenItIsOldAndLeavesWhenItIsTooOld() {
    Line line = line(patientSettings());
    wire.pass(Duration.ofHours(1));
    assertEquals(List.of("due"), kept);
    assertTrue(line.takesCalls());
    wire.pass(Duration.ofMinutes(30));
    assertFalse(line.takesCalls());
  }

  @Test
  void isClosedWhenItIsRetiredAndItsLastCallIsAnswered() {
    Line line = line(patientSettings());
    Call first = call("M-1");
    Call second = call("M-2");
    assertTrue(line.send(first));
    assertTrue(line.send(second));
    line.retire();
    assertFalse(line.send(call("M-3")));
    wire.arrives(wire.ends.centre(), MessageType.SETTLE_ANSWER, "c-1", "M-1");
    wire.pass(Duration.ofSeconds(1));
    assertTrue(wire.channel.isOpen());
    wire.arrives(wire.ends.centre(), MessageType.SETTLE_ANSWER, "c-2", "M-2");
    wire.pass(Duration.ofSeconds(1));
    assertFalse(wire.channel.isOpen());
    assertInstanceOf(Reply.Answered.class, first.fate().join());
    assertInstanceOf(Reply.Answered.class, second.fate().join());
  }

  @Test
  void isKeptForAWhileWhenItIsRetiredAndAnAnswerMayStillCome() {
    Line line = line(patientSettings());
    Call call = call("M-1");
    assertTrue(line.send(call));
    call.giveUp(Endings.INTERRUPTED_BEFORE, Endings.INTERRUPTED_AFTER);
    line.retire();
    wire.pass(Duration.ofSeconds(29));
    assertTrue(wire.channel.isOpen());
    wire.pass(Duration.ofSeconds(2));
    assertFalse(wire.channel.isOpen());
  }

  private static LinkSettings patientSettings() {
    return LinkSettings.standard().withPulse(new Pulse(Duration.ofDays(1), Duration.ofDays(2)));
  }
}
