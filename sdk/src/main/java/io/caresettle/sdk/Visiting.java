package io.caresettle.sdk;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Centre;
import io.caresettle.centre.VisitDesk;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Settler;
import io.caresettle.settlement.visit.VisitKeeper;
import io.caresettle.settlement.visit.VisitKeeper.OpenVisit;
import io.caresettle.settlement.visit.VisitKeeper.Settlement;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Looks after the visits of several calls, where the centre has such: as a step of the rounds, once
 * it is known whose journal this is.
 */
final class Visiting {

  /** A trial lives a quarter of an hour, and its settlement may take as long as one call. */
  private static final Duration IDLE = Duration.ofMinutes(20);

  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final VisitKeeper keeper;
  private final boolean needed;
  private final Settler settler;
  private final LongSupplier nanos;
  private final Duration within;
  private Optional<Long> looked = Optional.empty();

  /**
   * @param ours whether this till gave out a message id
   * @param nanos a clock that nobody sets
   */
  Visiting(
      Centre centre,
      CallBook calls,
      Settler settler,
      Predicate<String> ours,
      Clock clock,
      LongSupplier nanos,
      Duration within) {
    this.settler = settler;
    this.nanos = nanos;
    this.within = within;
    this.needed = centre.visits() != VisitDesk.NONE;
    this.keeper = new VisitKeeper(calls, centre.visits(), this::settlement, ours, clock, IDLE);
  }

  /** One round: it looks in the first one, and then every minute. */
  void round() {
    long now = nanos.getAsLong();
    if (!needed || looked.filter(last -> now - last < BETWEEN.toNanos()).isPresent()) {
      return;
    }
    looked = Optional.of(now);
    List<OpenVisit> unused = look();
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
