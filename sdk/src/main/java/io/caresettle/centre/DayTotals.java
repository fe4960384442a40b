package io.caresettle.centre;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A terminal's sums of a closed day, for the centre to compare.
 *
 * @param businessDate the centre's day, as receipts name it
 * @param slots whose settlements are summed, by the slots in their message ids: after a journal was
 *     found to be a copy these are several; none means the whole institution's
 * @param terminalSlot this terminal's own, for its head
 * @param head where its audit chain stands, to be countersigned
 */
public record DayTotals(
    LocalDate businessDate,
    Set<Integer> slots,
    List<GroupTotals> groups,
    int terminalSlot,
    Optional<ChainHead> head,
    String operator) {

  public DayTotals {
    slots = Set.copyOf(slots);
    groups = List.copyOf(groups);
  }
}
