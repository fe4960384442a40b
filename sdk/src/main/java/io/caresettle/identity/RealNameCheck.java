package io.caresettle.identity;

import io.caresettle.credential.Credential;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.identity.RealNameVerdict.Compared;
import io.caresettle.identity.RealNameVerdict.Kind;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds that credential, rolls and registration name the same person, or refuses (R-ID-01 JS 44¶2,
 * SZ 64¶1, NT 39; R-ID-03 NT 39; R-ID-05 NT 48¶2, HN 24¶3).
 *
 * <p>Asked in this order, and the first that fails refuses: is the credential in good standing; do
 * all pairs agree; has a delegate shown what a delegate must. Names and numbers are compared
 * exactly, without stopping at the first difference.
 */
public final class RealNameCheck {

  private RealNameCheck() {}

  /**
   * The patient, when everything agrees.
   *
   * @param credential a card brings a name and a number of its own; a code brings none, so the
   *     centre's answer stands for it
   * @param person whom the centre named when it was asked about {@code credential}
   * @throws CredentialRefused with {@code REPORTED_LOST}, {@code CARD_EXPIRED}, {@code
   *     CODE_EXPIRED}, {@code NOT_THE_REGISTERED_PATIENT} or {@code DELEGATE_DOCUMENTS_MISSING}
   */
  public static Patient verify(
      Credential credential, InsuredPerson person, Registration registration) {
    Kind kind = Kind.of(credential);
    checkStanding(kind, person);
    List<Compared> agreed = comparePairs(credential, person, registration);
    registration.delegate().ifPresent(delegate -> checkDocuments(delegate, person));
    RealNameVerdict verdict =
        new RealNameVerdict(
            kind,
            agreed,
            registration.delegate().isPresent(),
            person.name().masked(),
            person.identityNumber().masked());
    return new Patient(person, registration, credential, verdict);
  }

  private static void checkStanding(Kind kind, InsuredPerson person) {
    switch (person.standing()) {
      case VALID -> {}
      case REPORTED_LOST -> throw CredentialMoments.lost(person.lostSince());
      case EXPIRED ->
          throw new CredentialRefused(
              kind == Kind.CARD ? Reason.CARD_EXPIRED : Reason.CODE_EXPIRED);
    }
  }

  private static List<Compared> comparePairs(
      Credential credential, InsuredPerson person, Registration registration) {
    Named rolls = new Named(person.name(), person.identityNumber());
    Named registered = new Named(registration.name(), registration.identityNumber());
    List<Compared> agreed = new ArrayList<>();
    List<String> disagreed = new ArrayList<>();
    named(credential)
        .ifPresent(
            onCard -> {
              compare(Compared.CREDENTIAL_REGISTRATION, onCard, registered, agreed, disagreed);
              compare(Compared.CREDENTIAL_ROLLS, onCard, rolls, agreed, disagreed);
            });
    compare(Compared.ROLLS_REGISTRATION, rolls, registered, agreed, disagreed);
    if (!disagreed.isEmpty()) {
      throw new CredentialRefused(Reason.NOT_THE_REGISTERED_PATIENT, String.join("; ", disagreed));
    }
    return agreed;
  }

  private static void compare(
      Compared pair, Named left, Named right, List<Compared> agreed, List<String> disagreed) {
    boolean name = equal(left.name().reveal(), right.name().reveal());
    boolean number = equal(left.number().reveal(), right.number().reveal());
    if (name && number) {
      agreed.add(pair);
      return;
    }
    String zh = name ? "证件号码不一致" : number ? "姓名不一致" : "姓名和证件号码不一致";
    String en = name ? "number differs" : number ? "name differs" : "name and number differ";
    disagreed.add(pair.zh() + zh + " / " + pair.en() + ": " + en);
  }

  private static boolean equal(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static void checkDocuments(Delegate delegate, InsuredPerson person) {
    IdentityNumber own =
        delegate
            .document()
            .orElseThrow(() -> missing("未出示代办人证件", "the delegate's own document was not shown"));
    IdentityNumber principal =
        delegate
            .principalDocument()
            .orElseThrow(() -> missing("未出示委托人证件", "the patient's document was not shown"));
    if (!equal(principal.reveal(), person.identityNumber().reveal())) {
      throw missing(
          "委托人证件与登记患者不一致", "the document shown for the patient is not the registered patient's");
    }
    if (equal(own.reveal(), principal.reveal())) {
      throw missing("双方证件为同一证件", "one document was shown for both persons");
    }
  }

  private static CredentialRefused missing(String zh, String en) {
    return new CredentialRefused(Reason.DELEGATE_DOCUMENTS_MISSING, zh + " / " + en);
  }

  /** Name and number as the credential itself bears them; a code bears neither. */
  private static Optional<Named> named(Credential credential) {
    return credential instanceof SocialSecurityCard card
        ? Optional.of(new Named(card.name(), card.identityNumber()))
        : Optional.empty();
  }

  private record Named(PersonName name, IdentityNumber number) {}
}
