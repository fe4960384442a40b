package io.caresettle.sdk;

import io.caresettle.credential.Credential;
import io.caresettle.credential.IdentityDocument;
import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.DataLeave;
import io.caresettle.eligibility.EligibilityRule;
import io.caresettle.identity.Consent;
import io.caresettle.identity.Consents;
import io.caresettle.identity.Delegate;
import io.caresettle.identity.FaceResult;
import io.caresettle.identity.FamilyPayer;
import io.caresettle.identity.IdentityRule;
import io.caresettle.identity.InsuredPerson;
import io.caresettle.identity.Patient;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.identity.RealNameVerdict;
import io.caresettle.operator.ActBody;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.settlement.Quote;
import io.caresettle.split.BillId;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the acts of a counter say. Names in them never change: they stand under signatures. */
final class ActTexts {

  private ActTexts() {}

  /**
   * What was found, of whom by the centre's number, and who came for them: the texts want both
   * persons' identities kept (NT 48¶2, HN 24¶3), so this body holds the other's name and number.
   */
  static ActBody verdict(
      RealNameVerdict verdict, InsuredPerson person, Optional<Delegate> forThem) {
    ActBody body =
        new ActBody()
            .put("passed", verdict.passed())
            .put(
                "rules",
                verdict.rules().stream().map(IdentityRule::id).collect(Collectors.joining(" ")))
            .put("person", person.personNumber())
            .put("credential", verdict.credential())
            .put("purpose", verdict.purpose())
            .put("reason", verdict.refused().map(Enum::name).orElse(""))
            .put("zh", verdict.zh())
            .put("en", verdict.en());
    verdict.face().ifPresent(face -> face(face, body));
    forThem.ifPresent(delegate -> delegate(delegate, body));
    return body;
  }

  private static void face(FaceResult face, ActBody body) {
    body.put("face", face.answer()).put("face.device", face.device()).put("face.at", face.at());
    face.score().ifPresent(score -> body.put("face.score", score));
  }

  private static void delegate(Delegate delegate, ActBody body) {
    body.put("delegate", delegate.authority())
        .put("delegate.name", delegate.name().reveal())
        .put("delegate.relation", delegate.relation())
        .put("delegate.reason", delegate.reason());
    delegate.document().ifPresent(shown -> document("delegate.document", shown, body));
    delegate.principalDocument().ifPresent(shown -> document("patient.document", shown, body));
  }

  private static void document(String name, IdentityDocument shown, ActBody body) {
    body.put(name, shown.type() + " " + shown.reveal());
  }

  /** Nobody was compared: the centre did not say whose it is, or it was lost since. */
  static ActBody refused(CredentialRefused refusal) {
    return refused(rule(refusal.reason(), IdentityRule.R_ID_02), refusal);
  }

  private static ActBody refused(IdentityRule rule, CredentialRefused refusal) {
    return new ActBody()
        .put("passed", false)
        .put("rules", rule.id())
        .put("reason", refusal.reason())
        .put("zh", refusal.reason().zh())
        .put("en", refusal.reason().en());
  }

  /** Whose account may pay; the payer's own number is the centre's, and no identity number. */
  static ActBody payer(FamilyPayer payer) {
    return new ActBody()
        .put("passed", true)
        .put("rules", IdentityRule.R_ID_06.id())
        .put("payer", payer.personNumber())
        .put("zh", payer.zh())
        .put("en", payer.en());
  }

  static ActBody payerRefused(CredentialRefused refusal) {
    return refused(rule(refusal.reason(), IdentityRule.R_ID_06), refusal);
  }

  /** Which credential, by digest alone. */
  static ActBody loss(Credential credential) {
    return new ActBody()
        .put("rules", IdentityRule.R_ID_07.id())
        .put("credential", credential)
        .put("digest", RealNameCheck.digestOf(credential));
  }

  /** The rule by which the centre, or the terminal, refused a credential. */
  private static IdentityRule rule(Reason reason, IdentityRule otherwise) {
    return switch (reason) {
      case REPORTED_LOST -> IdentityRule.R_ID_07;
      case SHOWN_ELSEWHERE,
          SHOWN_AT_ANOTHER_COUNTER,
          REPEATED_FAILURES,
          CODE_BOUND_TO_ANOTHER_VISIT ->
          IdentityRule.R_ID_04;
      case CARD_EXPIRED, CODE_EXPIRED -> IdentityRule.R_ID_02;
      default -> otherwise;
    };
  }

  static ActBody consents(BillId bill, Consents consents) {
    ActBody body =
        new ActBody().put("bill", bill.number()).put("rules", IdentityRule.R_SCOPE_05.id());
    consents.emergency().ifPresent(reason -> body.put("emergency", reason));
    int number = 0;
    for (Consent consent : consents.given()) {
      String line = "consent." + ++number;
      body.put(line + ".line", consent.lineId())
          .put(line + ".code", consent.catalogueCode())
          .put(line + ".up-to", consent.upTo())
          .put(line + ".giver", consent.giver())
          .put(line + ".given-by", consent.givenBy().reveal())
          .put(line + ".form", consent.form())
          .put(line + ".at", consent.givenAt());
    }
    return body;
  }

  /** Whose data goes to whom, for what and of which days, and who signed that. */
  static ActBody leave(Patient patient, DataLeave leave) {
    return new ActBody()
        .put("rules", EligibilityRule.R_DATA_07.id())
        .put("person", patient.personNumber())
        .put("payer", leave.payer())
        .put("purpose", leave.purpose())
        .put("from", leave.from())
        .put("to", leave.to().map(Object::toString).orElse(""))
        .put("signed-by", leave.signedBy().reveal())
        .put("relation", leave.relation())
        .put("at", leave.signedAt());
  }

  static ActBody revoked(Authorisation given, String reason) {
    return new ActBody()
        .put("rules", EligibilityRule.R_DATA_07.id())
        .put("person", given.personNumber())
        .put("payer", given.payer())
        .put("authorisation", given.id())
        .put("reason", reason);
  }

  static ActBody settlement(Quote quote) {
    return new ActBody()
        .put("bill", quote.bill().number())
        .put("quote", quote.reference())
        .put("body-digest", quote.bodyDigest())
        .put("total", quote.split().total());
  }

  static ActBody bill(BillId bill) {
    return new ActBody().put("bill", bill.number());
  }
}
