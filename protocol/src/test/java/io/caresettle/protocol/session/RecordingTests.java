package io.caresettle.protocol.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.session.CentreHandshake.Responded;
import io.caresettle.protocol.session.TerminalHandshake.Confirmed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever recorded a whole session")
class RecordingTests {

  private static final int MESSAGES = 5;

  private final Ends ends = new Ends();

  private byte[] hello;
  private byte[] response;
  private byte[] confirm;
  private byte[] ready;
  private final List<byte[]> up = new ArrayList<>();
  private final List<byte[]> down = new ArrayList<>();
  private Session till;
  private Session centre;

  /** A session of five questions and answers, all of which arrive. */
  @BeforeEach
  void record() {
    TerminalHandshake terminal = ends.terminal();
    hello = terminal.hello();
    Responded responded = ends.centre().respond(hello);
    response = responded.frame();
    Confirmed confirmed = terminal.confirm(response);
    confirm = confirmed.frame();
    centre = responded.confirmedBy(confirm);
    ready = CentreHandshake.ready(centre, 7);
    till = confirmed.ready(ready);
    say(till, centre);
  }

  private void say(Session tills, Session centres) {
    for (int i = 1; i <= MESSAGES; i++) {
      up.add(tills.seal(9, "M-" + i, "", i, ascii("bill " + i)));
      down.add(centres.seal(10, "C-" + i, "M-" + i, i, ascii("answer " + i)));
    }
  }

  @Test
  void hasSomethingThatWasAccepted() {
    for (int i = 1; i <= MESSAGES; i++) {
      assertEquals("M-" + i, centre.open(up.get(i - 1)).header().messageId());
      assertEquals("C-" + i, till.open(down.get(i - 1)).header().messageId());
    }
  }

  @Nested
  @DisplayName("gets nothing by playing it")
  class Playing {

    @Test
    void toAFreshCentreWhichNeverConfirms() {
      Responded again = ends.centre().respond(hello);
      refused("the confirmation", () -> again.confirmedBy(confirm));
      for (byte[] message : up) {
        refused("a message in its place", () -> again.confirmedBy(message));
      }
    }

    @Test
    void toAFreshTerminalWhichNeverConfirms() {
      TerminalHandshake fresh = ends.terminal();
      fresh.hello();
      refused("the response", () -> fresh.confirm(response));
      refused("ready in its place", () -> fresh.confirm(ready));
    }

    @Test
    void toATerminalThatIsWaitingForReady() {
      for (byte[] recorded : List.of(ready, down.get(0), up.get(0), confirm, response)) {
        TerminalHandshake fresh = ends.terminal();
        Confirmed confirmed = fresh.confirm(ends.centre().respond(fresh.hello()).frame());
        refused("something of another session", () -> confirmed.ready(recorded));
      }
    }

    @Test
    void intoAnotherSessionOfTheSameTwo() {
      for (byte[] recorded : up) {
        Session another = ends.shakeHands().centre();
        refused("a message of a till", () -> another.open(recorded));
      }
      for (byte[] recorded : down) {
        Session another = ends.shakeHands().till();
        refused("a message of a centre", () -> another.open(recorded));
      }
    }

    @Test
    void intoTheSameSessionAgain() {
      up.forEach(centre::open);
      refused("the first message again", () -> centre.open(up.get(0)));
      byte[] next = till.seal(9, "M", "", 0, new byte[0]);
      refused("and the next one after that", () -> centre.open(next));
    }
  }

  @Nested
  @DisplayName("gets nothing, while it runs,")
  class WhileItRuns {

    @BeforeEach
    void recordOneThatCanBeginAgain() {
      Ends.Pair pair = ends.session(1);
      up.clear();
      down.clear();
      say(pair.till(), pair.centre());
    }

    @Test
    void byChangingTheOrderOfAnyTwo() {
      for (int a = 0; a < MESSAGES; a++) {
        for (int b = a + 1; b < MESSAGES; b++) {
          Session receiver = untouched();
          for (int i = 0; i < a; i++) {
            receiver.open(up.get(i));
          }
          byte[] tooEarly = up.get(b);
          refused(b + " in the place of " + a, () -> receiver.open(tooEarly));
          byte[] inOrder = up.get(a);
          refused("the right one afterwards", () -> receiver.open(inOrder));
        }
      }
    }

    @Test
    void byLeavingOutOrRepeatingAnyOne() {
      for (int at = 0; at < MESSAGES - 1; at++) {
        Session lacking = untouched();
        Session repeating = untouched();
        for (int i = 0; i < at; i++) {
          lacking.open(up.get(i));
          repeating.open(up.get(i));
        }
        byte[] one = up.get(at);
        byte[] next = up.get(at + 1);
        refused("without " + at, () -> lacking.open(next));
        repeating.open(one);
        refused("twice " + at, () -> repeating.open(one));
      }
    }

    @Test
    void bySendingBackWhatEitherSays() {
      for (byte[] own : up) {
        Session sender = ends.session(1).till();
        refused("the till's own", () -> sender.open(own));
      }
      for (byte[] own : down) {
        Session sender = ends.session(1).centre();
        refused("the centre's own", () -> sender.open(own));
      }
    }

    @Test
    void byPuttingTheInsideOfOneIntoTheHeaderOfAnother() {
      byte[] one = up.get(0);
      byte[] two = up.get(1);
      for (int cut = 1; cut < one.length; cut++) {
        byte[] mixed = one.clone();
        System.arraycopy(two, cut, mixed, cut, two.length - cut);
        if (!Arrays.equals(mixed, one)) {
          Session receiver = untouched();
          refused("one to " + cut + ", then two", () -> receiver.open(mixed));
        }
      }
    }

    @Test
    void byJoiningTwoOrCuttingOneInTwo() {
      byte[] one = up.get(0);
      byte[] joined = Arrays.copyOf(one, one.length * 2);
      System.arraycopy(up.get(1), 0, joined, one.length, one.length);
      refused("two in one frame", () -> untouched().open(joined));
      for (int cut = 0; cut < one.length; cut++) {
        Session receiver = untouched();
        byte[] head = Arrays.copyOf(one, cut);
        byte[] tail = Arrays.copyOfRange(one, cut, one.length);
        refused("the first " + cut, () -> receiver.open(head));
        refused("the rest", () -> receiver.open(tail));
        refused("all of it, too late", () -> receiver.open(one));
      }
    }

    @Test
    void byTurningAnyBitOfAFrame() {
      byte[] one = up.get(0);
      for (int bit = 0; bit < one.length * 8; bit++) {
        byte[] turned = one.clone();
        turned[bit / 8] ^= (byte) (1 << bit % 8);
        Session receiver = untouched();
        refused("bit " + bit, () -> receiver.open(turned));
      }
    }

    /** The centre's end as it was before the first message. */
    private Session untouched() {
      return ends.session(1).centre();
    }
  }

  private static void refused(String what, Runnable step) {
    NotAuthentic refusal = assertThrows(NotAuthentic.class, step::run, what);
    assertEquals(null, refusal.getCause(), what);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
