package io.caresettle.sdk;

import io.caresettle.credential.Credential;
import io.caresettle.identity.Consent;
import io.caresettle.identity.Consents;
import io.caresettle.identity.FamilyPayer;
import io.caresettle.identity.IdentityRule;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.identity.RealNameVerdict;
import io.caresettle.operator.ActBody;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.settlement.Quote;
import io.caresettle.split.BillId;
import java.util.stream.Collectors;

/** What the acts of a counter say. Names in them never change: they stand under signatures. */
final class ActTexts {

  private ActTexts() {}

  static ActBody verdict(RealNameVerdict verdict) {
    return new ActBody()
        .put("passed", verdict.passed())
        .put(
            "rules",
            verdict.rules().stream().map(IdentityRule::id).collect(Collectors.joining(" ")))
        .put("credential", verdict.credential())
        .put("reason", verdict.refused().map(Enum::name).orElse(""))
        .put("zh", verdict.zh())
        .put("en", verdict.en());
  }

  /** Nobody was compared: the centre did not say whose it is, or it was lost since. */
  static ActBody refused(CredentialRefused refusal) {
    return refused(ruleOf(refusal.reason()), refusal);
  }

  private static IdentityRule ruleOf(Reason reason) {
    return switch (reason) {
      case REPORTED_LOST -> IdentityRule.R_ID_07;
      case SHOWN_ELSEWHERE, CODE_BOUND_TO_ANOTHER_VISIT -> IdentityRule.R_ID_04;
      default -> IdentityRule.R_ID_02;
    };
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
    return refused(IdentityRule.R_ID_06, refusal);
  }

  /** Which credential, by digest alone. */
  static ActBody loss(Credential credential) {
    return new ActBody()
        .put("rules", IdentityRule.R_ID_07.id())
        .put("credential", credential)
        .put("digest", RealNameCheck.digestOf(credential));
  }

  static ActBody consents(BillId bill, Consents consents) {
    ActBody body =
        new ActBody().put("bill", bill.number()).put("rules", IdentityRule.R_SCOPE_05.id());
    consents.emergency().ifPresent(reason -> body.put("emergency", reason));
    for (Consent consent : consents.given()) {
      String line = "line." + consent.lineId();
      body.put(line + ".code", consent.catalogueCode())
          .put(line + ".up-to", consent.upTo())
          .put(line + ".giver", consent.giver())
          .put(line + ".given-by", consent.givenBy().reveal())
          .put(line + ".form", consent.form())
          .put(line + ".at", consent.givenAt());
    }
    return body;
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
