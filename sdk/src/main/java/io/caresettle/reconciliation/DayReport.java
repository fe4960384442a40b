package io.caresettle.reconciliation;

import io.caresettle.centre.Countersigned;
import io.caresettle.centre.GroupTotals;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.split.BillId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The end of one day: what both books hold, and where they differ.
 *
 * @param slots whose settlements were compared
 * @param groups the sums of both sides
 * @param bySums the attempts that equal sums have proved, none looked at by itself
 * @param details each bill of the groups whose sums differ
 * @param carried each bill that had not ended, of this day or an earlier one
 * @param unreadable bills that are kept and cannot be opened here, so that nothing was compared
 * @param reconciled how many bills are kept as agreed
 * @param anchor the centre's receipt for the head of the audit chain
 */
public record DayReport(
    String institutionCode,
    LocalDate day,
    Set<Integer> slots,
    List<Group> groups,
    List<BookedAttempt> bySums,
    List<Difference> details,
    List<Difference.CarriedOver> carried,
    List<BillId> unreadable,
    int reconciled,
    Optional<Countersigned> anchor) {

  /** The sums of one clearing group on both sides. */
  public record Group(GroupTotals ours, GroupTotals centre) {

    public boolean equal() {
      return ours.equals(centre);
    }
  }

  public DayReport {
    slots = Set.copyOf(slots);
    groups = List.copyOf(groups);
    bySums = List.copyOf(bySums);
    details = List.copyOf(details);
    carried = List.copyOf(carried);
    unreadable = List.copyOf(unreadable);
  }

  /** What somebody has to look at, in the order of the report. */
  public List<Difference> toDecide() {
    return Stream.concat(details.stream(), carried.stream())
        .filter(one -> !(one instanceof Difference.Same))
        .filter(one -> one.remedy().isPresent())
        .toList();
  }

  /** Whether both books agree and nothing was carried over. */
  public boolean isClean() {
    return carried.isEmpty()
        && unreadable.isEmpty()
        && details.stream().allMatch(Difference.Same.class::isInstance);
  }

  /** For the counter, eighty columns wide, in Chinese with English beside it. */
  public String text() {
    return ReportText.of(this);
  }

  /** For a spreadsheet: a line for each group and each bill; amounts in yuan. */
  public String csv() {
    return ReportCsv.of(this);
  }
}
