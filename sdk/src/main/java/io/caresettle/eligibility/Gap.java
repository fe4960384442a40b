package io.caresettle.eligibility;

import io.caresettle.money.Payer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * That benefits are suspended for arrears, and who bears what the funds would have paid (R-ELIG-15,
 * SZ 52, JS 72¶3): the slip prints that notional split, marked as not paid.
 *
 * @param bearer of the funds' part
 * @param wouldPay the payers that would have been open
 * @param borne the funds whose part the bearer bears: those of the medical insurance, and no
 *     subsidy and no aid
 * @param payableAfterwards whether it may be settled after the arrears are made up
 * @param mayBeMadeGoodUntil last day for that, where the centre says it
 * @param madeGoodOn when they were made up, in time or not; empty while they are not
 * @param article such as SZ 52
 */
public record Gap(
    Bearer bearer,
    Set<Payer> wouldPay,
    Set<Payer> borne,
    boolean payableAfterwards,
    Optional<LocalDate> mayBeMadeGoodUntil,
    Optional<LocalDate> madeGoodOn,
    String article) {

  /** Who bears it. */
  public enum Bearer {
    PERSON("由参保人员自行承担", "borne by the insured"),
    EMPLOYER("由用人单位承担", "borne by the employer");

    private final String zh;
    private final String en;

    Bearer(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }

  public Gap {
    wouldPay = Set.copyOf(wouldPay);
    borne = Set.copyOf(borne);
  }
}
