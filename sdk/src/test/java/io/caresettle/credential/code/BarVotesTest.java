package io.caresettle.credential.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bar code is believed when two lines through it agree")
class BarVotesTest {

  private final BarVotes votes = new BarVotes();

  @Test
  void oneLineAloneIsNotBelieved() {
    assertFalse(votes.any());
    assertEquals(Optional.empty(), votes.add("A"));
    assertTrue(votes.any());
  }

  @Test
  void twoEqualLinesAre() {
    votes.add("A");
    assertEquals(Optional.of("A"), votes.add("A"));
  }

  @Test
  void whereLinesDisagreeOneTextMustBeFarAhead() {
    votes.add("A");
    votes.add("B");
    assertEquals(Optional.empty(), votes.add("A"));
    assertEquals(Optional.empty(), votes.add("A"));
    assertEquals(Optional.of("A"), votes.add("A"));
  }
}
