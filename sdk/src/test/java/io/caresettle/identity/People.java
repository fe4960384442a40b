package io.caresettle.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.Credential;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.NationalCode;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.identity.Decision.Stopped;
import io.caresettle.identity.InsuredPerson.CredentialStanding;
import io.caresettle.problem.CredentialRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Two people, a day, and a terminal's check with the rules of the moment. */
final class People {

  static final String NAME = "测试甲";
  static final String NUMBER = "329900198503120011";
  static final String OTHER_NAME = "测试乙";
  static final String OTHER_NUMBER = "329900196205070029";
  static final NationalCode CODE = new NationalCode("0123456789");

  Instant now = Instant.parse("2026-11-20T01:00:00Z");
  final RealNameCheck check =
      new RealNameCheck(RealNameProfile.TEST, SwitchedRules.now(), () -> now);

  void pass(Duration time) {
    now = now.plus(time);
  }

  static SocialSecurityCard card() {
    return card(NAME, NUMBER, CardProof.PSAM);
  }

  static SocialSecurityCard card(String name, String number, CardProof proof) {
    return new SocialSecurityCard(
        "320500",
        "320500D15600000500000001FFFFFFFF",
        "A00000011",
        "3.00",
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2030, 1, 1),
        IdentityNumber.parse(number),
        PersonName.of(name),
        proof);
  }

  static InsuredPerson rolls() {
    return rolls(NAME, NUMBER);
  }

  static InsuredPerson rolls(String name, String number) {
    return new InsuredPerson(
        number.equals(NUMBER) ? "P0000001" : "P0000002",
        PersonName.of(name),
        IdentityNumber.parse(number),
        CredentialStanding.VALID);
  }

  static Registration registered(String visit) {
    return registered(visit, NAME, NUMBER);
  }

  static Registration registered(String visit, String name, String number) {
    return new Registration(visit, PersonName.of(name), IdentityNumber.parse(number));
  }

  static Presented at(String counter, Credential credential) {
    return new Presented(credential, Purpose.TREATMENT, counter);
  }

  Decision good(String counter, String visit) {
    return check.decide(at(counter, card()), rolls(), registered(visit));
  }

  /** Somebody else's registration. */
  Decision wrong(String counter, String visit) {
    return check.decide(at(counter, card()), rolls(), registered(visit, OTHER_NAME, OTHER_NUMBER));
  }

  static Patient passed(Decision decision) {
    return assertInstanceOf(Decision.Passed.class, decision).patient();
  }

  static RealNameVerdict stopped(IdentityRule rule, Reason reason, Decision decision) {
    Stopped stopped = assertInstanceOf(Stopped.class, decision);
    assertEquals(reason, stopped.refusal().reason());
    assertEquals(List.of(rule), stopped.verdict().rules());
    return stopped.verdict();
  }
}
