package io.caresettle.sdk;

import io.caresettle.eligibility.AreaLaw;
import io.caresettle.eligibility.EmergencyOrder;
import io.caresettle.money.Payer;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** Emergency orders of the area; what they change, their packs say. */
  @Override
  public List<EmergencyOrder> orders(String area) {
    return book.orders().stream()
        .filter(order -> order.pack().id().area().equals(area))
        .map(
            order ->
                new EmergencyOrder(
                    order.number(),
                    order.zh(),
                    order.en(),
                    order.pack().from(),
                    order.pack().to(),
                    Set.of()))
        .toList();
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
