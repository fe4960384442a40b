package io.caresettle.reconciliation;

import io.caresettle.centre.DaySettlement;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.settlement.BookedAttempt.End;
import java.util.Optional;

/** Which remedy each difference has. */
final class Remedies {

  private Remedies() {}

  static Remedy ofAmounts(BookedAttempt ours, DaySettlement theirs) {
    return new Remedy.Dispute(
        ours,
        Optional.of(theirs),
        "amounts differ: ours " + Sides.inWords(ours) + "; the centre's " + Sides.inWords(theirs));
  }

  static Remedy ofOnlyOurs(BookedAttempt ours, Optional<DaySettlement> undone) {
    return new Remedy.Dispute(
        ours,
        undone,
        "only ours: "
            + Sides.inWords(ours)
            + "; the centre's book "
            + undone.map(Sides::inWords).orElse("has none"));
  }

  /** Of what stands at the centre, and not here. */
  static Remedy ofOnlyTheirs(DaySettlement theirs, Optional<BookedAttempt> ours) {
    if (ours.isEmpty()) {
      return new Remedy.LostJournal(theirs);
    }
    BookedAttempt attempt = ours.get();
    return canReverse(attempt, theirs)
        ? new Remedy.ReverseAgain(attempt, theirs)
        : new Remedy.Dispute(
            attempt,
            Optional.of(theirs),
            "only theirs: ours "
                + Sides.inWords(attempt)
                + "; the centre's "
                + Sides.inWords(theirs));
  }

  /**
   * What was refused, or never left, was never ours to undo; and of an earlier attempt, or of what
   * was booked and cancelled, a person has to say what follows.
   */
  private static boolean canReverse(BookedAttempt ours, DaySettlement theirs) {
    return ours.last()
        && ours.messageId().equals(theirs.message().messageId())
        && Sides.REVERSIBLE.contains(ours.state());
  }

  /** Of what has not ended here. */
  static Optional<Remedy> ofCarriedOver(BookedAttempt ours, Optional<DaySettlement> theirs) {
    if (ours.end() != End.DISPUTED || !ours.last()) {
      return Optional.empty();
    }
    if (theirs.isEmpty()) {
      return ours.settlementId().isEmpty()
          ? Optional.of(new Remedy.TakeForAbsent(ours))
          : Optional.empty();
    }
    return theirs.get().stands() && !ours.booked()
        ? Optional.of(new Remedy.ReverseAgain(ours, theirs.get()))
        : Optional.empty();
  }
}
