package io.caresettle.reconciliation;

import io.caresettle.centre.DaySettlement;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.split.SettlementSplit;
import java.util.Set;
import java.util.TreeMap;

/** One side of a comparison, in words that name no person. */
final class Sides {

  /** The states out of which the machine reverses once more. */
  static final Set<String> REVERSIBLE = Set.of("Reversed", "PresumedAbsent");

  /** The states that both books can agree on. */
  static final Set<String> HAS_ENDED = Set.of("Settled", "Cancelled", "Reversed", "PresumedAbsent");

  /** What was refused, or never left. */
  static final Set<String> NEVER_OURS = Set.of("Refused", "NotSent");

  private Sides() {}

  /** Why a bill is disputed of which only the centre has something. */
  static String onlyTheirs(DaySettlement theirs) {
    return Remedy.LostJournal.REASON
        + ": ours has none; the centre's "
        + inWords(theirs)
        + ", of "
        + theirs.businessDate();
  }

  static String inWords(BookedAttempt ours) {
    return ours.end().en()
        + " ("
        + ours.state()
        + ") "
        + ours.settlementId().orElse("without a number")
        + " "
        + inWords(ours.split());
  }

  static String inWords(DaySettlement theirs) {
    return (theirs.stands() ? "stands " : "undone ")
        + theirs.settlementId()
        + " "
        + inWords(theirs.split());
  }

  private static String inWords(SettlementSplit split) {
    StringBuilder words = new StringBuilder("total ").append(split.total());
    new TreeMap<>(split.parts())
        .forEach((payer, part) -> words.append(", ").append(payer.id()).append(' ').append(part));
    split
        .others()
        .forEach(
            layer ->
                words.append(", ").append(layer.payer().id()).append(' ').append(layer.amount()));
    return words.toString();
  }
}
