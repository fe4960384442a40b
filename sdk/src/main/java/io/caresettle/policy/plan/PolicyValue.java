package io.caresettle.policy.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One number of the law as it stood for one cell of its table on one day.
 *
 * @param name as the pack calls it, such as {@code outpatient.rate}
 * @param amount fen, or parts of ten thousand
 * @param from first day of this number
 * @param source the article that fixes or delegates it
 * @param figure where the article only delegates: the instrument that holds the number
 * @param assumed what we made up about it, in words
 */
public record PolicyValue(
    String name,
    long amount,
    LocalDate from,
    Citation source,
    Optional<String> figure,
    Standing standing,
    Confidence confidence,
    Optional<String> assumed) {

  /** Whether a slip that rests on this number must say TEST FIGURES. */
  public boolean forTestsOnly() {
    return standing != Standing.IN_FORCE || confidence != Confidence.HIGH || assumed.isPresent();
  }
}
