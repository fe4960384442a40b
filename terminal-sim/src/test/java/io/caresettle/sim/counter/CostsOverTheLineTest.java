package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.caresettle.eligibility.Visit;
import io.caresettle.policy.plan.CareType;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.reimbursement.ClaimReason;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.centre.Hanging;
import io.caresettle.split.Bill;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Costs that no fund settled, over the line (NT 41)")
@Timeout(120)
class CostsOverTheLineTest {

  @TempDir Path folder;

  @Test
  @DisplayName("are recorded once although the answer was lost, and taken back for a settlement")
  void recordedOnceAndTakenBack() {
    try (Bench bench = new Bench(folder, Simulator.atTen())) {
      bench.simulator.centre().faults().loseNext(MessageType.UPLOAD_COSTS);
      Visit visit = new Visit("V-B1", CareType.OUTPATIENT, Simulator.DEMO_DAY);
      Bill bill = new Bill(Bench.bill("B1"), List.of(FeeLine.of("1", "TEST-0006", "100.00", "10")));
      bench
          .counter
          .claims()
          .slipWithoutTheCentre(
              bench.simulator.registration("P0000001", "V-B1"),
              visit,
              bill,
              ClaimReason.CENTRE_OUT_OF_REACH);
      bench.assertRecorded("CLAIM_SLIP");
      bench.assertRecorded("COSTS_INTENT");
      bench.assertRecorded("COSTS_UPLOADED");
      assertEquals(
          List.of(Hanging.Kind.UPLOADED_ONLY),
          bench.simulator.centre().hanging().stream().map(Hanging::kind).toList());

      Quote quote = bench.quote("B1", "100.00");
      assertInstanceOf(SettlementOutcome.Settled.class, bench.counter.settle(quote.bill(), quote));
      bench.assertRecorded("COSTS_WITHDRAWN");
      assertEquals(List.of(), bench.simulator.centre().hanging());
      bench.assertOneStands();
    }
  }
}
