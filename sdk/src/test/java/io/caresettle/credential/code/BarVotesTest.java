package io.caresettle.credential.code;

import static io.caresettle.credential.code.LineThreshold.BENDS;
import static io.caresettle.credential.code.LineThreshold.MIDRANGE;
import static io.caresettle.credential.code.LineThreshold.SHARP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bar code is believed when two thresholds agree on lines that lie apart")
class BarVotesTest {

  private final BarVotes votes = new BarVotes();

  @Test
  void oneLineAloneIsNotBelieved() {
    assertFalse(votes.any());
    line("A", MIDRANGE, 0, 10);
    line("A", SHARP, 0, 10);
    assertTrue(votes.any());
    assertEquals(Optional.empty(), votes.answer());
  }

  /** A streak along the bars makes them all wrong alike. */
  @Test
  void norAreManyLinesThatWereReadInOneWay() {
    for (int at = 0; at < 40; at++) {
      line("A", BENDS, 0, at);
    }
    assertEquals(Optional.empty(), votes.answer());
    line("A", MIDRANGE, 0, 39);
    assertEquals(Optional.of("A"), votes.answer());
  }

  @Test
  void linesThatOverlapAreOne() {
    line("A", MIDRANGE, 0, 10);
    line("A", SHARP, 0, 13);
    assertEquals(Optional.empty(), votes.answer());
    line("A", SHARP, 0, 14);
    assertEquals(Optional.of("A"), votes.answer());
  }

  @Test
  void linesThatLieDifferentlyDoNotConfirmEachOther() {
    line("A", MIDRANGE, 0, 10);
    line("A", SHARP, 20, 90);
    assertEquals(Optional.empty(), votes.answer());
  }

  @Test
  void whereAnythingElseWasReadNothingIsBelieved() {
    for (int at = 0; at < 40; at++) {
      line("A", MIDRANGE, 0, at);
      line("A", SHARP, 0, at);
    }
    line("B", SHARP, 20, 7);
    assertEquals(Optional.empty(), votes.answer());
  }

  private void line(String text, LineThreshold by, double degrees, double at) {
    votes.add(text, by, degrees, at, at + 1);
  }
}
