package io.caresettle.sim.gateway;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Measures settlements and look-ups through the gateway beside the same in Java, by turns, at one
 * till on one simulated centre: p50 and p99 of each, and their ratio.
 */
final class GatewayBesideJava {

  private GatewayBesideJava() {}

  public static void main(String... args) throws IOException {
    int bills = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    Path folder = Files.createTempDirectory("caresettle-gateway-");
    try (Bench bench = new Bench(folder);
        Counter counter = bench.terminal.counter(bench.simulator.operator("cashier-2"))) {
      String shift = bench.shift("cashier-1");
      String eligibility = bench.eligible(shift, bench.identified(shift, "V-G"));
      Eligibility may = eligible(bench, counter);
      long[] java = new long[bills];
      long[] gateway = new long[bills];
      for (int i = 0; i < bills; i++) {
        Bill bill =
            new Bill(
                new BillId(Simulator.PHARMACY.code(), "J-" + i),
                List.of(FeeLine.of("1", "TEST-0001", "0.01", "1")));
        Quote quote = counter.quote(may, bill);
        long start = System.nanoTime();
        var settled = counter.settle(bill.id(), quote);
        java[i] = System.nanoTime() - start;
        require(settled.toString().startsWith("Settled["), settled.toString());

        Said trial = bench.quoted(shift, eligibility, "G-" + i, "0.01").good(200);
        String body = Bench.settling(shift, trial.text("quote"), trial.text("digest"));
        start = System.nanoTime();
        Said said = bench.post("/v1/bills/G-" + i + "/settle", body);
        gateway[i] = System.nanoTime() - start;
        require("settled".equals(said.text("ending")), said.body());
      }
      ratio("settle in Java", java, "settle through the gateway", gateway);
      outcomes(bench, bills);
    }
  }

  /** What asking costs where nothing is done but looked up: what the call itself adds. */
  private static void outcomes(Bench bench, int bills) {
    long[] java = new long[bills];
    long[] gateway = new long[bills];
    for (int i = 0; i < bills; i++) {
      BillId bill = new BillId(Simulator.PHARMACY.code(), "G-" + i);
      long start = System.nanoTime();
      require(bench.terminal.outcomeOf(bill).isPresent(), "no outcome of " + bill);
      java[i] = System.nanoTime() - start;
      start = System.nanoTime();
      bench.get("/v1/bills/G-" + i).good(200);
      gateway[i] = System.nanoTime() - start;
    }
    ratio("outcome in Java", java, "outcome through the gateway", gateway);
  }

  private static void ratio(String what, long[] java, String besides, long[] gateway) {
    long inJava = told(what, java, java.length / 3);
    long through = told(besides, gateway, gateway.length / 3);
    System.out.println("ratio of the medians in hundredths: " + through * 100 / inJava);
  }

  private static Eligibility eligible(Bench bench, Counter counter) {
    Patient patient =
        counter.identify(
            bench.simulator.codeReader().fromText(bench.scanned()),
            bench.simulator.registration("P0000004", "V-G"));
    return counter.eligibility(patient, new Visit("V-G", CareType.PHARMACY, Simulator.DEMO_DAY));
  }

  private static long told(String what, long[] nanos, int warm) {
    long[] sorted = Arrays.copyOfRange(nanos, warm, nanos.length);
    Arrays.sort(sorted);
    long median = sorted[sorted.length / 2] / 1000;
    System.out.println(
        what + " p50 " + median + " us, p99 " + sorted[sorted.length * 99 / 100] / 1000 + " us");
    return median;
  }

  private static void require(boolean good, String what) {
    if (!good) {
      throw new IllegalStateException(what);
    }
  }
}
