package io.caresettle.centre.national.flow;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.ComparedDay;
import io.caresettle.centre.DayEndDesk;
import io.caresettle.centre.DayPage;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.DayTotals;
import io.caresettle.centre.GroupTotals;
import io.caresettle.centre.Reply;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.centre.national.profile.Settling.Statement;
import io.caresettle.money.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The day's comparison: 3201 by insurance, class of clearing and agency; 3202 where those differ.
 *
 * <p>The platform compares a whole institution. A terminal that is not the only one of its
 * institution therefore finds its sums differing, and only the details say whether its own
 * settlements agree.
 */
final class NationalDayEnd implements DayEndDesk {

  private final Gate gate;
  private final Calls calls;
  private final DayDetails details;

  NationalDayEnd(Gate gate, Calls calls) {
    this.gate = gate;
    this.calls = calls;
    this.details = new DayDetails(gate);
  }

  @Override
  public Reply<ComparedDay> compare(DayTotals ours, Duration within) {
    Left left = Left.of(within);
    LocalDate day = ours.businessDate();
    if (!day.isBefore(Times.day(gate.now()))) {
      return Refusals.own(
          "DAY_OPEN",
          "当日尚未结束，次日方可对账",
          "the day is still open: it is compared from tomorrow on",
          io.caresettle.problem.NextStep.TRY_AGAIN);
    }
    List<DaySettled.One> all = DaySettled.of(calls.book(), day);
    Map<ClearingGroup, GroupTotals> sums = new LinkedHashMap<>();
    ours.groups().forEach(group -> sums.put(group.group(), group));
    Set<ClearingGroup> groups = new LinkedHashSet<>(sums.keySet());
    all.forEach(one -> groups.add(one.group()));
    List<ComparedDay.Compared> compared = new ArrayList<>();
    for (ClearingGroup group : groups) {
      List<DaySettled.One> of = all.stream().filter(one -> one.group().equals(group)).toList();
      Reply<ComparedDay.Compared> one =
          compare(day, group, of, Optional.ofNullable(sums.get(group)), ours.slots(), left);
      if (!(one instanceof Reply.Answered<ComparedDay.Compared> a)) {
        return Refusals.passedOn(one);
      }
      compared.add(a.value());
    }
    return new Reply.Answered<>(new ComparedDay(day, compared, Optional.empty()));
  }

  private Reply<ComparedDay.Compared> compare(
      LocalDate day,
      ClearingGroup group,
      List<DaySettled.One> of,
      Optional<GroupTotals> ours,
      Set<Integer> slots,
      Left left) {
    GroupTotals own = ours.orElseGet(() -> DaySettled.totals(group, List.of()));
    long standing = of.stream().filter(DaySettled.One::stands).count();
    boolean balanced = standing == own.settled();
    for (DaySettled.Key key : keys(of)) {
      if (!balanced) {
        break;
      }
      Reply<Boolean> one = balanced(day, key, of, left);
      if (!(one instanceof Reply.Answered<Boolean> a)) {
        return Refusals.passedOn(one);
      }
      balanced = a.value();
    }
    if (balanced) {
      return new Reply.Answered<>(new ComparedDay.Compared(own, true));
    }
    Reply<List<DaySettlement>> held = details.of(day, of, slots, left);
    if (!(held instanceof Reply.Answered<List<DaySettlement>> a)) {
      return Refusals.passedOn(held);
    }
    GroupTotals theirs = DaySettled.totals(group, a.value());
    GroupTotals shown =
        new GroupTotals(
            group,
            theirs.settled(),
            own.settled() == theirs.settled() ? own.undone() : theirs.undone(),
            theirs.total(),
            theirs.funds(),
            theirs.personalAccount(),
            theirs.familyAccount(),
            theirs.otherLayers(),
            theirs.institution(),
            theirs.cash());
    return new Reply.Answered<>(new ComparedDay.Compared(shown, shown.equals(own)));
  }

  private static Set<DaySettled.Key> keys(List<DaySettled.One> of) {
    Set<DaySettled.Key> keys = new LinkedHashSet<>();
    of.forEach(one -> keys.add(one.key()));
    return keys;
  }

  /** 3201. */
  private Reply<Boolean> balanced(
      LocalDate day, DaySettled.Key key, List<DaySettled.One> of, Left left) {
    List<DaySettled.One> some =
        of.stream().filter(one -> one.stands() && one.key().equals(key)).toList();
    Node data =
        Node.EMPTY
            .with("insutype", key.insurance())
            .with("clr_type", key.clearingType())
            .with(gate.profile().wording().names("3201", "setl_optins").get(0), key.office())
            .with("stmt_begndate", day.toString())
            .with("stmt_enddate", day.toString())
            .with("medfee_sumamt", sum(some, "total"))
            .with("fund_pay_sumamt", sum(some, "funds"))
            .with("acct_pay", sum(some, "account"))
            .with("fixmedins_setl_cnt", Integer.toString(some.size()));
    Reply<Incoming> reply =
        gate.ask("3201", Node.EMPTY.with("data", data), Gate.For.NOBODY, "", left);
    if (!(reply instanceof Reply.Answered<Incoming> a)) {
      return Refusals.passedOn(reply);
    }
    String result =
        a.value().output().node("stmtinfo").flatMap(n -> n.text("stmt_rslt")).orElse("");
    return new Reply.Answered<>(
        gate.profile()
            .settling()
            .statement()
            .getOrDefault(Statement.BALANCED, List.of())
            .contains(result));
  }

  static String sum(List<DaySettled.One> settlements, String amount) {
    long sum = 0;
    for (DaySettled.One one : settlements) {
      sum = Math.addExact(sum, fen(one.facts().get(amount)));
    }
    return new Money(sum).toString();
  }

  static long fen(String yuan) {
    return yuan.isEmpty() ? 0 : Yuan.fen(yuan);
  }

  @Override
  public Reply<DayPage> details(DayQuestion asked, Duration within) {
    List<DaySettled.One> of =
        DaySettled.of(calls.book(), asked.businessDate()).stream()
            .filter(one -> asked.group().map(one.group()::equals).orElse(true))
            .toList();
    Reply<List<DaySettlement>> held =
        details.of(asked.businessDate(), of, asked.slots(), Left.of(within));
    if (!(held instanceof Reply.Answered<List<DaySettlement>> a)) {
      return Refusals.passedOn(held);
    }
    List<DaySettlement> all =
        a.value().stream()
            .filter(one -> asked.group().map(one.group()::equals).orElse(true))
            .toList();
    int from = asked.page().map(Integer::parseInt).orElse(0);
    int to = Math.min(all.size(), from + asked.pageSize());
    return new Reply.Answered<>(
        new DayPage(
            all.subList(Math.min(from, to), to),
            to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty(),
            all.size()));
  }
}
