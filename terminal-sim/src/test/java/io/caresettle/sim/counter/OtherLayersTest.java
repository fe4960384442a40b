package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.PersonName;
import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.DataLeave;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.OtherFinding;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.Books;
import io.caresettle.split.Bill;
import io.caresettle.split.FeeLine;
import io.caresettle.split.SettlementSplit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An insurer that pays after the public layers, from the counter to the books:")
@Tag("R-DATA-07")
@Timeout(150)
class OtherLayersTest {

  private static final String PERSON = "P0000001";
  private static final String INSURER = "INS-TEST-1";

  private final SteppingClock clock = new SteppingClock();
  private Bench bench;

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new Bench(folder, clock);
  }

  @AfterEach
  void close() {
    assertTrue(books().balance(), books()::toString);
    bench.close();
  }

  private Books books() {
    return bench.simulator.centre().books();
  }

  private Patient arrives(String visit) {
    return bench.counter.identify(
        bench.read(bench.simulator.card(PERSON)), bench.simulator.registration(PERSON, visit));
  }

  private Eligibility verdict(Patient patient) {
    return bench.counter.eligibility(
        patient,
        new Visit(patient.registration().visitNumber(), CareType.OUTPATIENT, Simulator.DEMO_DAY));
  }

  private static Optional<OtherFinding> insurer(Eligibility verdict) {
    return verdict.others().stream().filter(o -> o.payer().id().equals(INSURER)).findFirst();
  }

  private static Bill bill(String number) {
    return new Bill(Bench.bill(number), List.of(FeeLine.of("1", "TEST-0006", "45.50", "20")));
  }

  private Authorisation authorise(Patient patient) {
    return bench.counter.authorise(
        patient,
        new DataLeave(
            INSURER,
            Authorisation.Purpose.DIRECT_SETTLEMENT,
            Simulator.DEMO_DAY,
            Optional.empty(),
            PersonName.of("测试甲"),
            DataLeave.Signer.SELF,
            clock.instant()));
  }

  @Test
  @DisplayName("authorised, quoted, settled as quoted, printed, and undone with the settlement")
  void settledAndUndone() {
    Patient patient = arrives("V-1");
    Quote without = bench.counter.quote(verdict(patient), bill("B-0"));
    assertEquals(List.of(), without.split().others());
    assertFalse(insurer(verdict(patient)).orElseThrow().open());

    Authorisation given = authorise(patient);
    assertEquals(Optional.of(given.id()), insurer(verdict(patient)).orElseThrow().authorisation());
    Quote quote = bench.counter.quote(verdict(patient), bill("B-1"));
    SettlementSplit split = quote.split();
    assertEquals(without.split().paidBy(Payer.POOL_FUND), split.paidBy(Payer.POOL_FUND));
    long persons = without.split().total().fen() - without.split().paidBy(Payer.POOL_FUND).fen();
    long insurers = (persons - 10_000) * 600 / 1000;
    assertTrue(insurers > 0);
    assertEquals(insurers, split.paidByOthers().fen());
    assertInstanceOf(
        SettlementOutcome.Settled.class, bench.counter.settle(Bench.bill("B-1"), quote));
    assertEquals(-insurers, books().fen("insurer:" + INSURER));
    String slip = bench.terminal.slip(Bench.bill("B-1")).text(PaperWidth.MM_58);
    assertTrue(slip.contains("测试惠民保"), slip);
    assertTrue(slip.contains(split.paidByOthers().toString()), slip);

    assertInstanceOf(
        SettlementOutcome.Refused.class,
        bench.terminal.resolve(
            bench.terminal.takeShift(TestOperators.key("supervisor-1")),
            Bench.bill("B-1"),
            Wish.NOT_WANTED,
            Bench.PATIENCE));
    assertEquals(0, books().fen("insurer:" + INSURER));
  }

  @Test
  @DisplayName("known at the next visit by the centre's word, and revoked there")
  void knownAndRevokedLater() {
    Authorisation given = authorise(arrives("V-1"));
    Patient again = arrives("V-2");
    assertEquals(Optional.of(given.id()), insurer(verdict(again)).orElseThrow().authorisation());
    bench.counter.revoke(again, given, "本人要求");
    assertEquals(List.of(), bench.counter.quote(verdict(again), bill("B-2")).split().others());
    Patient later = arrives("V-3");
    OtherFinding closed = insurer(verdict(later)).orElseThrow();
    assertFalse(closed.open());
    assertTrue(closed.zh().contains("撤回"), closed::zh);
  }
}
