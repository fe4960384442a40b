package io.caresettle.eligibility;

import io.caresettle.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What somebody declares of an injury, and signs: how it came about and who else may have to pay
 * (外伤、第三方责任申报; R-SCOPE-03, -04; JS 38¶2, SZ 57¶2, JSR 38). The terminal asks for it, the centre
 * decides on it.
 *
 * @param otherPayerName as the declarant calls the other payer; empty where nobody can
 * @param otherPaid what the other payer has paid already
 * @param advanceAsked whether the fund is asked to pay first (先行支付)
 * @param declarant who declares
 * @param relation of the declarant to the patient, 本人 for the patient
 * @param declaredAt when it was signed
 */
public record ThirdPartyDeclaration(
    Cause cause,
    Injury.OtherPayer other,
    LocalDate injuredOn,
    String place,
    String otherPayerName,
    Money otherPaid,
    boolean advanceAsked,
    String declarant,
    String relation,
    Instant declaredAt) {

  /** How the injury came about. */
  public enum Cause {
    TRAFFIC("交通事故", "a traffic accident"),
    WORK("工作原因", "work"),
    ASSAULT("他人伤害", "another's assault"),
    OWN_ACCIDENT("本人意外", "an accident of one's own"),
    OTHER("其他", "something else");

    private final String zh;
    private final String en;

    Cause(String zh, String en) {
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

  /**
   * @throws IllegalArgumentException when nobody declares it, or what another paid is negative, or
   *     it asks the fund to pay first where nobody else is liable
   */
  public ThirdPartyDeclaration {
    if (declarant.isBlank() || relation.isBlank()) {
      throw new IllegalArgumentException("Nobody signed the declaration: expected who declares");
    }
    if (otherPaid.isNegative()) {
      throw new IllegalArgumentException("Another paid " + otherPaid + ", expected zero or more");
    }
    if (advanceAsked && other == Injury.OtherPayer.NONE) {
      throw new IllegalArgumentException(
          "The fund is asked to pay first, but nobody else is said to be liable");
    }
  }

  /** Names nobody. */
  @Override
  public String toString() {
    return "ThirdPartyDeclaration[" + cause + ", " + other + "]";
  }
}
