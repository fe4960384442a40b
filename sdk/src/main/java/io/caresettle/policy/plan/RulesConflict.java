package io.caresettle.policy.plan;

import java.time.LocalDate;
import java.util.List;

/** Several packs serve the same person, care and day; which of them holds is not for us to say. */
public final class RulesConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient List<String> files;

  public RulesConflict(PlanKey key, LocalDate date, List<String> files) {
    super(
        "Several rules in force for "
            + key
            + " on "
            + date
            + ": "
            + String.join(" and ", files)
            + ". End one of them the day before the other begins.");
    this.files = List.copyOf(files);
  }

  /** The files that claim the day. */
  public List<String> files() {
    return files;
  }
}
