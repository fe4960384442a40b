package io.caresettle.policy.plan;

import io.caresettle.money.Rate;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One number of the law as it stood for one cell of its table on one day.
 *
 * @param name as the pack calls it, such as {@code outpatient.rate}
 * @param amount fen, or the numerator of a rate
 * @param of 1 for fen; the denominator of a rate, such as 10,000
 * @param from first day of this number
 * @param source the article that fixes or delegates it
 * @param figure where the article only delegates: the instrument that holds the number
 * @param assumed what we made up about it, in words
 */
public record PolicyValue(
    String name,
    long amount,
    long of,
    LocalDate from,
    Citation source,
    Optional<String> figure,
    Standing standing,
    Confidence confidence,
    Optional<String> assumed) {

  /** As a rate, in lowest terms. */
  public Rate rate() {
    return new Rate(amount, of).reduced();
  }

  /** As a rate of ten-thousandths where it is one, which divides more quickly. */
  Rate parts() {
    Rate rate = rate();
    long times = Cascade.BASIS_POINTS / rate.denominator();
    return times * rate.denominator() == Cascade.BASIS_POINTS
        ? new Rate(rate.numerator() * times, Cascade.BASIS_POINTS)
        : rate;
  }

  /** Whether a slip that rests on this number must say TEST FIGURES. */
  public boolean forTestsOnly() {
    return standing != Standing.IN_FORCE || confidence != Confidence.HIGH || assumed.isPresent();
  }
}
