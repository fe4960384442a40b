package io.caresettle.policy.plan;

import java.time.LocalDate;

/** No pack serves this person, this care and this day: nobody may guess one. */
public final class NoRuleInForce extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoRuleInForce(PlanKey key, LocalDate date, String whatThereIs) {
    super(message(key.toString(), date, whatThereIs));
  }

  /** No pack says who may have what in this area on this day. */
  public NoRuleInForce(String area, LocalDate date, String whatThereIs) {
    super(message("entitlement in area " + area, date, whatThereIs));
  }

  private static String message(String what, LocalDate date, String whatThereIs) {
    return "No rule in force for "
        + what
        + " on "
        + date
        + ". "
        + whatThereIs
        + " Add the pack that serves it, or correct the request.";
  }
}
