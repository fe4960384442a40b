package io.caresettle.centre;

import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;

/**
 * The centre's answer to a trial.
 *
 * @param reference the centre's name for this trial
 * @param bodyDigest SM3 of {@code body}, in hexadecimal: what binds trial and settlement
 * @param body what was tried, as it was sent; the settlement sends the same bytes
 * @param expiresAt by the centre's clock
 */
public record Trial(
    String reference,
    String bodyDigest,
    Opaque body,
    Instant expiresAt,
    ScopeCut cut,
    SettlementSplit split) {

  /**
   * @throws IllegalArgumentException when the bill was cut into another total than was split
   */
  public Trial {
    Balance.check(cut, split);
  }
}
