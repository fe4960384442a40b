package io.caresettle.sdk;

import io.caresettle.journal.Journal;
import io.caresettle.journal.RecordType;
import io.caresettle.reconciliation.DayEnd;
import io.caresettle.settlement.CentreClock;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Looks once, after the first sign-in, for what the centre holds of today and yesterday under this
 * till's slots and the journal does not: the journal was restored, or lost, or is not alone.
 */
final class LostBills {

  private final Journal journal;
  private final Supplier<DayEnd> dayEnd;
  private final CentreClock clock;
  private final SigningIn signingIn;
  private final Alarms alarms;
  private final Duration within;
  private boolean looked;
  private Optional<Set<BillId>> open = Optional.empty();

  LostBills(
      Journal journal,
      Supplier<DayEnd> dayEnd,
      CentreClock clock,
      SigningIn signingIn,
      Alarms alarms,
      Duration within) {
    this.journal = journal;
    this.dayEnd = dayEnd;
    this.clock = clock;
    this.signingIn = signingIn;
    this.alarms = alarms;
    this.within = within;
  }

  /** One round's look. */
  synchronized void look() {
    if (!looked && clock.isToday()) {
      LocalDate today = clock.today();
      Set<Integer> slots = new TreeSet<>(Set.of(journal.slot()));
      signingIn.originalsSlot().ifPresent(slots::add);
      for (LocalDate day : List.of(today.minusDays(1), today)) {
        found(dayEnd.get().heldByCentreOnly(day, slots, within));
      }
      looked = true;
    }
    tell();
  }

  /** Also those that a day's end has found. */
  synchronized void found(List<BillId> bills) {
    open().addAll(bills);
    tell();
  }

  /** Those of an earlier process stand as well. */
  private Set<BillId> open() {
    if (open.isEmpty()) {
      open = Optional.of(new LinkedHashSet<>(journal.having(RecordType.HELD_BY_CENTRE)));
    }
    return open.get();
  }

  private void tell() {
    Set<BillId> standing = open();
    if (!standing.isEmpty()) {
      standing.retainAll(journal.unfinished());
    }
    if (standing.isEmpty()) {
      alarms.over(Alarm.Kind.HELD_BY_CENTRE_ONLY);
    } else {
      alarms.raise(AlarmTexts.heldByCentreOnly(List.copyOf(standing)));
    }
  }
}
