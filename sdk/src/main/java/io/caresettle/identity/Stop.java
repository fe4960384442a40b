package io.caresettle.identity;

import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.util.List;
import java.util.Optional;

/** Why nothing goes on, and by which rules. */
record Stop(List<IdentityRule> rules, CredentialRefused refusal) {

  static Optional<Stop> when(boolean so, IdentityRule rule, Reason reason) {
    return so ? Optional.of(of(rule, reason)) : Optional.empty();
  }

  static Stop of(IdentityRule rule, Reason reason) {
    return new Stop(List.of(rule), new CredentialRefused(reason));
  }

  static Stop of(IdentityRule rule, Reason reason, String detail) {
    return new Stop(List.of(rule), new CredentialRefused(reason, detail));
  }
}
