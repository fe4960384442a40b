package io.caresettle.eligibility;

/**
 * What the personal account is asked to pay (R-ACCT-04 to -06).
 *
 * @param purpose of the payment
 * @param beneficiary for whom
 * @param coveredPersonNumber the centre's number of a relative who is covered; empty for the
 *     insured, and where only the purpose is asked about
 */
public record AccountUse(Purpose purpose, Beneficiary beneficiary, String coveredPersonNumber) {

  /** The personal part of the person's own care. */
  public static final AccountUse CARE = new AccountUse(Purpose.CARE, Beneficiary.SELF);

  /** For the insured, or for a relative who is not named. */
  public AccountUse(Purpose purpose, Beneficiary beneficiary) {
    this(purpose, beneficiary, "");
  }

  /** Names nobody. */
  @Override
  public String toString() {
    return "AccountUse[" + purpose + ", " + beneficiary + "]";
  }

  /** What is bought or paid. */
  public enum Purpose {
    CARE("医药费用", "care"),
    /** Vaccination and the like, which public health pays (NT 37). */
    PUBLIC_HEALTH("公共卫生费用", "public health"),
    /** Sports and fitness (NT 37). */
    FITNESS("体育健身", "sports and fitness"),
    /** Wellness (NT 37). */
    WELLNESS("养生保健", "wellness"),
    /** Inclusive commercial health insurance (惠民保). */
    INSURANCE("惠民型商业健康保险", "inclusive commercial insurance"),
    CRITICAL_ILLNESS_PREMIUM("大病保险费", "critical-illness premium"),
    LONG_TERM_CARE_PREMIUM("长期护理保险费", "long-term-care premium"),
    RESIDENT_PREMIUM("城乡居民医保费", "resident premium");

    private final String zh;
    private final String en;

    Purpose(String zh, String en) {
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

  /** For whom it is paid. */
  public enum Beneficiary {
    SELF("本人", "the insured"),
    SPOUSE("配偶", "spouse"),
    PARENT("父母", "parent"),
    CHILD("子女", "child"),
    NEAR_RELATIVE("其他近亲属", "other near relative");

    private final String zh;
    private final String en;

    Beneficiary(String zh, String en) {
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
}
