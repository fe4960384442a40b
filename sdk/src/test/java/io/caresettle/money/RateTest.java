package io.caresettle.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rates are exact ratios, and what is made of them comes in lowest terms")
class RateTest {

  private static final Rate HALF = new Rate(1, 2);
  private static final Rate THIRD = new Rate(1, 3);

  @Test
  void lowestTermsAreOfTheSameRatio() {
    assertEquals(new Rate(17, 20), Rate.basisPoints(8_500).reduced());
    assertEquals(new Rate(7, 3), new Rate(42, 18).reduced());
    assertEquals(new Rate(0, 1), new Rate(0, 100).reduced());
  }

  @Test
  void theRestOfTheWholeIsItsComplement() {
    assertEquals(new Rate(3, 10), new Rate(7, 10).complement());
    assertThrows(IllegalArgumentException.class, () -> new Rate(3, 2).complement());
  }

  @Test
  void aThirdOfAHalfIsASixth() {
    assertEquals(new Rate(1, 6), HALF.times(THIRD));
    assertEquals(THIRD, new Rate(2, 3).times(HALF));
  }

  @Test
  void aSumStopsAtTheWhole() {
    assertEquals(new Rate(5, 6), HALF.plusAtMostWhole(THIRD));
    assertEquals(new Rate(1, 1), HALF.plusAtMostWhole(new Rate(2, 3)));
  }

  @Test
  void aDifferenceStopsAtNothing() {
    assertEquals(new Rate(1, 6), HALF.minusAtLeastNothing(THIRD));
    assertEquals(new Rate(0, 1), THIRD.minusAtLeastNothing(HALF));
  }

  @Test
  void nothingIsARateAndLessIsNone() {
    assertEquals(0, new Rate(0, 1).numerator());
    assertThrows(IllegalArgumentException.class, () -> new Rate(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> new Rate(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Rate(1, -2));
  }
}
