package io.caresettle.identity;

import static io.caresettle.identity.IdentityRule.R_ID_06;

import io.caresettle.credential.Credential;
import io.caresettle.credential.NameMatch;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.money.Money;
import io.caresettle.problem.CredentialRefused.Reason;
import java.util.Optional;

/**
 * A relative whose account may pay for this visit (家庭共济支付人; R-ID-06, HN 24¶4(2), SZ 16¶2): the
 * ticket for the family account, and for nothing else. It is no {@link Patient}, so nothing of the
 * relative's own insurance can be asked for with it.
 *
 * <p>It has no public constructor: only {@link RealNameCheck} makes one.
 */
public final class FamilyPayer {

  private final FoundPayer found;
  private final Patient patient;

  FamilyPayer(FoundPayer found, Patient patient) {
    this.found = found;
    this.patient = patient;
  }

  /** The payer, whose credential {@link RealNameCheck} found good; or why it is nobody's. */
  static Optional<Stop> stop(
      IdentityRules rules, Credential shown, FoundPayer found, Patient patient) {
    if (!rules.asks(R_ID_06)) {
      return Optional.empty();
    }
    String treated = patient.personNumber();
    boolean bound =
        found.patientNumber().equals(treated) && !found.binding().payerNumber().equals(treated);
    if (bound && shown instanceof SocialSecurityCard card) {
      NameMatch name = card.name().compare(found.name());
      if (name == NameMatch.NOT_COMPARABLE) {
        return Optional.of(Stop.of(R_ID_06, Reason.NAME_NOT_COMPARABLE));
      }
      bound =
          name.isOneName()
              && found.document().filter(d -> !d.isSameAs(card.identityNumber())).isEmpty();
    }
    return Stop.when(!bound, R_ID_06, Reason.NOT_A_FAMILY_PAYER);
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
