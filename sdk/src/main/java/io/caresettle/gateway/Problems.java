package io.caresettle.gateway;

import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.problem.AuthorisationMissing;
import io.caresettle.problem.CareRefused;
import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.ConsentMissing;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.NotPermitted;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.split.BillRejected;
import io.caresettle.writing.Json;
import java.util.Optional;

/** Says each exception of the library as an answer: whose turn it is, and what to do. */
final class Problems {

  private Problems() {}

  /** Empty for what is a fault of ours: its words may hold anything, so they are not passed on. */
  static Optional<Problem> of(Throwable thrown) {
    String said = String.valueOf(thrown.getMessage());
    if (thrown instanceof Problem problem) {
      return Optional.of(problem);
    } else if (thrown instanceof Misuse) {
      return Optional.of(Problem.of(409, "misuse", "program", said));
    } else if (thrown instanceof NotPermitted e) {
      return Optional.of(
          Problem.of(
              403,
              "not-permitted",
              "supervisor",
              said,
              json -> json.put("found", e.found()).put("expected", e.expected())));
    } else if (thrown instanceof CredentialRefused e) {
      return Optional.of(
          Problem.of(
              422,
              "credential-refused",
              "patient",
              said,
              json ->
                  json.put("reason", Given.wordOf(e.reason()))
                      .put("zh", e.reason().zh())
                      .put("en", e.reason().en())));
    } else if (thrown instanceof ConsentMissing e) {
      return Optional.of(
          Problem.of(
              409,
              "consent-missing",
              "patient",
              said,
              json -> json.putTexts("lines", e.lineIds())));
    } else if (thrown instanceof AuthorisationMissing e) {
      return Optional.of(
          Problem.of(
              409,
              "authorisation-missing",
              "patient",
              said,
              json -> json.putTexts("payers", e.payers())));
    } else if (thrown instanceof CareRefused) {
      return Optional.of(Problem.of(422, "care-refused", "operator", said));
    }
    return ofTheCentre(thrown, said).or(() -> ofTheMachine(thrown, said));
  }

  private static Optional<Problem> ofTheCentre(Throwable thrown, String said) {
    if (thrown instanceof CentreRefused e) {
      return Optional.of(
          Problem.of(422, "centre-refused", "operator", said, json -> refusal(json, e)));
    } else if (thrown instanceof CentreUnreachable) {
      return Optional.of(Problem.of(503, "centre-unreachable", "operator", said));
    } else if (thrown instanceof EnvelopeRejected) {
      return Optional.of(Problem.of(502, "envelope-rejected", "key-keeper", said));
    }
    return Optional.empty();
  }

  private static void refusal(Json json, CentreRefused e) {
    json.put("code", e.code())
        .put("zh", e.zh())
        .put("en", e.en())
        .put("legalBasis", e.legalBasis())
        .put("next", Given.wordOf(e.next()));
  }

  private static Optional<Problem> ofTheMachine(Throwable thrown, String said) {
    if (thrown instanceof DeviceFault e) {
      return Optional.of(
          Problem.of(
              503,
              "device-fault",
              "operator",
              said,
              json ->
                  json.put("kind", Given.wordOf(e.kind()))
                      .put("zh", e.kind().zh())
                      .put("en", e.kind().en())));
    } else if (thrown instanceof JournalUnavailable e) {
      return Optional.of(
          Problem.of(
              503,
              "journal-unavailable",
              "administrator",
              said,
              json ->
                  json.put("reason", Given.wordOf(e.reason()))
                      .put("zh", e.reason().zh())
                      .put("en", e.reason().en())));
    } else if (thrown instanceof RecordUnreadable) {
      return Optional.of(Problem.of(500, "record-unreadable", "key-keeper", said));
    } else if (thrown instanceof NoRuleInForce || thrown instanceof RulesConflict) {
      return Optional.of(Problem.of(422, "no-rule-in-force", "administrator", said));
    } else if (thrown instanceof BillRejected) {
      return Optional.of(Problem.of(422, "bill-rejected", "program", said));
    }
    return Optional.empty();
  }
}
