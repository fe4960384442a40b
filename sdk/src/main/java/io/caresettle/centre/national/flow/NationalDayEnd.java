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
  private final DayTotalling totals;
  private final DayDetails details;

  NationalDayEnd(Gate gate, Calls calls, DayTotalling totals) {
    this.gate = gate;
    this.calls = calls;
    this.totals = totals;
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
    for (DaySettled.Key key : DayTotalling.keys(of)) {
      if (!balanced) {
        break;
      }
      Reply<Boolean> one = totals.balanced(day, day, key, of, left);
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
