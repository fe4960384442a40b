package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static io.caresettle.centre.national.flow.Desk.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.ComparedDay;
import io.caresettle.centre.DayPage;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.DayTotals;
import io.caresettle.centre.GroupTotals;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Node;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A day compared by 3201 and 3202")
@Timeout(180)
class DayEndOverFilesTest {

  private static final ClearingGroup PHARMACY =
      new ClearingGroup(Scheme.EMPLOYEE, CareType.PHARMACY, "320500");

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  private void nextDay() {
    desk.now = Instant.parse("2026-11-21T02:00:00Z");
  }

  private static GroupTotals sums(List<Receipt> receipts) {
    Money total = Money.ZERO;
    Money account = Money.ZERO;
    for (Receipt receipt : receipts) {
      total = total.plus(receipt.split().total());
      account = account.plus(receipt.split().paidBy(Payer.PERSONAL_ACCOUNT));
    }
    return new GroupTotals(
        PHARMACY,
        receipts.size(),
        0,
        total,
        Money.ZERO,
        account,
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        total.minus(account));
  }

  private Reply<ComparedDay> compare(Receipt... ours) {
    return desk.centre
        .dayEnd()
        .compare(
            new DayTotals(
                Desk.DAY,
                Set.of(0),
                ours.length == 0 ? List.of() : List.of(sums(List.of(ours))),
                0,
                Optional.empty(),
                "0001"),
            Desk.WITHIN);
  }

  private List<DaySettlement> details() {
    DayPage page =
        answered(
            desk.centre
                .dayEnd()
                .details(
                    new DayQuestion(
                        Desk.DAY, Set.of(0), Optional.of(PHARMACY), Optional.empty(), 500),
                    Desk.WITHIN));
    return page.settlements();
  }

  @Test
  @DisplayName("agrees by its sums alone, per insurance, class and agency")
  void bySums() {
    Receipt receipt = desk.settled(CareType.PHARMACY, "B1");
    nextDay();
    assertTrue(answered(compare(receipt)).agrees());
    Node data =
        desk.platform
            .requests("3201")
            .get(0)
            .node("input")
            .orElseThrow()
            .node("data")
            .orElseThrow();
    assertEquals("310", data.text("insutype").orElse(""));
    assertEquals("41", data.text("clr_type").orElse(""));
    assertEquals("320500", data.text("setl_optins").orElse(""));
    assertEquals(List.of(), desk.platform.requests("3202"));
  }

  @Test
  @DisplayName("that is still open is refused")
  void openDay() {
    assertEquals("DAY_OPEN", refused(compare(desk.settled(CareType.PHARMACY, "B1"))).code());
  }

  @Test
  @DisplayName("finds a settlement whose answer was lost, by its message id in the answer's file")
  void ghost() {
    Receipt receipt = desk.settled(CareType.PHARMACY, "B1");
    PreparedSettlement prepared = desk.prepared("B2", desk.tried(CareType.PHARMACY, "B2"));
    desk.platform.next("2102", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.settle(prepared));
    nextDay();
    ComparedDay compared = answered(compare(receipt));
    assertEquals(2, compared.groups().get(0).centre().settled());
    DaySettlement ghost =
        details().stream()
            .filter(one -> one.message().equals(prepared.message()))
            .findFirst()
            .orElseThrow();
    assertTrue(ghost.stands());
    assertEquals(receipt.split(), ghost.split());
  }

  @Test
  @DisplayName("finds a ghost also where nothing else was settled that day")
  void onlyAGhost() {
    PreparedSettlement prepared = desk.prepared("B2", desk.tried(CareType.PHARMACY, "B2"));
    desk.platform.next("2102", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.settle(prepared));
    nextDay();
    ComparedDay compared = answered(compare());
    assertEquals(1, compared.groups().get(0).centre().settled());
  }

  @Test
  @DisplayName("does not hold what the platform lost")
  void onlyOurs() {
    Receipt kept = desk.settled(CareType.PHARMACY, "B1");
    Receipt lost = desk.settled(CareType.PHARMACY, "B2");
    answered(desk.reverse(lost.message()));
    // As if nobody here knew that it was reversed.
    desk.book
        .of(Desk.id("B2"))
        .forEach(
            call -> desk.book.keep(call.as(io.caresettle.centre.VisitCall.State.STANDS, desk.now)));
    nextDay();
    ComparedDay compared = answered(compare(kept, lost));
    assertEquals(1, compared.groups().get(0).centre().settled());
    assertEquals(List.of(kept.message()), details().stream().map(DaySettlement::message).toList());
  }

  @Test
  @DisplayName("with a result that the profile does not know says so")
  void unknownResult() {
    Receipt receipt = desk.settled(CareType.PHARMACY, "B1");
    nextDay();
    desk.platform.next(
        "3201", new Fault.Output(Node.EMPTY.with("stmtinfo", Node.EMPTY.with("stmt_rslt", "777"))));
    // Not among the balanced ones: the details decide.
    assertTrue(answered(compare(receipt)).agrees());
    assertEquals(1, desk.platform.requests("3202").size());
  }
}
