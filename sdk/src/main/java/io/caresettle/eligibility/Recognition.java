package io.caresettle.eligibility;

import io.caresettle.policy.plan.InstitutionLevel;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A special or chronic outpatient disease that a hospital recognised in somebody (门诊慢特病认定;
 * R-SCOPE-10, NT 42).
 *
 * @param disease its national code, such as M00500
 * @param to last day, inclusive; empty where it has no end
 * @param hospital that recognised it
 * @param uploaded when the centre had it; empty while it has not
 */
public record Recognition(
    String disease,
    Kind kind,
    LocalDate from,
    Optional<LocalDate> to,
    String hospital,
    InstitutionLevel level,
    Optional<LocalDate> uploaded)
    implements Dated {

  /** Which list the disease stands on. */
  public enum Kind {
    SPECIAL,
    CHRONIC
  }
}
