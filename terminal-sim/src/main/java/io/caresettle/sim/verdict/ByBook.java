package io.caresettle.sim.verdict;

import io.caresettle.eligibility.AreaLaw;
import io.caresettle.money.Payer;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What the areas say by a book of packs, as a terminal takes it: of an area without a word on the
 * day nothing is known.
 */
public record ByBook(PolicyBook book) implements AreaLaw {

  @Override
  public EntitlementRules on(String area, LocalDate day) {
    try {
      return book.entitlement(area, day);
    } catch (NoRuleInForce | RulesConflict nothingKnown) {
      return EntitlementRules.silent(area);
    }
  }

  @Override
  public Map<String, Set<Payer>> groups(String area, Scheme scheme, CareType care, LocalDate day) {
    return book.groups(area, scheme, care, day);
  }

  @Override
  public boolean knowsLimitOfGradeC(String area, LocalDate day) {
    return book.knowsLimitOf(Grade.C, area, day);
  }
}
