package io.caresettle.sim.year;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.sim.adjudicate.Judgement;
import io.caresettle.sim.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a bill. */
sealed interface Fate {
  Wish wish();

  Decided decided();

  Eligibility verdict();

  /** Settled: what stood before it, for the day on which it is undone. */
  record Settled(
      Wish wish,
      Decided decided,
      Eligibility verdict,
      String id,
      Ledger.Year year,
      Map<String, Long> sumsBefore,
      List<String> family,
      Purse purseBefore,
      long creditedBefore,
      Judgement judgement,
      boolean atLimit)
      implements Fate {}

  /** Paid by the patient, as nothing is open. */
  record Cash(Wish wish, Decided decided, Eligibility verdict) implements Fate {}

  /** Not settled, as no plan can be made. */
  record Stopped(
      Wish wish, Decided decided, Eligibility verdict, Optional<String> value, String why)
      implements Fate {}
}
