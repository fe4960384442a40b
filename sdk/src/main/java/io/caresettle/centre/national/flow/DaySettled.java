package io.caresettle.centre.national.flow;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.GroupTotals;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.split.BillId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this terminal's own calls say of one day. */
final class DaySettled {

  /** So far both clocks may differ. */
  private static final int DAYS_AROUND = 3;

  private static final String NO_DIGEST = "0".repeat(64);

  /**
   * One settlement as it was kept.
   *
   * @param key of the comparison
   */
  record One(VisitCall call, Facts facts, ClearingGroup group, Key key, Figures figures) {

    boolean stands() {
      return call.state() == State.STANDS && !facts.get("setl_id").isEmpty();
    }

    SettleMessage message() {
      return new SettleMessage(call.messageId(), call.bill());
    }

    /** As our own book has it. */
    DaySettlement settlement(LocalDate day, Optional<DaySettlement.Undoing> undoing) {
      return new DaySettlement(
          facts.get("setl_id"),
          message(),
          group,
          day,
          at(),
          figures.cut(),
          figures.split(),
          NO_DIGEST,
          undoing);
    }

    Instant at() {
      String at = facts.get("at");
      return at.isEmpty() ? call.at() : Instant.parse(at);
    }

    /** What undid it by our own book. */
    Optional<DaySettlement.Undoing> undoing(LocalDate day) {
      String by = facts.get("undone-by");
      return by.isEmpty()
          ? Optional.empty()
          : Optional.of(new DaySettlement.Undoing(by, Instant.parse(facts.get("undone-at")), day));
    }

    @Override
    public String toString() {
      return "settlement of " + call.bill();
    }
  }

  /** What 3201 compares by. */
  record Key(String insurance, String clearingType, String office) {}

  private DaySettled() {}

  /** All settlements of the day, whatever became of them. */
  static List<One> of(CallBook book, LocalDate day) {
    return of(book, day, day);
  }

  /** All settlements of these days, the first and the last among them. */
  static List<One> of(CallBook book, LocalDate first, LocalDate last) {
    List<One> found = new ArrayList<>();
    for (BillId bill :
        book.between(
            Times.start(first.minusDays(DAYS_AROUND)),
            Times.start(last.plusDays(DAYS_AROUND + 1)))) {
      for (VisitCall call : book.of(bill)) {
        if (Calls.MONEY.contains(call.kind())) {
          one(call).filter(o -> isWithin(o, first, last)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean isWithin(One one, LocalDate first, LocalDate last) {
    String day = one.facts().get("day");
    // As text days are in their order.
    return day.compareTo(first.toString()) >= 0 && day.compareTo(last.toString()) <= 0;
  }

  private static Optional<One> one(VisitCall call) {
    Facts facts = Facts.of(call.facts());
    return Figures.of(facts.node("figures"))
        .map(
            figures ->
                new One(
                    call,
                    facts,
                    new ClearingGroup(
                        Scheme.valueOf(facts.get("scheme")),
                        CareType.valueOf(facts.get("care")),
                        facts.get("area")),
                    new Key(facts.get("insutype"), facts.get("clr_type"), facts.get("clr_optins")),
                    figures));
  }

  /** The sums of what the centre holds, as a terminal sums its own. */
  static GroupTotals totals(ClearingGroup group, List<DaySettlement> settlements) {
    int settled = 0;
    int undone = 0;
    Money[] sums = new Money[7];
    java.util.Arrays.fill(sums, Money.ZERO);
    for (DaySettlement one : settlements) {
      if (!one.stands()) {
        undone++;
        continue;
      }
      settled++;
      sums[0] = sums[0].plus(one.split().total());
      for (Payer payer : Payer.values()) {
        int at =
            switch (payer) {
              case PERSONAL_ACCOUNT -> 2;
              case FAMILY_ACCOUNT -> 3;
              case INSTITUTION -> 5;
              case CASH -> 6;
              default -> 1;
            };
        sums[at] = sums[at].plus(one.split().paidBy(payer));
      }
      sums[4] = sums[4].plus(one.split().paidByOthers());
    }
    return new GroupTotals(
        group, settled, undone, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
  }
}
