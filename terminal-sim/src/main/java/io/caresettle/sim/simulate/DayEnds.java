package io.caresettle.sim.simulate;

import io.caresettle.reconciliation.DayEnd;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.reconciliation.Difference;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** The day's end at a till: every day that it lived through is compared with the centre's books. */
final class DayEnds {

  /** Until every day that a seed saw is closed. */
  static final Duration ALL_CLOSED = Duration.ofHours(50);

  private static final Duration WITHIN = Duration.ofSeconds(30);

  private final World world;
  private final Till till;

  DayEnds(World world, Till till) {
    this.world = world;
    this.till = till;
  }

  /** What both books do not agree on. */
  List<Difference> differences() {
    DayEnd end =
        new DayEnd(
            till.institution.code(),
            till.port().days(),
            till.journal(),
            till.journal()::head,
            till.settler().dayBook(),
            () -> world.agenda.elapsed().toNanos(),
            (bill, why) -> {});
    LocalDate first = LocalDate.ofInstant(Agenda.START, ZoneOffset.ofHours(8));
    return Stream.of(first, first.plusDays(1))
        .map(day -> end.compare(day, "op-1", WITHIN))
        .peek(this::tell)
        .flatMap(report -> Stream.concat(report.details().stream(), report.carried().stream()))
        .filter(one -> !(one instanceof Difference.Same))
        .toList();
  }

  private void tell(DayReport report) {
    world.chronicle.fact(
        till.toString(),
        "day",
        report.day().toString(),
        "" + report.reconciled(),
        "" + report.isClean());
    world.chronicle.tell(
        till.toString(),
        "compares "
            + report.day()
            + ": "
            + report.reconciled()
            + " agreed, clean "
            + report.isClean());
  }
}
