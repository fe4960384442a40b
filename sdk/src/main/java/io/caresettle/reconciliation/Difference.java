package io.caresettle.reconciliation;

import io.caresettle.centre.DaySettlement;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.split.BillId;
import java.util.Optional;

/** What one bill is when both books lie side by side. */
public sealed interface Difference {

  /** Which bill: one of the sides has it. */
  default BillId bill() {
    return ourSide()
        .map(BookedAttempt::bill)
        .or(() -> theirSide().map(theirs -> theirs.message().bill()))
        .orElseThrow();
  }

  /** This terminal's side, where it has one. */
  Optional<BookedAttempt> ourSide();

  /** The centre's side, where it has one. */
  Optional<DaySettlement> theirSide();

  /** What an operator can do about it; empty where nothing is to be done, or not yet. */
  Optional<Remedy> remedy();

  /**
   * Both say the same (一致).
   *
   * @param theirs empty where neither book has it as ever settled
   */
  record Same(BookedAttempt ours, Optional<DaySettlement> theirs) implements Difference {

    /** Whether the two count it in different days. */
    public boolean onAnotherDay() {
      return theirs.filter(t -> !t.businessDate().equals(ours.day())).isPresent();
    }

    @Override
    public Optional<BookedAttempt> ourSide() {
      return Optional.of(ours);
    }

    @Override
    public Optional<DaySettlement> theirSide() {
      return theirs;
    }

    @Override
    public Optional<Remedy> remedy() {
      return Optional.empty();
    }
  }

  /** It stands in both, with other figures or under another number (金额不符). */
  record AmountDiffers(BookedAttempt ours, DaySettlement theirs) implements Difference {

    @Override
    public Optional<BookedAttempt> ourSide() {
      return Optional.of(ours);
    }

    @Override
    public Optional<DaySettlement> theirSide() {
      return Optional.of(theirs);
    }

    @Override
    public Optional<Remedy> remedy() {
      return Optional.of(Remedies.ofAmounts(ours, theirs));
    }
  }

  /**
   * It stands here, and not at the centre (我有中心无).
   *
   * @param undone what the centre has of it, where it says that it is undone
   */
  record OnlyOurs(BookedAttempt ours, Optional<DaySettlement> undone) implements Difference {

    @Override
    public Optional<BookedAttempt> ourSide() {
      return Optional.of(ours);
    }

    @Override
    public Optional<DaySettlement> theirSide() {
      return undone;
    }

    @Override
    public Optional<Remedy> remedy() {
      return Optional.of(Remedies.ofOnlyOurs(ours, undone));
    }
  }

  /**
   * It stands at the centre, and not here (中心有我无).
   *
   * @param ours the attempt that it was, or else the bill's last one; empty where this journal has
   *     never heard of it
   */
  record OnlyTheirs(DaySettlement theirs, Optional<BookedAttempt> ours) implements Difference {

    /** Whether a journal was lost, or somebody else settles with our numbers. Alarm. */
    public boolean isUnheardOf() {
      return ours.isEmpty();
    }

    @Override
    public Optional<BookedAttempt> ourSide() {
      return ours;
    }

    @Override
    public Optional<DaySettlement> theirSide() {
      return Optional.of(theirs);
    }

    @Override
    public Optional<Remedy> remedy() {
      return Optional.of(Remedies.ofOnlyTheirs(theirs, ours));
    }
  }

  /** It has not ended here, and goes into the next day as it is (结转). */
  record CarriedOver(BookedAttempt ours, Optional<DaySettlement> theirs) implements Difference {

    @Override
    public Optional<BookedAttempt> ourSide() {
      return Optional.of(ours);
    }

    @Override
    public Optional<DaySettlement> theirSide() {
      return theirs;
    }

    /** Whatever is open, the resolver works on; what is disputed, a person may end. */
    @Override
    public Optional<Remedy> remedy() {
      return Remedies.ofCarriedOver(ours, theirs);
    }
  }
}
