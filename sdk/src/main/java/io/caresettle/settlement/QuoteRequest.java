package io.caresettle.settlement;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.identity.Consented;
import io.caresettle.split.Bill;
import io.caresettle.split.Catalogue;
import java.util.Optional;

/**
 * What a quote is asked for.
 *
 * @param catalogue gives the names on the slip
 * @param consented what was agreed to of what no fund pays
 * @param replaces the cancelled settlement whose remaining lines these are (R-TXN-06)
 * @param testFigures whether some figure of the policy is no law in force that we are sure of
 */
public record QuoteRequest(
    Eligibility eligibility,
    Bill bill,
    Catalogue catalogue,
    int terminalSlot,
    boolean testFigures,
    Consented consented,
    Optional<String> replaces) {

  /** For a bill that replaces none. */
  public QuoteRequest(
      Eligibility eligibility,
      Bill bill,
      Catalogue catalogue,
      int terminalSlot,
      boolean testFigures,
      Consented consented) {
    this(eligibility, bill, catalogue, terminalSlot, testFigures, consented, Optional.empty());
  }
}
