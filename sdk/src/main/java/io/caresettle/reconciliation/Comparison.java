package io.caresettle.reconciliation;

import io.caresettle.centre.DaySettlement;
import io.caresettle.reconciliation.Difference.AmountDiffers;
import io.caresettle.reconciliation.Difference.CarriedOver;
import io.caresettle.reconciliation.Difference.OnlyOurs;
import io.caresettle.reconciliation.Difference.OnlyTheirs;
import io.caresettle.reconciliation.Difference.Same;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.settlement.BookedAttempt.End;
import io.caresettle.split.BillId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays two books of one day side by side. It asks nobody and changes nothing. */
final class Comparison {

  private Comparison() {}

  /**
   * Each bill that either side counts in {@code day}, ours first and then what only they have.
   *
   * @param ours of this day, and of its neighbours for what they count in this one
   * @param theirs the same
   * @param known each bill that this journal has heard of, with its last attempt
   */
  static List<Difference> of(
      LocalDate day,
      Collection<BookedAttempt> ours,
      Collection<DaySettlement> theirs,
      Map<BillId, BookedAttempt> known) {
    Map<String, DaySettlement> byMessage = new LinkedHashMap<>();
    List<DaySettlement> twice = new ArrayList<>();
    for (DaySettlement one : theirs) {
      if (byMessage.putIfAbsent(one.message().messageId(), one) != null) {
        twice.add(one);
      }
    }
    List<Difference> found = new ArrayList<>();
    for (BookedAttempt attempt : ours) {
      Optional<DaySettlement> pair = pair(byMessage, attempt);
      pair.ifPresent(p -> byMessage.remove(attempt.messageId()));
      if (attempt.day().equals(day) || pair.filter(p -> p.businessDate().equals(day)).isPresent()) {
        of(attempt, pair).ifPresent(found::add);
      }
    }
    List<DaySettlement> left = new ArrayList<>(byMessage.values());
    left.addAll(twice);
    left.stream()
        .filter(one -> one.businessDate().equals(day))
        // Undone there, and unknown here: a journal is lost all the same, but no money stands.
        .map(one -> new OnlyTheirs(one, Optional.ofNullable(known.get(one.message().bill()))))
        .filter(one -> one.theirs().stands() || one.isUnheardOf())
        .forEach(found::add);
    return found;
  }

  /** The same message, of the same bill: a number of another bill is nobody's pair. */
  private static Optional<DaySettlement> pair(
      Map<String, DaySettlement> byMessage, BookedAttempt attempt) {
    return Optional.ofNullable(byMessage.get(attempt.messageId()))
        .filter(one -> one.message().bill().equals(attempt.bill()));
  }

  private static Optional<Difference> of(BookedAttempt ours, Optional<DaySettlement> theirs) {
    return switch (ours.end()) {
      case STANDS -> Optional.of(standing(ours, theirs));
      case UNDECIDED -> {
        Difference seen = standing(ours, theirs);
        yield Optional.of(seen instanceof Same ? new CarriedOver(ours, theirs) : seen);
      }
      case BEING_CANCELLED, OPEN, DISPUTED -> Optional.of(new CarriedOver(ours, theirs));
      case UNDONE, ABSENT -> notStanding(ours, theirs);
    };
  }

  private static Difference standing(BookedAttempt ours, Optional<DaySettlement> theirs) {
    if (theirs.filter(DaySettlement::stands).isEmpty()) {
      return new OnlyOurs(ours, theirs);
    }
    DaySettlement other = theirs.get();
    boolean same =
        other.split().equals(ours.split())
            && other.cut().equals(ours.cut())
            && ours.settlementId().equals(Optional.of(other.settlementId()));
    return same ? new Same(ours, theirs) : new AmountDiffers(ours, other);
  }

  private static Optional<Difference> notStanding(
      BookedAttempt ours, Optional<DaySettlement> theirs) {
    if (theirs.filter(DaySettlement::stands).isPresent()) {
      return Optional.of(new OnlyTheirs(theirs.get(), Optional.of(ours)));
    } else if (theirs.isEmpty() && ours.end() == End.UNDONE) {
      // The centre signed that it had stood, and its book has lost it.
      return Optional.of(new OnlyOurs(ours, theirs));
    }
    // What nobody ever settled is in no book.
    boolean never = Sides.NEVER_OURS.contains(ours.state());
    return theirs.isEmpty() && never ? Optional.empty() : Optional.of(new Same(ours, theirs));
  }
}
