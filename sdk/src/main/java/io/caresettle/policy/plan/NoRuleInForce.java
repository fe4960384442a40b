package io.caresettle.policy.plan;

import java.time.LocalDate;

/** No pack serves this person, this care and this day: nobody may guess one. */
public final class NoRuleInForce extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoRuleInForce(PlanKey key, LocalDate date, String whatThereIs) {
    super(
        "No rule in force for "
            + key
            + " on "
            + date
            + ". "
            + whatThereIs
            + " Add the pack that serves it, or correct the request.");
  }
}
