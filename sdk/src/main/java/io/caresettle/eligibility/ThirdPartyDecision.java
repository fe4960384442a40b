package io.caresettle.eligibility;

import java.util.Optional;

/**
 * What the centre decided on a declaration of an injury (R-SCOPE-03).
 *
 * @param recovery number of the file under which the fund recovers what it paid first
 */
public record ThirdPartyDecision(
    String declarationId, Injury.Decision decision, Optional<String> recovery) {

  /**
   * @throws IllegalArgumentException when the declaration has no number, or a fund is to pay first
   *     without a file to recover it by
   */
  public ThirdPartyDecision {
    if (declarationId.isBlank()) {
      throw new IllegalArgumentException("A decision without its declaration");
    }
    if (decision == Injury.Decision.FUNDS_PAY_FIRST && recovery.isEmpty()) {
      throw new IllegalArgumentException(
          "A fund that pays first has no file to recover it by: " + declarationId);
    }
  }
}
