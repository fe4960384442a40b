package io.caresettle.centre;

import io.caresettle.eligibility.Visit;
import io.caresettle.split.Bill;
import java.time.Instant;

/**
 * What was billed and paid in cash outside a settlement: the centre is told of all costs (NT 41).
 *
 * @param requestId under which they are told once
 * @param personNumber the centre's; empty where nobody was named
 * @param slipNumber of the slip that a later claim needs; empty where there is none
 * @param operator who took the money
 */
public record Costs(
    String requestId,
    Bill bill,
    String personNumber,
    Visit visit,
    Reason reason,
    String slipNumber,
    Instant paidAt,
    String operator) {

  /** Why no fund settled them. */
  public enum Reason {
    PATIENT_CHOSE_CASH,
    NO_CREDENTIAL,
    NOT_ENTITLED,
    CENTRE_OUT_OF_REACH,
    OUT_OF_CATALOGUE_ONLY,
    SETTLEMENT_SUSPENDED
  }

  /** Leaves the person out. */
  @Override
  public String toString() {
    return "Costs[" + requestId + ", " + bill.id() + ", " + reason + "]";
  }
}
