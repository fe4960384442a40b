package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.AuditHead;
import io.caresettle.protocol.wire.ComparedGroup;
import io.caresettle.protocol.wire.DayCompared;
import io.caresettle.protocol.wire.DayTotals;
import io.caresettle.protocol.wire.DayTotalsAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.OtherLayer;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SettlementEntry;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TotalsGroup;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Compares the sums of a closed day (对总账), by scheme, clearing type and clearing office: the kind
 * of care, and the area. A group that only one side has is compared with nothing.
 */
record DayComparisons(DayBook book, Heads heads) implements Clerk {

  private record Group(String scheme, String type, String office) {

    static Group of(TotalsGroup told) {
      return new Group(told.getScheme(), told.getClearingType(), told.getClearingOffice());
    }

    static Group of(SettlementEntry entry) {
      return new Group(entry.getScheme(), entry.getCareType(), entry.getClearingOffice());
    }

    TotalsGroup nothing() {
      return TotalsGroup.newBuilder()
          .setScheme(scheme)
          .setClearingType(type)
          .setClearingOffice(office)
          .build();
    }
  }

  @Override
  public MessageType answerType() {
    return MessageType.DAY_TOTALS_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    DayTotals asked = Readings.read(DayTotals.getDefaultInstance(), request.payload());
    LocalDate day =
        DayPages.day(
            asked.getInstitutionCode(),
            asked.getBusinessDate(),
            asked.getTerminalSlotsList(),
            request);
    if (!day.isBefore(request.businessDate())) {
      throw UndoReason.DAY_OPEN.because();
    }
    Map<Group, TotalsGroup> ours =
        sums(
            DayBook.Asked.all(request.institution(), day.toString(), asked.getTerminalSlotsList()));
    Map<Group, TotalsGroup> theirs = new LinkedHashMap<>();
    for (TotalsGroup told : asked.getGroupsList()) {
      if (theirs.put(Group.of(told), told) != null) {
        throw Reason.MALFORMED.because();
      }
      ours.putIfAbsent(Group.of(told), Group.of(told).nothing());
    }
    DayCompared.Builder compared = DayCompared.newBuilder().setBusinessDate(day.toString());
    ours.forEach(
        (group, sums) ->
            compared.addGroups(
                ComparedGroup.newBuilder()
                    .setCentre(sums)
                    .setEqual(sums.equals(theirs.get(group)))));
    if (asked.hasAuditHead()) {
      countersign(asked, compared, request);
    }
    return DayTotalsAnswer.newBuilder().setCompared(compared).build();
  }

  /** A head that is not on the line is left out: the books can be compared all the same. */
  private void countersign(DayTotals asked, DayCompared.Builder compared, Request request)
      throws Refused {
    AuditHead head = asked.getAuditHead();
    if (!Heads.isWellFormed(head) || !Lives.isSlot(asked.getTerminalSlot())) {
      throw Reason.MALFORMED.because();
    }
    if (heads.place(request.institution(), head) == Heads.Place.ON_THE_LINE) {
      compared.setAuditHead(heads.countersign(head, asked.getTerminalSlot(), request));
    }
  }

  private Map<Group, TotalsGroup> sums(DayBook.Asked asked) {
    Map<Group, TotalsGroup> sums = new LinkedHashMap<>();
    for (SettlementEntry entry : book.some(asked, "", Integer.MAX_VALUE)) {
      Group group = Group.of(entry);
      sums.put(group, plus(sums.getOrDefault(group, group.nothing()), entry));
    }
    return sums;
  }

  private static TotalsGroup plus(TotalsGroup sums, SettlementEntry entry) {
    TotalsGroup.Builder next = sums.toBuilder();
    if (entry.getState() == SettlementState.UNDONE) {
      return next.setUndoneCount(sums.getUndoneCount() + 1).build();
    }
    Split split = entry.getSplit();
    long others = split.getOtherLayersList().stream().mapToLong(OtherLayer::getAmount).sum();
    long funds =
        split.getTotal()
            - others
            - split.getInstitution()
            - split.getPersonalAccount()
            - split.getFamilyAccount()
            - split.getCash();
    return next.setSettledCount(sums.getSettledCount() + 1)
        .setTotal(sums.getTotal() + split.getTotal())
        .setFundsTotal(sums.getFundsTotal() + funds)
        .setPersonalAccount(sums.getPersonalAccount() + split.getPersonalAccount())
        .setFamilyAccount(sums.getFamilyAccount() + split.getFamilyAccount())
        .setOtherLayers(sums.getOtherLayers() + others)
        .setInstitution(sums.getInstitution() + split.getInstitution())
        .setCash(sums.getCash() + split.getCash())
        .build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return DayTotalsAnswer.newBuilder().setRefusal(refusal).build();
  }
}
