package io.caresettle.credential.card.pcsc;

import java.time.Duration;

/**
 * How long anything may take at a reader.
 *
 * @param power for resetting a card and powering it
 * @param answer for one answer; a card that takes longer counts as taken out
 * @param idle after so long without a command other programs are let at the card. Windows resets a
 *     card that is held for 5 seconds without one, so stay well below
 */
public record PcscLimits(Duration power, Duration answer, Duration idle) {

  /** Five seconds for power, five for an answer, one without a command. */
  public static final PcscLimits USUAL =
      new PcscLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1));

  public PcscLimits {
    if (!isPositive(power) || !isPositive(answer) || !isPositive(idle)) {
      throw new IllegalArgumentException("Each limit is longer than nothing");
    }
    if (idle.compareTo(Duration.ofSeconds(4)) > 0) {
      throw new IllegalArgumentException("A card is held for at most 4 seconds without a command");
    }
  }

  private static boolean isPositive(Duration limit) {
    return !limit.isNegative() && !limit.isZero();
  }
}
