package io.caresettle.centre.sealed;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.ComparedDay;
import io.caresettle.centre.Countersigned;
import io.caresettle.centre.DayPage;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.DayTotals;
import io.caresettle.centre.GroupTotals;
import io.caresettle.centre.SettleMessage;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.protocol.wire.ComparedGroup;
import io.caresettle.protocol.wire.DayCompared;
import io.caresettle.protocol.wire.DayDetailsPage;
import io.caresettle.protocol.wire.SettlementEntry;
import io.caresettle.protocol.wire.TotalsGroup;
import io.caresettle.split.BillId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the centre's book holds of a day. What is equal is not taken from the centre's word:
 * it is compared here, and a centre that says otherwise does not hold together.
 */
record DaysFromWire(FromWire reading, String institution) {

  ComparedDay compared(DayCompared told, DayTotals ours) {
    LocalDate day = LocalDate.parse(told.getBusinessDate());
    mustBe(ours.businessDate(), day);
    Map<ClearingGroup, GroupTotals> own = new HashMap<>();
    ours.groups().forEach(sums -> own.put(sums.group(), sums));
    Set<ClearingGroup> seen = new HashSet<>();
    List<ComparedDay.Compared> groups =
        told.getGroupsList().stream().map(group -> compared(group, own, seen)).toList();
    if (!seen.containsAll(own.keySet())) {
      throw new IllegalArgumentException("A group of ours was not compared");
    }
    return new ComparedDay(day, groups, head(told, ours));
  }

  private static ComparedDay.Compared compared(
      ComparedGroup told, Map<ClearingGroup, GroupTotals> own, Set<ClearingGroup> seen) {
    GroupTotals centre = totals(told.getCentre());
    boolean equal = centre.equals(own.get(centre.group()));
    if (!seen.add(centre.group()) || equal != told.getEqual()) {
      throw new IllegalArgumentException("A group is told twice, or equal where it is not");
    }
    return new ComparedDay.Compared(centre, equal);
  }

  private Optional<Countersigned> head(DayCompared told, DayTotals ours) {
    if (!told.hasAuditHead()) {
      return Optional.empty();
    }
    return ours.head()
        .map(head -> Heads.countersigned(reading, told.getAuditHead(), institution, head));
  }

  private static GroupTotals totals(TotalsGroup told) {
    return new GroupTotals(
        group(told.getScheme(), told.getClearingType(), told.getClearingOffice()),
        told.getSettledCount(),
        told.getUndoneCount(),
        new Money(told.getTotal()),
        new Money(told.getFundsTotal()),
        new Money(told.getPersonalAccount()),
        new Money(told.getFamilyAccount()),
        new Money(told.getOtherLayers()),
        new Money(told.getInstitution()),
        new Money(told.getCash()));
  }

  private static ClearingGroup group(String scheme, String type, String office) {
    return new ClearingGroup(
        Scheme.valueOf(FromWire.constant(scheme)),
        CareType.valueOf(FromWire.constant(type)),
        office);
  }

  DayPage page(DayDetailsPage told, DayQuestion asked) {
    List<DaySettlement> settlements =
        told.getSettlementsList().stream().map(entry -> settlement(entry, asked)).toList();
    if (settlements.size() > asked.pageSize() || told.getCount() < settlements.size()) {
      throw new IllegalArgumentException("A page holds more than was asked for, or than there is");
    }
    return new DayPage(
        settlements,
        Optional.of(told.getNextPageToken()).filter(token -> !token.isEmpty()),
        told.getCount());
  }

  private DaySettlement settlement(SettlementEntry told, DayQuestion asked) {
    ClearingGroup group = group(told.getScheme(), told.getCareType(), told.getClearingOffice());
    LocalDate day = LocalDate.parse(told.getBusinessDate());
    mustBe(asked.businessDate(), day);
    if (!asked.group().orElse(group).equals(group) || told.getSettlementId().isEmpty()) {
      throw new IllegalArgumentException("A settlement of another group, or without a number");
    }
    return new DaySettlement(
        told.getSettlementId(),
        new SettleMessage(told.getMessageId(), new BillId(institution, told.getBillNumber())),
        group,
        day,
        Instant.ofEpochMilli(told.getSettledAtMillis()),
        FromWire.cut(told.getSplit()),
        FromWire.split(told.getSplit()),
        HexFormat.of().formatHex(told.getReceiptDigest().toByteArray()),
        undoing(told));
  }

  private static Optional<DaySettlement.Undoing> undoing(SettlementEntry told) {
    return switch (told.getState()) {
      case STANDING -> Optional.empty();
      case UNDONE ->
          Optional.of(
              new DaySettlement.Undoing(
                  told.getUndoneBy(),
                  Instant.ofEpochMilli(told.getUndoneAtMillis()),
                  LocalDate.parse(told.getUndoneOn())));
      case NOT_FOUND, REFUSED, SETTLEMENT_STATE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("A settlement neither stands nor is undone");
    };
  }

  private static void mustBe(LocalDate asked, LocalDate told) {
    if (!asked.equals(told)) {
      throw new IllegalArgumentException("The answer is of another day");
    }
  }
}
