package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.line;
import static io.caresettle.sim.centre.TestTill.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.DayCompared;
import io.caresettle.protocol.wire.DayDetails;
import io.caresettle.protocol.wire.DayDetailsAnswer;
import io.caresettle.protocol.wire.DayDetailsPage;
import io.caresettle.protocol.wire.DayTotals;
import io.caresettle.protocol.wire.DayTotalsAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementEntry;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.TotalsGroup;
import io.caresettle.protocol.wire.TrialBody;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The end of a day at the centre")
class DayEndTests extends BillStory {

  private SettleAnswer settle(String bill) {
    TrialBody small = till.body(bill, PERSON, line("1", "TEST-0001", 10_000_000, 10_000)).build();
    return till.settle(till.nextId(), till.quote(small), small);
  }

  private DayTotalsAnswer compare(String day, TotalsGroup... groups) {
    return TestTill.parse(
        DayTotalsAnswer.parser(),
        till.exchange(
            MessageType.DAY_TOTALS,
            till.nextId(),
            DayTotals.newBuilder()
                .setInstitutionCode(TestTill.HOSPITAL)
                .setBusinessDate(day)
                .addAllGroups(List.of(groups))
                .setOperator("op-1")
                .build()));
  }

  private DayDetailsPage page(DayDetails.Builder asked) {
    DayDetailsAnswer answer =
        TestTill.parse(
            DayDetailsAnswer.parser(),
            till.exchange(MessageType.DAY_DETAILS, till.nextId(), asked.build()));
    assertTrue(answer.hasPage(), () -> answer.getRefusal().getCode());
    return answer.getPage();
  }

  private static DayDetails.Builder details(String day) {
    return DayDetails.newBuilder().setInstitutionCode(TestTill.HOSPITAL).setBusinessDate(day);
  }

  private DayCompared nextDay(TotalsGroup... groups) {
    DayTotalsAnswer answer = compare(TestTill.DAY, groups);
    assertTrue(answer.hasCompared(), () -> answer.getRefusal().getCode());
    return answer.getCompared();
  }

  @Test
  @DisplayName("compares the sums of a closed day by scheme, care and area, without what is undone")
  void totals() {
    settle("B1");
    SettleAnswer second = settle("B2");
    till.cancel(second);
    assertEquals("DAY_OPEN", compare(TestTill.DAY).getRefusal().getCode());
    clock.advance(Duration.ofDays(1));

    TotalsGroup centre = nextDay().getGroups(0).getCentre();
    assertFalse(nextDay().getGroups(0).getEqual());
    assertEquals(1, centre.getSettledCount());
    assertEquals(1, centre.getUndoneCount());
    assertEquals(1000, centre.getTotal());
    assertEquals(
        centre.getTotal(), centre.getFundsTotal() + centre.getPersonalAccount() + centre.getCash());
    assertEquals("employee", centre.getScheme());
    assertEquals("outpatient", centre.getClearingType());
    assertEquals("320500", centre.getClearingOffice());

    assertTrue(nextDay(centre).getGroups(0).getEqual());
    assertFalse(
        nextDay(centre.toBuilder().setTotal(999).setCash(centre.getCash() - 1).build())
            .getGroups(0)
            .getEqual());
  }

  @Test
  @DisplayName("compares a group that only the terminal has with nothing")
  void onlyOurs() {
    clock.advance(Duration.ofDays(1));
    TotalsGroup ours =
        TotalsGroup.newBuilder()
            .setScheme("employee")
            .setClearingType("outpatient")
            .setClearingOffice("320500")
            .setSettledCount(1)
            .setTotal(1000)
            .setCash(1000)
            .build();
    DayCompared compared = nextDay(ours);
    assertEquals(0, compared.getGroups(0).getCentre().getSettledCount());
    assertFalse(compared.getGroups(0).getEqual());
  }

  @Test
  @DisplayName("tells every settlement once, page by page, and what undid the undone ones")
  void details() {
    List<String> bills = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      bills.add("B" + i);
      settle("B" + i);
    }
    SettleAnswer last = settle("B6");
    bills.add("B6");
    till.reverse(receipt(last).getMessageId(), "B6");

    List<SettlementEntry> entries = new ArrayList<>();
    DayDetails.Builder asked = details(TestTill.DAY).setPageSize(2);
    do {
      DayDetailsPage page = page(asked);
      assertEquals(6, page.getCount());
      entries.addAll(page.getSettlementsList());
      asked.setPageToken(page.getNextPageToken());
    } while (!asked.getPageToken().isEmpty());

    assertEquals(bills, entries.stream().map(SettlementEntry::getBillNumber).toList());
    assertEquals(SettlementState.STANDING, entries.get(0).getState());
    SettlementEntry undone = entries.get(5);
    assertEquals(SettlementState.UNDONE, undone.getState());
    assertEquals(TestTill.DAY, undone.getUndoneOn());
    assertFalse(undone.getUndoneBy().isEmpty());
    assertEquals(
        undone.getReceiptDigest(),
        ByteString.copyFrom(Sm3.digest(last.getReceipt().getDocument().toByteArray())));
    assertEquals(0, page(details(TestTill.DAY).setClearingOffice("320600")).getCount());
    assertEquals(0, page(details(TestTill.DAY).addTerminalSlots("07")).getCount());
    assertEquals(6, page(details(TestTill.DAY).addTerminalSlots("00")).getCount());
  }

  @Test
  @DisplayName("is at the cut-off: what comes later counts for the next day, by the same law")
  void cutOff() {
    desk.close();
    desk = CentreDesk.open(TestCentre.settings(folder, clock).withCutOff(LocalTime.of(17, 30)));
    till = new TestTill(desk, TestTill.HOSPITAL);
    clock.advance(Duration.ofMinutes(8 * 60 + 29));
    assertEquals(TestTill.DAY, receipt(settle("B1")).getBusinessDate());
    clock.advance(Duration.ofMinutes(1));
    assertEquals("2026-11-21", receipt(settle("B2")).getBusinessDate());
    assertEquals(1, nextDay().getGroups(0).getCentre().getSettledCount());
    assertEquals(1, page(details("2026-11-21")).getCount());
    assertEquals("DAY_OPEN", compare("2026-11-21").getRefusal().getCode());
  }

  @Test
  @DisplayName("refuses a quote of the day before")
  void quoteOfTheDayBefore() {
    desk.close();
    desk = CentreDesk.open(TestCentre.settings(folder, clock).withCutOff(LocalTime.of(9, 2)));
    till = new TestTill(desk, TestTill.HOSPITAL);
    var quote = till.quote(body);
    clock.advance(Duration.ofMinutes(3));
    assertRefused(Reason.QUOTE_EXPIRED, till.settle(till.nextId(), quote, body));
  }
}
