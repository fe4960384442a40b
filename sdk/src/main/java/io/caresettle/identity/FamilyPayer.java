package io.caresettle.identity;

import io.caresettle.credential.Credential;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.identity.InsuredPerson.CredentialStanding;
import io.caresettle.money.Money;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;

/**
 * A relative whose account may pay for this visit (家庭共济支付人; R-ID-06, HN 24¶4(2), SZ 16¶2): the
 * ticket for the family account, and for nothing else. It is no {@link Patient}, so nothing of the
 * relative's own insurance can be asked for with it.
 *
 * <p>It has no public constructor: only {@link #verify} makes one.
 */
public final class FamilyPayer {

  private final FoundPayer found;
  private final Patient patient;

  private FamilyPayer(FoundPayer found, Patient patient) {
    this.found = found;
    this.patient = patient;
  }

  /**
   * The payer, when the credential is good, and bears the name that the centre gave.
   *
   * @param rules which are asked: all of them
   * @param shown the relative's credential
   * @param found what the centre says of it
   * @param patient who passed the real-name check at this visit
   * @throws CredentialRefused with {@code REPORTED_LOST}, {@code CARD_EXPIRED}, {@code
   *     CODE_EXPIRED}, or with {@code NOT_A_FAMILY_PAYER} where it is another person's, or the
   *     patient's own
   */
  public static FamilyPayer verify(
      IdentityRules rules, Credential shown, FoundPayer found, Patient patient) {
    if (rules.asks(IdentityRule.R_ID_07) && found.standing() == CredentialStanding.REPORTED_LOST) {
      throw CredentialMoments.lost(found.lostSince());
    }
    if (rules.asks(IdentityRule.R_ID_02) && found.standing() == CredentialStanding.EXPIRED) {
      throw new CredentialRefused(
          shown instanceof SocialSecurityCard ? Reason.CARD_EXPIRED : Reason.CODE_EXPIRED);
    }
    if (rules.asks(IdentityRule.R_ID_06) && !binds(shown, found, patient)) {
      throw new CredentialRefused(Reason.NOT_A_FAMILY_PAYER);
    }
    return new FamilyPayer(found, patient);
  }

  private static boolean binds(Credential shown, FoundPayer found, Patient patient) {
    String treated = patient.personNumber();
    return found.patientNumber().equals(treated)
        && !found.binding().payerNumber().equals(treated)
        && !(shown instanceof SocialSecurityCard card && !card.name().equals(found.name()));
  }

  /** The centre's number of the relative. */
  public String personNumber() {
    return found.binding().payerNumber();
  }

  /** What binds the relative to the patient. */
  public FamilyBinding binding() {
    return found.binding();
  }

  /** Who is treated. */
  public Patient patient() {
    return patient;
  }

  /** What the relative's account held when it was asked for. */
  public Money accountBalance() {
    return found.accountBalance();
  }

  /** One line for the cashier. */
  public String zh() {
    return "家庭共济支付人：%s（患者的%s），仅可使用个人账户（%s）"
        .formatted(found.name().masked(), binding().relation().zh(), IdentityRule.R_ID_06.cited());
  }

  /** The same line in English. */
  public String en() {
    return "Payer for the family account: %s (the patient's %s); the account only (%s)"
        .formatted(found.name().masked(), binding().relation().en(), IdentityRule.R_ID_06.cited());
  }

  /** Says nothing of who it is. */
  @Override
  public String toString() {
    return "FamilyPayer[" + binding().relation() + "]";
  }
}
