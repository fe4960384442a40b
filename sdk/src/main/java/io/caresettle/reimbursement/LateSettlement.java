package io.caresettle.reimbursement;

import io.caresettle.eligibility.Eligibility;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What can be done about a bill that was paid in full, now that the centre answers otherwise, or at
 * all (补结算; R-SETL-07): it is settled anew here, claimed by hand, or it stays as it is.
 *
 * <p>It is a decision and moves no money. That the cash is given back and the bill settled anew, as
 * one act that a crash cannot halve, is the settlement machine's work and not yet done: until then
 * whoever follows {@link Offered} gives no cash back.
 */
public sealed interface LateSettlement {

  /**
   * It may be settled here with the entitlement of the day of service.
   *
   * @param eligibility of the day of service, by what the centre answers today
   * @param estimate the new one; only the centre's trial makes a quote of it
   */
  record Offered(Eligibility eligibility, FundShares.Figures estimate) implements LateSettlement {}

  /**
   * It is claimed at the agency, and counts in the year in which that processes it (R-YEAR-04).
   *
   * @param agencyArea whose agency, six digits
   * @param until last day, inclusive; empty where nobody published it
   */
  record ByHand(String agencyArea, Optional<LocalDate> until, Because why)
      implements LateSettlement {}

  /** Nothing more is paid of it, or not yet. */
  record NotEntitled(Because why) implements LateSettlement {}

  /**
   * Why.
   *
   * @param rule such as R-SETL-07
   * @param article such as SZ 72
   */
  record Because(String rule, String article, String zh, String en) {}
}
