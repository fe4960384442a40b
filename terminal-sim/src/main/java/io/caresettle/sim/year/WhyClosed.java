package io.caresettle.sim.year;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Finding;
import io.caresettle.money.Payer;
import java.util.List;
import java.util.Set;

/** Why something was closed, without days and numbers, so that bills can be counted by it. */
final class WhyClosed {

  private WhyClosed() {}

  static List<String> of(Eligibility verdict) {
    return of(verdict, Set.of(Payer.POOL_FUND, Payer.PERSONAL_ACCOUNT));
  }

  static List<String> ofPool(Eligibility verdict) {
    return of(verdict, Set.of(Payer.POOL_FUND));
  }

  /** Whether the pool was closed because a parameter of a rule is not published. */
  static boolean isUnpublished(Eligibility verdict) {
    return verdict.findings().stream()
        .anyMatch(f -> !f.open() && f.payer() == Payer.POOL_FUND && f.zh().contains("参数未公布"));
  }

  private static List<String> of(Eligibility verdict, Set<Payer> payers) {
    return verdict.findings().stream()
        .filter(f -> !f.open() && payers.contains(f.payer()))
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
