package io.caresettle.sim.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.sim.adjudicate.Claim;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.adjudicate.Sketch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A person's year, visit after visit")
class SettlementsTests {

  /** 100.00 a year to be paid first, half of the rest, at most 300.00; tiers over the burden. */
  private static final LawBook LAW =
      year("service")
          .value("d", "fen", "10000")
          .value("r", "basis-points", "5000")
          .value("limit", "fen", "30000")
          .value("t", "fen", "20000")
          .step("deductible, value: d, accumulator: used")
          .step("rate, payer: pool-fund, value: r, rounding: half-up-fen")
          .step("payment-limit, payer: pool-fund, value: limit, accumulator: paid")
          .step(
              "critical-illness, payer: critical-illness, base: [deductible, in-scope-remainder],"
                  + " accumulator: burden, tiers: [{above: t, rate: r}], rounds: layer,"
                  + " rounding: half-up-fen, limit: {value: limit, accumulator: ci-paid}")
          .book();

  private static final Ledger.Year WANG = new Ledger.Year("wang", 2026, "employee");

  private static Sketch year(String countsBy) {
    return new Sketch().header("settlement_year: {starts: \"01-01\", counts_by: " + countsBy + "}");
  }

  private static Visit visit(String id, long fen) {
    return new Visit(id, "wang", Sketch.bill(fen));
  }

  private static long pool(Settlements settlements, String id) {
    return settlements.find(id).orElseThrow().judgement().poolFund();
  }

  @Test
  @DisplayName("each visit starts from the sums that those before it left")
  void oneAfterTheOther() {
    Settlements three =
        Settlements.none(LAW)
            .settle(visit("v1", 8_000))
            .settle(visit("v2", 12_000))
            .settle(visit("v3", 20_000));
    // v1: all under the deductible. v2: 20.00 of it, half of 100.00. v3: half of 200.00; the
    // burden grows 80.00, 150.00, 250.00 and is paid at 50 % above 200.00.
    assertEquals(
        List.of(0L, 5_000L, 10_000L),
        List.of(pool(three, "v1"), pool(three, "v2"), pool(three, "v3")));
    assertEquals(
        Map.of("used", 10_000L, "paid", 15_000L, "burden", 25_000L, "ci-paid", 2_500L),
        three.ledger().sums(WANG, ""));
  }

  @Test
  @DisplayName("latest first: a newer settlement of the year must be cancelled before")
  void latestFirst() {
    Settlements one = Settlements.none(LAW).settle(visit("v1", 8_000));
    Settlements two = one.settle(visit("v2", 12_000));
    Settlements others =
        two.settle(new Visit("li", "li", Sketch.bill(50_000)))
            .settle(new Visit("next", "wang", Sketch.bill(50_000), "stay-1"));
    NotCancelled no =
        assertThrows(NotCancelled.class, () -> others.cancel("v1", Profile.LATEST_FIRST));
    assertEquals(Optional.of("next"), no.newer());
    Settlements back =
        others
            .cancel("next", Profile.LATEST_FIRST)
            .settlements()
            .cancel("v2", Profile.LATEST_FIRST)
            .settlements();
    Map<String, Long> sums = new TreeMap<>(back.ledger().sums(WANG, ""));
    sums.values().removeIf(fen -> fen == 0);
    assertEquals(one.ledger().sums(WANG, ""), sums);
    assertEquals(Optional.empty(), back.find("v2"));
  }

