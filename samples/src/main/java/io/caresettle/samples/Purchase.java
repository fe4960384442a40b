package io.caresettle.samples;

import io.caresettle.credential.InsuranceCode;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.policy.plan.CareType;
import io.caresettle.sdk.Counter;
import io.caresettle.settlement.Quote;
import io.caresettle.sim.Simulator;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.time.Duration;
import java.util.List;

/** The way to a quote that {@link PharmacyPurchaseByCode} shows at length. */
final class Purchase {

  private Purchase() {}

  static Quote upToTheQuote(Simulator simulator, Counter counter, String billNumber) {
    InsuranceCode code =
        simulator
            .codeReader()
            .fromPicture(simulator.photographCode("P0000004"), Duration.ofSeconds(3));
    String visit = "V-" + billNumber;
    Patient patient = counter.identify(code, simulator.registration("P0000004", visit));
    Eligibility may =
        counter.eligibility(patient, new Visit(visit, CareType.PHARMACY, Simulator.DEMO_DAY));
    FeeLine line = FeeLine.of("1", "TEST-0001", "23.50", "1");
    return counter.quote(may, new Bill(new BillId("TEST00000002", billNumber), List.of(line)));
  }
}
