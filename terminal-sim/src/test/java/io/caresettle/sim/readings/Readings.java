package io.caresettle.sim.readings;

import io.caresettle.policy.plan.WorkingLine;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The two readings of the same texts, and what they were seen to do. */
final class Readings {

  /** Texts are slow to make. */
  private static final int OF_WHICH_ONE_IS_READ = 16;

  final Till till;
  private final Centre centre;
  private final Optional<PackDraft> draft;
  private final Tally tally;

  private Readings(Till till, Centre centre, Optional<PackDraft> draft, Tally tally) {
    this.till = till;
    this.centre = centre;
    this.draft = draft;
    this.tally = tally;
  }

  static Readings shipped(Tally tally) {
    return new Readings(Till.shipped(), Centre.shipped(), Optional.empty(), tally);
  }

  static Readings of(PackDraft draft, Tally tally) {
    Map<String, String> texts = draft.texts();
    return new Readings(Till.of(texts), Centre.of(texts), Optional.of(draft), tally);
  }

  /** Whether neither takes the pack: then no bill is worth asking about. */
  boolean refuseThePack() {
    return !till.refusal().isEmpty() && !centre.refusal().isEmpty();
  }

  String whyTheyRefuse() {
    return "till: " + till.refusal() + "\ncentre: " + centre.refusal();
  }

  Figures agree(Case bill, String which) {
    Figures tills = till.read(bill, this::told);
    Figures centres = centre.read(bill);
    if (!tills.agree(centres)) {
      throw new AssertionError(which + '\n' + new Smaller(draft).of(bill));
    }
    tally.count(tills.isRefused() ? "refused" : "answered");
    if (tills.isNotPublished()) {
      tally.count("not published");
    }
    return tills;
  }

  private void told(WorkingLine line) {
    tally.count(line);
    if (line.replayed().fen() != line.result().fen()) {
      throw new AssertionError("A line of the working is not what it says: " + line);
    }
    long told = tally.of("remark NONE");
    boolean read = told % OF_WHICH_ONE_IS_READ == 0 || line.result().isNegative();
    if (read
        && (line.sum().isEmpty()
            || !line.zh().contains(line.sum())
            || !line.en().contains(line.sum()))) {
      throw new AssertionError("A line of the working that nobody can read: " + line);
    }
  }

  /** Which year a visit counts in: both say the same, or neither says. */
  void agreeOnTheYear(Case bill, String which) {
    OptionalInt tills =
        till.plan(bill).stream()
            .mapToInt(plan -> plan.year().of(bill.date(), bill.discharge()))
            .findFirst();
    if (tills.isPresent() && tills.getAsInt() != centre.year(bill)) {
      throw new AssertionError(
          which + ": till " + tills + " for " + bill.date() + ", " + bill.discharge());
    }
  }
}
