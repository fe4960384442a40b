package io.caresettle.centre;

import io.caresettle.eligibility.Visit;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.split.Bill;
import java.util.Optional;

/**
 * What is tried and, if the patient agrees, settled.
 *
 * @param personNumber the centre's own number for the patient
 * @param area the pooling area whose insurance is used
 * @param replaces the cancelled settlement whose remaining lines these are (R-TXN-06)
 */
public record TrialRequest(
    Bill bill,
    String personNumber,
    Visit visit,
    Scheme scheme,
    String area,
    Optional<String> replaces) {

  /** Of a bill that replaces none. */
  public TrialRequest(Bill bill, String personNumber, Visit visit, Scheme scheme, String area) {
    this(bill, personNumber, visit, scheme, area, Optional.empty());
  }
}
