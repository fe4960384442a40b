package io.caresettle.centre;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The centre's sums beside a terminal's.
 *
 * @param groups of the centre and of the terminal, whichever has one
 * @param head the countersigned audit head, where one was sent
 */
public record ComparedDay(
    LocalDate businessDate, List<Compared> groups, Optional<Countersigned> head) {

  /** One group as the centre has it, and whether the terminal's sums are the same. */
  public record Compared(GroupTotals centre, boolean equal) {}

  public ComparedDay {
    groups = List.copyOf(groups);
  }

  /** Whether the two books agree on this day. */
  public boolean agrees() {
    return groups.stream().allMatch(Compared::equal);
  }
}
