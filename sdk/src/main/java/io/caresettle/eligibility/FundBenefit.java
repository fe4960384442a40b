package io.caresettle.eligibility;

import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a centre says of one payer for one visit, where it is asked for that apart from the person
 * (待遇检查). It can close a payer, and opens none.
 *
 * @param scheme of the enrolment that was asked about
 * @param area of that enrolment
 * @param entitled whether the payer may pay
 * @param to last day, inclusive; empty where it has no end
 * @param reason the centre's own words where it may not; may be empty
 */
public record FundBenefit(
    Scheme scheme,
    String area,
    Payer payer,
    boolean entitled,
    LocalDate from,
    Optional<LocalDate> to,
    String reason)
    implements Dated {

  /** Whether it is of this enrolment. */
  boolean isOf(Enrolment enrolment) {
    return scheme == enrolment.scheme() && area.equals(enrolment.area());
  }
}
