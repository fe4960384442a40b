package io.caresettle.sim.simulate;

import io.caresettle.centre.AuditDesk;
import io.caresettle.centre.Centre;
import io.caresettle.centre.ComparedDay;
import io.caresettle.centre.DayEndDesk;
import io.caresettle.centre.DayPage;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.DayTotals;
import io.caresettle.centre.Reply;
import io.caresettle.centre.sealed.SealedMessage;
import io.caresettle.reconciliation.DayEnd;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.reconciliation.Difference;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
            centre(),
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
    world.chronicle.tell(
        till.toString(),
        "compares "
            + report.day()
            + ": "
            + report.reconciled()
            + " agreed, clean "
            + report.isClean());
  }

  /** A comparison needs only two desks of it. */
  private Centre centre() {
    DayEndDesk days =
        new DayEndDesk() {
          @Override
          public Reply<ComparedDay> compare(DayTotals ours, Duration within) {
            return ask(till.messages().compare(ours));
          }

          @Override
          public Reply<DayPage> details(DayQuestion asked, Duration within) {
            return ask(till.messages().details(asked));
          }
        };
    AuditDesk audit = (slot, head, within) -> new Reply.NotSent<>("it was sent with the sums");
    return (Centre)
        Proxy.newProxyInstance(
            Centre.class.getClassLoader(),
            new Class<?>[] {Centre.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "dayEnd" -> days;
                  case "audit" -> audit;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private <T> Reply<T> ask(SealedMessage<T> asked) {
    return Optional.of(till.journal().nextMessageId())
        .flatMap(id -> till.askNow(asked, id))
        .orElseGet(() -> new Reply.NoAnswer<>("the centre is down"));
  }
}
