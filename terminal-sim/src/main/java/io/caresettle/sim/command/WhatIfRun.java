package io.caresettle.sim.command;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.split.BillRejected;
import java.util.ArrayList;
import java.util.List;

/** Lays cases before other rules. */
final class WhatIfRun {

  private WhatIfRun() {}

  static WhatIfText of(List<CaseResult> results, PolicyBook other) {
    List<WhatIf> compared = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (CaseResult result : results) {
      if (result instanceof CaseResult.Own own) {
        try {
          SplitCase given = own.given();
          Plan plan = given.days().plan(other, given.key());
          compared.add(new WhatIf(given, own.estimate(), given.estimate(plan)));
        } catch (NoRuleInForce | RulesConflict | ParameterNotPublished | BillRejected e) {
          leftOut.add(result.name() + ": " + e.getMessage());
        }
      } else if (result instanceof CaseResult.Refused) {
        leftOut.add(result.name() + ": 输入有误 the input is wrong");
      } else {
        leftOut.add(result.name() + ": a worked example brings its own policy");
      }
    }
    return new WhatIfText(compared, leftOut);
  }
}
