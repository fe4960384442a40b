package io.caresettle.settlement;

import io.caresettle.centre.DaySettlement;
import io.caresettle.problem.Misuse;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the day's end does with single bills, each as somebody confirmed it. */
public final class DayBook {

  private final Works works;
  private final Endings endings;

  DayBook(Works works, Endings endings) {
    this.works = works;
    this.endings = endings;
  }

  /**
   * All attempts to settle a bill, oldest first; none of a bill that never was to be settled here.
   *
   * @throws io.caresettle.problem.RecordUnreadable when a record is kept and cannot be opened
   */
  public List<BookedAttempt> attempts(BillId bill) {
    return works.ledger().ask(bill, work -> BookedAttempts.of(bill, works.ledger().records(bill)));
  }

  /** The documents about a bill, as {@link Settler#evidence} gives them. */
  public List<KeptDocument> evidence(BillId bill) {
    return KeptDocument.of(works.ledger().records(bill));
  }

  /**
   * Both books agree about a bill that has ended. Said again for the same day, nothing is kept.
   *
   * @throws Misuse when it has not ended
   */
  public void agrees(BillId bill, LocalDate day) {
    endings.agrees(bill, day);
  }

  /**
   * The centre's details hold a bill that is undone, taken for absent or disputed here: it is
   * reopened. Wanted, it settles if the centre confirms it in time; otherwise it is undone (again).
   * What the centre refused, or what never left, becomes disputed.
   *
   * @param wantedFor empty where it is not wanted
   * @throws Misuse when it is in none of those states, or was booked and is to be cancelled
   */
  public void held(BillId bill, String why, Optional<Duration> wantedFor) {
    Optional<Instant> until = wantedFor.map(works.settings().clock().instant()::plus);
    tell(bill, new Event.HeldAfterAll(why, until, works.ledger().nextMessageId()));
  }

  /**
   * The centre holds a settlement of a bill that nobody ever tried to settle here: it is listed as
   * disputed until the caller's books agree with it. Never is it settled here.
   *
   * @return whether it was not listed before
   */
  public boolean onlyTheirs(DaySettlement theirs, String reason) {
    BillRecord.HeldByCentre held =
        new BillRecord.HeldByCentre(
            theirs.message().messageId(),
            theirs.settlementId(),
            theirs.businessDate(),
            new Figures(theirs.cut(), theirs.split()),
            reason);
    return works
        .ledger()
        .ask(
            theirs.message().bill(),
            work -> !work.happen(new Event.OnlyTheirs(held)).records().isEmpty());
  }

  /**
   * The centre's details do not hold a bill. What stands here becomes disputed; what was disputed,
   * and never had a receipt, is taken for absent.
   *
   * @throws Misuse when it is in no such state
   */
  public void notHeld(BillId bill, String why) {
    tell(bill, new Event.NotHeld(why));
  }

  /**
   * Both books disagree in another way, such as in an amount.
   *
   * @throws Misuse when it was never sent, or is disputed already
   */
  public void dispute(BillId bill, String reason) {
    tell(bill, new Event.Contested(reason));
  }

  private void tell(BillId bill, Event event) {
    boolean unresolved =
        works
            .ledger()
            .ask(
                bill,
                work -> {
                  if (work.happen(event).records().isEmpty()) {
                    throw new Misuse(
                        "Bill "
                            + bill
                            + " is "
                            + work.state().name()
                            + ": the day's end has nothing to decide about it");
                  }
                  return work.state().unresolved();
                });
    if (unresolved) {
      works.resolver().now(bill);
    }
  }
}
