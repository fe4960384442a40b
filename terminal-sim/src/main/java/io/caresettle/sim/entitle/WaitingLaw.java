package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.util.function.BiFunction;

/**
 * Which ordinance measures a waiting period: that of the day on which the waiting began.
 *
 * <p>SH 15¶2 and 17 give the benefit once the waiting is over, and so name one event that begins
 * it, the payment, and one length that it then has; nothing in them, nor in the rule that gives the
 * six months for some years (SH 15¶2, in force from 2025-09-10 to 2030-09-09), changes a waiting
 * that runs. By the ordinance of the service day a worker would lose again, when the rule runs out,
 * a benefit that had begun.
 *
 * <p>Where nobody had published the length when the waiting began, it has the first one published
 * since, up to the day of service: somebody must not wait for ever because the rule came later.
 * While there is none, nothing begins.
 */
record WaitingLaw(BiFunction<String, LocalDate, Law> laws, LocalDate service) {

  private static final String WAITS = "after-waiting";

  /** For a flexible worker whose money came on a day (R-ELIG-02). */
  Law flexible(String area, LocalDate arrived) {
    return of(area, arrived, "flexible.starts", "flexible.waiting");
  }

  /** For a resident who paid on a day outside the central period, or after a break (R-ELIG-06). */
  Law resident(String area, LocalDate paid) {
    return of(area, paid, "resident.late-starts", "resident.waiting");
  }

  /** Asked by the month, and where nobody waits any more not at all. */
  private Law of(String area, LocalDate began, String starts, String length) {
    Law today = laws.apply(area, service);
    if (!today.is(starts, WAITS, WAITS)) {
      return today;
    }
    for (LocalDate day = began; day.isBefore(service); day = Law.monthAfter(day)) {
      Law law = laws.apply(area, day);
      if (tells(law, starts, length)) {
        return law;
      }
    }
    return today;
  }

  /** Whether it says how the benefit starts, and how long is waited where that is what it says. */
  private static boolean tells(Law law, String starts, String length) {
    return law.ordinance().word(starts) instanceof Said.Is<String> how
        && (!how.value().equals(WAITS) || law.number(length).isPresent());
  }
}
