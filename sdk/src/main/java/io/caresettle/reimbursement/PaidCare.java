package io.caresettle.reimbursement;

import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.Visit;
import io.caresettle.split.Bill;
import io.caresettle.split.Catalogue;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Care that was paid for at the counter and may be claimed later: what a slip is made of beside the
 * verdict.
 *
 * @param maskedName the patient's, as a slip shows it
 * @param catalogue of the day; empty where the terminal has none, as before its first sign-in
 * @param paid who paid: cash alone, or after a settlement by the account the account too
 * @param operator who took the money
 * @param at by the clock of the terminal
 * @param uploaded the day on which the bill is sent, which may be long after the care
 */
public record PaidCare(
    Bill bill,
    Visit visit,
    Institution institution,
    String maskedName,
    Optional<Catalogue> catalogue,
    SettlementSplit paid,
    int terminalSlot,
    String operator,
    Instant at,
    LocalDate uploaded) {

  /**
   * @throws IllegalArgumentException when what was paid is not the bill
   */
  public PaidCare {
    if (!bill.total().equals(paid.total())) {
      throw new IllegalArgumentException(
          "Bill " + bill.id() + " is " + bill.total() + " yuan, paid were " + paid.total());
    }
  }
}
