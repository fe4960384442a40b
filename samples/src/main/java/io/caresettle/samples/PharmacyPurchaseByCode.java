package io.caresettle.samples;

import io.caresettle.credential.InsuranceCode;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.policy.plan.CareType;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.sim.Simulator;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Estimate;
import io.caresettle.split.FeeLine;
import io.caresettle.writing.EstimateText;
import java.time.Duration;
import java.util.List;

/** A pharmacy sells cold granules to somebody who shows a code on a phone. */
public final class PharmacyPurchaseByCode {

  private PharmacyPurchaseByCode() {}

  public static void main(String... args) {
    try (Simulator simulator = Simulator.start();
        Terminal terminal = Terminal.open(simulator.pharmacy().build());
        Counter counter = terminal.counter(simulator.operator("cashier-1"))) {

      InsuranceCode code =
          simulator
              .codeReader(terminal::centreTime)
              .fromPicture(simulator.photographCode("P0000004"), Duration.ofSeconds(3));
      Patient patient = counter.identify(code, simulator.registration("P0000004", "V-1"));
      Eligibility may =
          counter.eligibility(patient, new Visit("V-1", CareType.PHARMACY, Simulator.DEMO_DAY));

      FeeLine granules = FeeLine.of("1", "TEST-0001", "23.50", "2");
      Bill bill = new Bill(new BillId("TEST00000002", "POS-0001"), List.of(granules));

      Estimate estimate = counter.estimate(may, bill); // ours: explains each fen by its article
      System.out.println(EstimateText.table(estimate));

      Quote quote = counter.quote(may, bill); // the centre's: what the patient confirms
      SettlementOutcome outcome = counter.settle(bill.id(), quote);
      String ending =
          outcome.fold(
              settled -> terminal.slip(bill.id()).text(PaperWidth.MM_58),
              differently -> "金额有变 ask the patient: " + differently.settled().split(),
              refused -> refused.reason() + " → " + refused.next(),
              unknown -> "结果未知 unknown: resolve " + unknown.bill());
      System.out.println(ending);
    }
  }
}
