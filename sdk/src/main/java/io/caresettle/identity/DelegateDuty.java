package io.caresettle.identity;

import static io.caresettle.identity.IdentityRule.R_ID_05;

import io.caresettle.credential.IdentityDocument;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.identity.Delegate.Authority;
import io.caresettle.problem.CredentialRefused.Reason;
import java.time.LocalDate;
import java.util.Optional;

/** What somebody who acts for another must have shown, and may do (NT 48¶2, HN 24¶3). */
final class DelegateDuty {

  private static final int OF_AGE = 18;

  private DelegateDuty() {}

  static Optional<Stop> check(
      Delegate delegate, IdentityDocument patient, Purpose purpose, LocalDate today) {
    if (delegate.authority() == Authority.ENTRUSTED && purpose != Purpose.PURCHASE) {
      return Optional.of(Stop.of(R_ID_05, Reason.DELEGATE_MAY_ONLY_BUY));
    }
    if (delegate.authority() == Authority.GUARDIAN_OF_MINOR && isOfAge(patient, today)) {
      return Optional.of(Stop.of(R_ID_05, Reason.NOT_A_MINOR));
    }
    if (delegate.document().isEmpty()) {
      return missing("未出示代办人证件", "the delegate's own document was not shown");
    }
    if (delegate.principalDocument().isEmpty()) {
      return missing("未出示委托人证件", "the patient's document was not shown");
    }
    IdentityDocument principal = delegate.principalDocument().get();
    if (!principal.isSameAs(patient)) {
      return missing(
          "委托人证件与登记患者不一致", "the document shown for the patient is not the registered patient's");
    }
    if (delegate.document().get().isSameAs(principal)) {
      return missing("双方证件为同一证件", "one document was shown for both persons");
    }
    return delegate.relation().isBlank()
        ? missing("未登记与患者的关系", "the relation to the patient was not recorded")
        : delegate.reason().isBlank()
            ? missing("未登记代办原因", "the reason was not recorded")
            : Optional.empty();
  }

  /** Only a number tells a date of birth; of another document the counter has to see it. */
  private static boolean isOfAge(IdentityDocument patient, LocalDate today) {
    return patient instanceof IdentityNumber number
        && !number.birthDate().plusYears(OF_AGE).isAfter(today);
  }

  private static Optional<Stop> missing(String zh, String en) {
    return Optional.of(Stop.of(R_ID_05, Reason.DELEGATE_DOCUMENTS_MISSING, zh + " / " + en));
  }
}
