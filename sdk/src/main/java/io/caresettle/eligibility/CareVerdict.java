package io.caresettle.eligibility;

import java.util.List;

/**
 * Whether long-term care may be given and settled to its own fund, which keeps a ledger apart.
 *
 * @param closedBy each rule that says no, and why; none where it is open
 */
public record CareVerdict(List<Notice> closedBy) {

  public CareVerdict {
    closedBy = List.copyOf(closedBy);
  }

  public boolean open() {
    return closedBy.isEmpty();
  }
}
