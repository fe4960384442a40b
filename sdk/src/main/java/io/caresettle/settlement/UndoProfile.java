package io.caresettle.settlement;

import io.caresettle.centre.Refusal;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.Misuse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a centre undoes, and what is done where it settles otherwise than it was confirmed: what its
 * refusals of a reversal mean, how long a message may be under way, and who decides on other
 * figures.
 *
 * @param longestMessageLife for so long after it was signed a settle message may still arrive;
 *     counted by the centre's clock where its time was known then, and otherwise by the wall clock,
 *     because the wait must outlive the process
 * @param queriesBeforeAbsent how often the centre must say after that time that it has not seen it
 * @param refusals what the codes mean with which a reversal is refused
 * @param anyOtherRefusal what a code means that is not among them
 * @param differences what is done with other figures, by kind of care
 * @param anyOtherDifference the same for every other kind
 */
public record UndoProfile(
    Duration longestMessageLife,
    int queriesBeforeAbsent,
    Map<String, Meaning> refusals,
    Meaning anyOtherRefusal,
    Map<CareType, Difference> differences,
    Difference anyOtherDifference) {

  /** What the refusal of a reversal means. */
  public enum Meaning {
    /** It is undone already. */
    UNDONE,
    /** The centre has not seen what is to be undone. It may still come. */
    NEVER_ARRIVED,
    /** It cannot be undone like this: a person's turn. */
    CANNOT,
    /** Not now. */
    TRY_AGAIN
  }

  /** What is done with a settlement whose figures differ from those that were confirmed. */
  public sealed interface Difference {

    /** Someone is asked. */
    record Ask() implements Difference {}

    /**
     * It is taken, and kept in the journal, where no payer pays more than {@code most} more or less
     * and nobody's consent or leave is wanting; otherwise someone is asked.
     */
    record AcceptUpTo(Money most) implements Difference {}

    /** It is cancelled at once. */
    record Cancel() implements Difference {}
  }

  /**
   * @throws Misuse when a discharge would be cancelled by itself, or nothing would be waited for
   */
  public UndoProfile {
    refusals = Map.copyOf(refusals);
    differences = Map.copyOf(differences);
    if (longestMessageLife.isNegative() || queriesBeforeAbsent < 1) {
      throw new Misuse(
          "An undo profile needs a message life that is not negative, and at least one query");
    }
    if (differences.entrySet().stream()
        .anyMatch(e -> e.getKey().isStay() && e.getValue() instanceof Difference.Cancel)) {
      throw new Misuse("An inpatient discharge is never cancelled by itself: let someone be asked");
    }
  }

  /**
   * For a centre of our own protocol: it keeps tombstones, so whatever it refuses, it refuses now.
   */
  public static UndoProfile sealedProtocol() {
    return new UndoProfile(
        Duration.ofMinutes(10), 2, Map.of(), Meaning.TRY_AGAIN, Map.of(), new Difference.Ask());
  }

  /**
   * The same for a centre that says how long a message may be under way there. A longer time of our
   * own stays: whoever waits too long loses nothing.
   */
  UndoProfile toldAtSignIn(Duration life) {
    return life.compareTo(longestMessageLife) <= 0
        ? this
        : new UndoProfile(
            life, queriesBeforeAbsent, refusals, anyOtherRefusal, differences, anyOtherDifference);
  }

  /**
   * For a centre behind the national interface, which gives a refusal the name of what its text
   * means as code. Any other refusal is a person's turn: nobody published that a reversal may be
   * sent again and again.
   *
   * @param longestMessageLife no source states one
   */
  public static UndoProfile nationalInterface(Duration longestMessageLife) {
    return new UndoProfile(
        longestMessageLife,
        2,
        Map.of(
            "UNDONE", Meaning.UNDONE,
            "NEVER_ARRIVED", Meaning.NEVER_ARRIVED,
            "CANNOT", Meaning.CANNOT,
            "TRY_AGAIN", Meaning.TRY_AGAIN,
            "SIGN_IN", Meaning.TRY_AGAIN),
        Meaning.CANNOT,
        Map.of(),
        new Difference.Ask());
  }

  /** What this refusal of a reversal means. */
  public Meaning meaning(Refusal refusal) {
    return refusals.getOrDefault(refusal.code(), anyOtherRefusal);
  }

  Difference difference(Particulars particulars) {
    Difference chosen =
        particulars
            .care()
            .flatMap(care -> Optional.ofNullable(differences.get(care)))
            .orElse(anyOtherDifference);
    // What is said of all kinds does not hold for a stay; and where no record says, it may be one.
    boolean stay = particulars.care().map(CareType::isStay).orElse(true);
    return stay && chosen instanceof Difference.Cancel ? new Difference.Ask() : chosen;
  }
}
