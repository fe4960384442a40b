package io.caresettle.eligibility;

import io.caresettle.money.Payer;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one rule says of one payer for this visit.
 *
 * @param payer the fund or account in question
 * @param open whether it may pay
 * @param rule such as R-INST-03
 * @param article such as SZ 62¶1
 * @param zh why, for the cashier and the patient
 * @param en the same in English
 * @param until last day on which this holds, as far as dates decide it and are known
 * @param remedy what the person could do about it; none where nothing helps
 */
public record Finding(
    Payer payer,
    boolean open,
    String rule,
    String article,
    String zh,
    String en,
    Optional<LocalDate> until,
    Optional<Remedy> remedy) {

  /** What the person could do. */
  public record Remedy(String zh, String en) {}

  /** A finding that no date limits and nothing helps. */
  public Finding(Payer payer, boolean open, String rule, String article, String zh, String en) {
    this(payer, open, rule, article, zh, en, Optional.empty(), Optional.empty());
  }
}
