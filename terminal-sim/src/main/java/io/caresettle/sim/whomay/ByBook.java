package io.caresettle.sim.whomay;

import io.caresettle.eligibility.AreaLaw;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.RulesConflict;
import java.time.LocalDate;

/**
 * What the areas say by a book of packs, as a terminal takes it: of an area without a word on the
 * day nothing is known.
 */
record ByBook(PolicyBook book) implements AreaLaw {

  @Override
  public EntitlementRules on(String area, LocalDate day) {
    try {
      return book.entitlement(area, day);
    } catch (NoRuleInForce | RulesConflict nothingKnown) {
      return EntitlementRules.silent(area);
    }
  }
}
