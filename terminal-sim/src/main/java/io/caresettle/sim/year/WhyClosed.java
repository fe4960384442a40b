package io.caresettle.sim.year;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Finding;
import io.caresettle.money.Payer;
import java.util.List;

/** Why something was closed, without days and numbers, so that bills can be counted by it. */
final class WhyClosed {

  private WhyClosed() {}

  static List<String> of(Eligibility verdict) {
    return verdict.findings().stream()
        .filter(f -> !f.open())
        .filter(f -> f.payer() == Payer.POOL_FUND || f.payer() == Payer.PERSONAL_ACCOUNT)
        .map(WhyClosed::why)
        .distinct()
        .toList();
  }

  private static String why(Finding finding) {
    return String.join("|", finding.rule(), finding.payer().id(), finding.zh(), finding.en())
        .replaceAll("\\d{4}-\\d{2}-\\d{2}", "…")
        .replaceAll("TEST\\d+|\\d{6}", "…");
  }
}
