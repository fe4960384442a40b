package io.caresettle.centre;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A day's book that holds what a test has put into it. */
public final class FakeDayEnd implements DayEndDesk {

  private final List<GroupTotals> groups = new ArrayList<>();
  private final List<DaySettlement> settlements = new ArrayList<>();

  /** From now on, these are the centre's sums, whatever day is asked about. */
  public synchronized void sums(List<GroupTotals> now) {
    groups.clear();
    groups.addAll(now);
  }

  /** From now on, these are the settlements that the centre holds. */
  public synchronized void settlements(List<DaySettlement> now) {
    settlements.clear();
    settlements.addAll(now);
  }

  @Override
  public synchronized Reply<ComparedDay> compare(DayTotals ours, Duration within) {
    return new Reply.Answered<>(
        new ComparedDay(
            ours.businessDate(),
            groups.stream()
                .map(sums -> new ComparedDay.Compared(sums, ours.groups().contains(sums)))
                .toList(),
            Optional.empty()));
  }

  @Override
  public synchronized Reply<DayPage> details(DayQuestion asked, Duration within) {
    List<DaySettlement> day =
        settlements.stream()
            .filter(one -> one.businessDate().equals(asked.businessDate()))
            .filter(one -> asked.group().orElse(one.group()).equals(one.group()))
            .toList();
    int from = asked.page().map(Integer::parseInt).orElse(0);
    int to = Math.min(day.size(), from + asked.pageSize());
    return new Reply.Answered<>(
        new DayPage(
            day.subList(from, to),
            to < day.size() ? Optional.of(Integer.toString(to)) : Optional.empty(),
            day.size()));
  }
}
