package io.caresettle.centre.sealed;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.GroupTotals;
import io.caresettle.protocol.wire.DayDetails;
import io.caresettle.protocol.wire.DayTotals;
import io.caresettle.protocol.wire.TotalsGroup;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes what is asked about a day. */
final class DaysToWire {

  private DaysToWire() {}

  static DayTotals totals(String institution, io.caresettle.centre.DayTotals ours) {
    DayTotals.Builder message =
        DayTotals.newBuilder()
            .setInstitutionCode(institution)
            .setBusinessDate(ours.businessDate().toString())
            .addAllGroups(ours.groups().stream().map(DaysToWire::group).toList())
            .setOperator(ours.operator())
            .addAllTerminalSlots(digits(ours.slots()))
            .setTerminalSlot(ours.terminalSlot());
    ours.head().ifPresent(head -> message.setAuditHead(Heads.toWire(head)));
    return message.build();
  }

  private static TotalsGroup group(GroupTotals sums) {
    return TotalsGroup.newBuilder()
        .setScheme(ToWire.word(sums.group().scheme()))
        .setClearingType(ToWire.word(sums.group().clearingType()))
        .setClearingOffice(sums.group().clearingOffice())
        .setSettledCount(sums.settled())
        .setUndoneCount(sums.undone())
        .setTotal(sums.total().fen())
        .setFundsTotal(sums.funds().fen())
        .setPersonalAccount(sums.personalAccount().fen())
        .setFamilyAccount(sums.familyAccount().fen())
        .setOtherLayers(sums.otherLayers().fen())
        .setInstitution(sums.institution().fen())
        .setCash(sums.cash().fen())
        .build();
  }

  static DayDetails question(String institution, DayQuestion asked) {
    return DayDetails.newBuilder()
        .setInstitutionCode(institution)
        .setBusinessDate(asked.businessDate().toString())
        .setScheme(asked.group().map(ClearingGroup::scheme).map(ToWire::word).orElse(""))
        .setClearingType(
            asked.group().map(ClearingGroup::clearingType).map(ToWire::word).orElse(""))
        .setClearingOffice(asked.group().map(ClearingGroup::clearingOffice).orElse(""))
        .setPageToken(asked.page().orElse(""))
        .setPageSize(asked.pageSize())
        .addAllTerminalSlots(digits(asked.slots()))
        .build();
  }

  private static List<String> digits(Set<Integer> slots) {
    return slots.stream().sorted().map(slot -> String.format(Locale.ROOT, "%02d", slot)).toList();
  }
}
