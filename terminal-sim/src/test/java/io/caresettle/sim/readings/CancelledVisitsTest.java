package io.caresettle.sim.readings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.Judgement;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.ledger.Ledger;
import io.caresettle.sim.ledger.Profile;
import io.caresettle.sim.ledger.Settlements;
import io.caresettle.sim.ledger.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A person's year, visit by visit")
class CancelledVisitsTest {

  private static final long SEED = Long.getLong("caresettle.seed", 20_261_130L);
  private static final int PEOPLE = 40;
  private static final int VISITS = 6;

  @Test
  @DisplayName(
      "stands where it stood once a visit is cancelled, and the visit comes to the same anew")
  void cancelled() {
    int settled = 0;
    for (int person = 0; person < PEOPLE; person++) {
      settled += year(SEED + person);
    }
    assertTrue(settled > PEOPLE * VISITS / 2, "Only " + settled + " visits were settled");
  }

  private static int year(long seed) {
    Dice dice = new Dice(seed);
    PackDraft draft = RandomPack.of(dice);
    Scheme scheme = draft.scheme().equals("employee") ? Scheme.EMPLOYEE : Scheme.RESIDENT;
    Tally tally = new Tally();
    Readings both = Readings.of(draft, tally);
    LawBook law = LawBook.ofTexts(draft.texts());
    RandomBill random =
        new RandomBill(
            dice,
            draft.area(),
            scheme,
            List.of(CareType.values()),
            ValueDraft.words("group"),
            ValueDraft.words("aid"));
    Optional<PlanKey> who = Optional.empty();
    Settlements now = Settlements.none(law);
    int settled = 0;
    for (int i = 0; i < VISITS; i++) {
      Case bill = random.next(both.till);
      bill = bill.of(who.orElse(bill.key())).on(LocalDate.of(2026, 2, 1).plusDays(40L * i));
      if (both.till.plan(bill).isEmpty()) {
        continue;
      }
      who = Optional.of(bill.key());
      String which = "seed " + seed + ", visit " + i;
      Ledger.Year year = new Ledger.Year("P", 2026, draft.scheme());
      Map<String, Long> before = now.ledger().sums(year, "S1");
      Figures tills = both.agree(bill.after(before), which);
      if (tills.isRefused()) {
        continue;
      }
      Settlements after;
      try {
        after = now.settle(visit("V" + i, bill));
      } catch (CannotAdjudicate e) {
        throw new AssertionError(which + ": judged, but not settled", e);
      }
      settled++;
      Judgement first = after.find("V" + i).orElseThrow().judgement();
      after
          .ledger()
          .sums(year, "S1")
          .forEach((name, fen) -> assertEquals(tills.get("after " + name), fen, which + name));
      Settlements back = after.cancel("V" + i, Profile.LATEST_FIRST).settlements();
      assertEquals(withoutZeros(before), withoutZeros(back.ledger().sums(year, "S1")), which);
      now = back.settle(visit("W" + i, bill));
      assertEquals(first, now.find("W" + i).orElseThrow().judgement(), which);
    }
    return settled;
  }

  /** All visits are of one stay, so that what counts for a stay goes on, too. */
  private static Visit visit(String id, Case bill) {
    return new Visit(id, "P", Centre.claim(bill), "S1");
  }

  private static Map<String, Long> withoutZeros(Map<String, Long> sums) {
    Map<String, Long> rest = new TreeMap<>(sums);
    rest.values().removeIf(fen -> fen == 0);
    return rest;
  }
}
