package io.caresettle.policy.plan;

import java.time.LocalDate;
import java.util.List;

/** Several packs serve the same person, care and day; which of them holds is not for us to say. */
public final class RulesConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient List<String> files;

  public RulesConflict(PlanKey key, LocalDate date, List<String> files) {
    super(message(key.toString(), date, files));
    this.files = List.copyOf(files);
  }

  /** Several packs say who may have what in this area on this day. */
  public RulesConflict(String area, LocalDate date, List<String> files) {
    super(message("entitlement in area " + area, date, files));
    this.files = List.copyOf(files);
  }

  private static String message(String what, LocalDate date, List<String> files) {
    return "Several rules in force for "
        + what
        + " on "
        + date
        + ": "
        + String.join(" and ", files)
        + ". End one of them the day before the other begins.";
  }

  /** The files that claim the day. */
  public List<String> files() {
    return files;
  }
}
