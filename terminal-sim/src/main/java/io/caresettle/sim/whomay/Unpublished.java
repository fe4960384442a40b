package io.caresettle.sim.whomay;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.LeftOut;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.RulesConflict;
import java.util.List;
import java.util.Optional;

/** Layers that the law opens and that pay nothing, as nobody published what they pay. */
record Unpublished(PolicyBook book) {

  List<Row> tell(List<Row> rows, Eligibility verdict, CareType care, Asked asked) {
    List<LeftOut> layers =
        verdict.serving().map(enrolment -> of(enrolment, verdict, care, asked)).orElse(List.of());
    return rows.stream().map(row -> told(row, layers)).toList();
  }

  private List<LeftOut> of(Enrolment who, Eligibility verdict, CareType care, Asked asked) {
    PlanKey key =
        new PlanKey(
            who.area(),
            who.scheme(),
            who.category(),
            care,
            asked.place().level(),
            verdict.circumstances());
    try {
      return book.plan(key, asked.day(), asked.discharged(care).orElse(asked.day())).leftOut();
    } catch (NoRuleInForce | RulesConflict | ParameterNotPublished noPlan) {
      // Then no bill is settled at all, and nothing is left out of one.
      return List.of();
    }
  }

  private static Row told(Row row, List<LeftOut> layers) {
    Optional<LeftOut> layer =
        layers.stream()
            .filter(one -> row.open() && one.payer().id().equals(row.purse().id()))
            .findFirst();
    return layer
        .map(
            one ->
                row.leftOut(
                    new Reason(
                        one.basis().rule(),
                        one.source().toString(),
                        one.zh(),
                        one.en(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(one.value()))))
        .orElse(row);
  }
}
