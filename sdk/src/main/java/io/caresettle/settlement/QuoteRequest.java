package io.caresettle.settlement;

import io.caresettle.eligibility.AccountUse;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.identity.Consented;
import io.caresettle.policy.plan.LeftOut;
import io.caresettle.policy.plan.Plan;
import io.caresettle.split.Bill;
import io.caresettle.split.Catalogue;
import io.caresettle.split.SettlementSplit;
import java.util.List;
import java.util.Optional;

/**
 * What a quote is asked for.
 *
 * @param catalogue gives the names on the slip
 * @param consented what was agreed to of what no fund pays
 * @param plan the terminal's own reading of the policy; empty where it knows no law for this bill
 * @param replaces the cancelled settlement whose remaining lines these are (R-TXN-06)
 */
public record QuoteRequest(
    Eligibility eligibility,
    Bill bill,
    Catalogue catalogue,
    int terminalSlot,
    Optional<Plan> plan,
    Consented consented,
    Optional<String> replaces) {

  /** For a bill that replaces none. */
  public QuoteRequest(
      Eligibility eligibility,
      Bill bill,
      Catalogue catalogue,
      int terminalSlot,
      Optional<Plan> plan,
      Consented consented) {
    this(eligibility, bill, catalogue, terminalSlot, plan, consented, Optional.empty());
  }

  /** Where we know no law, we cannot vouch for a figure either. */
  boolean testFigures() {
    return plan.map(Plan::testFigures).orElse(true);
  }

  /** The layers that neither we nor the centre could count: what it paid, it counted. */
  List<LeftOut> leftOut(SettlementSplit split) {
    if (eligibility.visit().accountUse().purpose() != AccountUse.Purpose.CARE) {
      return List.of(); // A premium is no bill of care, and no fund pays of it.
    }
    return plan.stream()
        .flatMap(known -> known.leftOut().stream())
        .filter(layer -> eligibility.open().contains(layer.payer()))
        .filter(layer -> isWithout(layer, split))
        .toList();
  }

  /** Where another layer of the same fund paid, nobody knows what of it this one would add. */
  private boolean isWithout(LeftOut layer, SettlementSplit split) {
    return split.paidBy(layer.payer()).fen() == 0
        || plan.filter(known -> known.knows(layer.payer())).isPresent();
  }
}
