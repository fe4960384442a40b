package io.caresettle.sdk;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Centre;
import io.caresettle.centre.VisitDesk;
import io.caresettle.problem.SettlementException;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Settler;
import io.caresettle.settlement.visit.VisitKeeper;
import io.caresettle.settlement.visit.VisitKeeper.OpenVisit;
import io.caresettle.settlement.visit.VisitKeeper.Settlement;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the visits of several calls, where the centre has such, as long as a terminal is
 * open.
 */
final class Visiting {

  /** A trial lives a quarter of an hour, and its settlement may take as long as one call. */
  private static final Duration IDLE = Duration.ofMinutes(20);

  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final VisitKeeper keeper;
  private final boolean needed;
  private final Settler settler;
  private final Duration within;

  Visiting(Centre centre, CallBook calls, Settler settler, Clock clock, Duration within) {
    this.settler = settler;
    this.within = within;
    this.needed = centre.visits() != VisitDesk.NONE;
    this.keeper = new VisitKeeper(calls, centre.visits(), this::settlement, clock, IDLE);
  }

  /** Looks at once, and then every minute, until the threads end. */
  void begin(ExecutorService threads, ScheduledExecutorService turns) {
    if (needed) {
      Runnable look =
          () -> {
            try {
              threads.execute(this::guarded);
            } catch (RejectedExecutionException e) {
              // Closing; or too much to do, and then the next minute will do.
              return;
            }
          };
      var unused = turns.scheduleWithFixedDelay(look, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void guarded() {
    try {
      var unused = look();
    } catch (SettlementException e) {
      // The journal has failed, which everybody else is told by their own calls.
      return;
    }
  }

  List<OpenVisit> look() {
    return needed ? keeper.look(within) : List.of();
  }

  /** Whatever was booked, decided on or refused is the settler's word. */
  private Settlement settlement(BillId bill) {
    return settler
        .outcomeOf(bill)
        .map(
            outcome -> {
              if (outcome instanceof SettlementOutcome.Settled) {
                return Settlement.STANDS;
              }
              return outcome instanceof SettlementOutcome.Unknown
                      || outcome instanceof SettlementOutcome.SettledDifferently
                  ? Settlement.OPEN
                  : Settlement.NONE;
            })
        .orElse(Settlement.NONE);
  }
}
