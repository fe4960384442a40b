package io.caresettle.identity;

import static io.caresettle.identity.IdentityRule.R_ID_01;
import static io.caresettle.identity.IdentityRule.R_ID_02;
import static io.caresettle.identity.IdentityRule.R_ID_03;
import static io.caresettle.identity.IdentityRule.R_ID_05;
import static io.caresettle.identity.IdentityRule.R_ID_07;

import io.caresettle.credential.Credential;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.identity.RealNameVerdict.Compared;
import io.caresettle.identity.RealNameVerdict.Difference;
import io.caresettle.identity.RealNameVerdict.Kind;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds that credential, rolls and registration name the same person, or refuses (R-ID-01 JS 44¶2,
 * SZ 64¶1, NT 39; R-ID-03 NT 39; R-ID-05 NT 48¶2, HN 24¶3).
 *
 * <p>Asked in this order, and the first that fails refuses: is the credential in good standing; do
 * all pairs agree; has a delegate shown what a delegate must. Names and numbers are compared
 * exactly, without stopping at the first difference.
 */
public final class RealNameCheck {

  private final IdentityRules rules;

  /** A check that asks these rules. */
  public RealNameCheck(IdentityRules rules) {
    this.rules = rules;
  }

  /** As {@link #decide}, with all rules, for who wants the patient and nothing else. */
  public static Patient verify(
      Credential credential, InsuredPerson person, Registration registration) {
    return new RealNameCheck(IdentityRules.all())
        .decide(credential, person, registration)
        .orThrow();
  }

  /**
   * The patient, when everything agrees; or why not: {@code REPORTED_LOST}, {@code CARD_EXPIRED},
   * {@code CODE_EXPIRED}, {@code NOT_THE_REGISTERED_PATIENT} or {@code DELEGATE_DOCUMENTS_MISSING}.
   *
   * @param credential a card brings a name and a number of its own; a code brings none, so the
   *     centre's answer stands for it
   * @param person whom the centre named when it was asked about {@code credential}
   */
  public Decision decide(Credential credential, InsuredPerson person, Registration registration) {
    return new Asking(credential, person, registration).decide();
  }

  /** Why nothing goes on. */
  private record Stop(List<IdentityRule> rules, CredentialRefused refusal) {
    Stop(IdentityRule rule, Reason reason) {
      this(List.of(rule), new CredentialRefused(reason));
    }
  }

  private record Named(PersonName name, IdentityNumber number) {}

  private final class Asking {
    private final Credential credential;
    private final Kind kind;
    private final InsuredPerson person;
    private final Registration registration;
    private final List<IdentityRule> asked = new ArrayList<>();
    private final List<Compared> agreed = new ArrayList<>();
    private final List<Difference> differed = new ArrayList<>();

    Asking(Credential credential, InsuredPerson person, Registration registration) {
      this.credential = credential;
      this.kind = Kind.of(credential);
      this.person = person;
      this.registration = registration;
    }

    Decision decide() {
      Optional<Stop> stop = lost().or(this::expired).or(this::pairs).or(this::delegate);
      RealNameVerdict verdict =
          new RealNameVerdict(
              stop.isEmpty(),
              kind,
              agreed,
              differed,
              registration.delegate().isPresent(),
              stop.map(Stop::rules).orElse(asked),
              stop.map(s -> s.refusal().reason()),
              person.name().masked(),
              person.identityNumber().masked());
      if (stop.isPresent()) {
        return new Decision.Stopped(verdict, stop.get().refusal());
      }
      return new Decision.Passed(new Patient(person, registration, credential, verdict));
    }

    private boolean asks(IdentityRule rule) {
      boolean asks = rules.asks(rule);
      if (asks) {
        asked.add(rule);
      }
      return asks;
    }

    private Optional<Stop> lost() {
      return asks(R_ID_07) && person.standing() == InsuredPerson.CredentialStanding.REPORTED_LOST
          ? Optional.of(new Stop(List.of(R_ID_07), CredentialMoments.lost(person.lostSince())))
          : Optional.empty();
    }

    private Optional<Stop> expired() {
      Reason reason = kind == Kind.CARD ? Reason.CARD_EXPIRED : Reason.CODE_EXPIRED;
      return asks(R_ID_02) && person.standing() == InsuredPerson.CredentialStanding.EXPIRED
          ? Optional.of(new Stop(R_ID_02, reason))
          : Optional.empty();
    }

    private Optional<Stop> pairs() {
      Named rolls = new Named(person.name(), person.identityNumber());
      Named registered = new Named(registration.name(), registration.identityNumber());
      if (asks(R_ID_03) && credential instanceof SocialSecurityCard card) {
        Named onCard = new Named(card.name(), card.identityNumber());
        compare(Compared.CREDENTIAL_REGISTRATION, onCard, registered);
        compare(Compared.CREDENTIAL_ROLLS, onCard, rolls);
      }
      if (asks(R_ID_01)) {
        compare(Compared.ROLLS_REGISTRATION, rolls, registered);
      }
      if (differed.isEmpty()) {
        return Optional.empty();
      }
      String which =
          differed.stream().map(d -> d.zh() + " / " + d.en()).collect(Collectors.joining("; "));
      List<IdentityRule> broken =
          differed.stream()
              .map(d -> d.pair() == Compared.ROLLS_REGISTRATION ? R_ID_01 : R_ID_03)
              .distinct()
              .sorted()
              .toList();
      return Optional.of(
          new Stop(broken, new CredentialRefused(Reason.NOT_THE_REGISTERED_PATIENT, which)));
    }

    private void compare(Compared pair, Named left, Named right) {
      boolean name = equal(left.name().reveal(), right.name().reveal());
      boolean number = equal(left.number().reveal(), right.number().reveal());
      if (name && number) {
        agreed.add(pair);
      } else {
        differed.add(new Difference(pair, !name, !number));
      }
    }

    private Optional<Stop> delegate() {
      return registration.delegate().filter(d -> asks(R_ID_05)).flatMap(this::documents);
    }

    private Optional<Stop> documents(Delegate delegate) {
      if (delegate.document().isEmpty()) {
        return missing("未出示代办人证件", "the delegate's own document was not shown");
      }
      if (delegate.principalDocument().isEmpty()) {
        return missing("未出示委托人证件", "the patient's document was not shown");
      }
      String principal = delegate.principalDocument().get().reveal();
      if (!equal(principal, person.identityNumber().reveal())) {
        return missing(
            "委托人证件与登记患者不一致", "the document shown for the patient is not the registered patient's");
      }
      if (equal(delegate.document().get().reveal(), principal)) {
        return missing("双方证件为同一证件", "one document was shown for both persons");
      }
      return Optional.empty();
    }

    private Optional<Stop> missing(String zh, String en) {
      return Optional.of(
          new Stop(
              List.of(R_ID_05),
              new CredentialRefused(Reason.DELEGATE_DOCUMENTS_MISSING, zh + " / " + en)));
    }
  }

  private static boolean equal(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
