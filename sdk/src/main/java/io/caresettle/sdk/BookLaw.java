package io.caresettle.sdk;

import io.caresettle.eligibility.AreaLaw;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.RulesConflict;
import java.time.LocalDate;

/**
 * What the areas say by the packs of this terminal. Of an area without a pack on the day, or with
 * two that disagree, nothing is known, and whatever rests on its word stays closed.
 */
record BookLaw(PolicyBook book) implements AreaLaw {

  @Override
  public EntitlementRules on(String area, LocalDate day) {
    try {
      return book.entitlement(area, day);
    } catch (NoRuleInForce | RulesConflict nothingKnown) {
      return EntitlementRules.silent(area);
    }
  }
}
