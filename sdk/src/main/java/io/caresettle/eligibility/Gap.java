package io.caresettle.eligibility;

import io.caresettle.money.Payer;
import java.util.Set;

/**
 * That benefits are suspended for arrears, and who bears what the funds would have paid (R-ELIG-15,
 * SZ 52, JS 72¶3): the slip prints that notional split, marked as not paid.
 *
 * @param bearer of the funds' part
 * @param wouldPay the payers that would have been open
 * @param payableAfterwards whether it may be settled after the arrears are made up
 * @param article such as SZ 52
 */
public record Gap(Bearer bearer, Set<Payer> wouldPay, boolean payableAfterwards, String article) {

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
  }
}