  @Test
  @DisplayName("replay: later visits are computed anew, and what changed is told")
  void replay() {
    Settlements three =
        Settlements.none(LAW)
            .settle(visit("v1", 8_000))
            .settle(visit("v2", 12_000))
            .settle(visit("v3", 20_000));
    Settlements.Cancelled cancelled = three.cancel("v1", Profile.REPLAY);
    // v2 pays the whole deductible: half of 20.00. v3 as before, but the burden is 110.00 + 100.00.
    List<Settlements.Recomputed> anew = cancelled.recomputed();
    assertEquals(
        List.of("v2", "v3"), anew.stream().map(Settlements.Recomputed::settlement).toList());
    assertEquals(Map.of("pool-fund", -4_000L, "cash", 4_000L), anew.get(0).deltas());
    assertEquals(5_000, anew.get(0).before().poolFund());
    assertEquals(1_000, anew.get(0).after().poolFund());
    assertEquals(Map.of("critical-illness", -2_000L, "cash", 2_000L), anew.get(1).deltas());
    assertEquals(
        Map.of("used", 10_000L, "paid", 11_000L, "burden", 21_000L, "ci-paid", 500L),
        cancelled.settlements().ledger().sums(WANG, ""));
  }

  @Test
  @DisplayName("free: later visits stay, and the sums lack what was cancelled")
  void free() {
    Settlements two = Settlements.none(LAW).settle(visit("v1", 8_000)).settle(visit("v2", 12_000));
    Settlements.Cancelled cancelled = two.cancel("v1", Profile.FREE);
    assertEquals(List.of(), cancelled.recomputed());
    assertEquals(5_000, pool(cancelled.settlements(), "v2"));
    assertEquals(
        Map.of("used", 2_000L, "paid", 5_000L, "burden", 7_000L),
        cancelled.settlements().ledger().sums(WANG, ""));
    // The next visit is asked for the rest of the deductible: half of 20.00 is left to share.
    Settlements next = cancelled.settlements().settle(visit("v3", 10_000));
    assertEquals(1_000, pool(next, "v3"));
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  @DisplayName("a cancellation adds to the ledger and removes nothing from it")
  void theLedgerOnlyGrows(Profile profile) {
    Settlements one = Settlements.none(LAW).settle(visit("v1", 50_000));
    List<Ledger.Entry> before = one.ledger().entries();
    Settlements none = one.cancel("v1", profile).settlements();
    assertEquals(before, none.ledger().entries().subList(0, before.size()));
    none.ledger().sums(WANG, "").values().forEach(fen -> assertEquals(0, fen));
    assertThrows(NotCancelled.class, () -> none.cancel("v1", profile));
    assertThrows(IllegalArgumentException.class, () -> none.settle(visit("v1", 1)));
  }

  @Test
  @DisplayName("an id is settled once, also where its cancelled bill had moved no sum at all")
  void anIdIsSettledOnce() {
    Visit closed = new Visit("v1", "wang", Sketch.bill(50_000).openTo(Set.of()));
    Settlements one = Settlements.none(LAW).settle(closed);
    Settlements none = one.cancel("v1", Profile.FREE).settlements();
    assertEquals(List.of(), none.ledger().entries());
    assertThrows(IllegalArgumentException.class, () -> none.settle(closed));
  }

  @Test
  @DisplayName("no stay ends before its bill")
  void noStayEndsBeforeItsBill() {
    Claim bill = Sketch.bill(1);
    assertThrows(IllegalArgumentException.class, () -> bill.until(bill.date().minusDays(1)));
  }

  @Test
  @DisplayName("a replayed year is the year in which the cancelled visit never was")
  void replayIsAFreshYear() {
    Random random = new Random(41);
    for (int round = 0; round < 60; round++) {
      List<Visit> visits = new ArrayList<>();
      Settlements all = Settlements.none(LAW);
      for (int i = 0; i < 8; i++) {
        Visit visit =
            new Visit(
                "v" + i,
                random.nextInt(4) == 0 ? "li" : "wang",
                Sketch.bill(random.nextInt(30_000)));
        visits.add(visit);
        all = all.settle(visit);
      }
      Visit gone = visits.remove(random.nextInt(visits.size()));
      Settlements replayed = all.cancel(gone.settlement(), Profile.REPLAY).settlements();
      Settlements fresh = Settlements.none(LAW);
      for (Visit visit : visits) {
        fresh = fresh.settle(visit);
      }
      for (Visit visit : visits) {
        assertEquals(
            fresh.find(visit.settlement()).orElseThrow().judgement().paid(),
            replayed.find(visit.settlement()).orElseThrow().judgement().paid());
      }
      for (String person : List.of("wang", "li")) {
        Ledger.Year year = new Ledger.Year(person, 2026, "employee");
        for (String sum : List.of("used", "paid", "burden", "ci-paid")) {
          Ledger.Sum key = new Ledger.Sum(year, "", sum);
          assertEquals(fresh.ledger().balance(key), replayed.ledger().balance(key));
        }
      }
    }
  }

  @Test
  @DisplayName("undone in reverse, every sum stands at every step where it stood before")
  void undoneInReverse() {
    Random random = new Random(7);
    List<Settlements> states = new ArrayList<>(List.of(Settlements.none(LAW)));
    for (int i = 0; i < 20; i++) {
      states.add(states.get(i).settle(visit("v" + i, random.nextInt(30_000))));
    }
    Settlements now = states.get(20);
    for (int i = 19; i >= 0; i--) {
      now = now.cancel("v" + i, Profile.LATEST_FIRST).settlements();
      for (String sum : List.of("used", "paid", "burden", "ci-paid")) {
        Ledger.Sum key = new Ledger.Sum(WANG, "", sum);
        assertEquals(states.get(i).ledger().balance(key), now.ledger().balance(key));
      }
    }
  }

  @Test
  @DisplayName("a stay over the new year counts in the year that the pack says")
  void overTheNewYear() {
    for (String by : List.of("service", "discharge")) {
      LawBook law =
          year(by)
              .value("d", "fen", "10000")
              .value("r", "basis-points", "5000")
              .step("deductible, value: d, accumulator: used")
              .step("rate, payer: pool-fund, value: r, rounding: half-up-fen")
              .book();
      Claim december = on(LocalDate.of(2026, 12, 30));
      Settlements stay =
          Settlements.none(law)
              .settle(new Visit("s", "wang", december.until(LocalDate.of(2027, 1, 2)), "stay"));
      int year = by.equals("service") ? 2026 : 2027;
      assertEquals(year, stay.find("s").orElseThrow().year().year());
      assertEquals(
          Map.of("used", 10_000L),
          stay.ledger().sums(new Ledger.Year("wang", year, "employee"), ""));
    }
  }

  private static Claim on(LocalDate day) {
    Claim bill = Sketch.bill(20_000);
    return new Claim(
        bill.scheme(),
        bill.area(),
        bill.category(),
        bill.care(),
        bill.level(),
        day,
        day,
        bill.circumstances(),
        bill.open(),
        bill.yearToDate(),
        bill.balances(),
        bill.catalogue(),
        bill.lines(),
        bill.totals());
  }

  @Test
  @DisplayName("the deductible of a stay is asked once for all of its bills, and anew for the next")
  void theDeductibleOfAStay() {
    LawBook law =
        year("service")
            .value("d", "fen", "10000")
            .value("r", "basis-points", "5000")
            .step("deductible, value: d, per: stay, accumulator: stay-used")
            .step("rate, payer: pool-fund, value: r, rounding: half-up-fen")
            .book();
    Claim december = on(LocalDate.of(2026, 12, 30));
    Claim january = on(LocalDate.of(2027, 1, 2));
    Settlements bills =
        Settlements.none(law)
            .settle(new Visit("b1", "wang", december, "stay-1"))
            .settle(new Visit("b2", "wang", january, "stay-1"))
            .settle(new Visit("b3", "wang", january, "stay-2"));
    assertEquals(
        List.of(5_000L, 10_000L, 5_000L),
        List.of(pool(bills, "b1"), pool(bills, "b2"), pool(bills, "b3")));
    // Though b2 is of another year, it rests on b1.
    Settlements.Cancelled cancelled = bills.cancel("b1", Profile.REPLAY);
    assertEquals(5_000, pool(cancelled.settlements(), "b2"));
    assertEquals("b2", cancelled.recomputed().get(0).settlement());
  }
}
