package io.caresettle.sim.simulate;

import io.caresettle.eligibility.Institution;
import io.caresettle.identity.Consented;
import io.caresettle.settlement.QuoteRequest;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.FeeLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One bill as a seed planned it.
 *
 * @param arrives when the patient comes
 * @param regrets whether the patient takes it back after it settled, before it is booked
 */
record Plan(
    Institution institution,
    int slot,
    String number,
    int person,
    List<FeeLine> lines,
    Duration arrives,
    boolean regrets) {

  private static final Catalogue CATALOGUE = new Catalogue("TEST-2026-11", Map.of());
  private static final List<String> CODES =
      List.of("TEST-0001", "TEST-0004", "TEST-0006", "TEST-0008", "TEST-0009", "TEST-0013");

  static Plan of(Institution institution, int slot, String number, Dice dice, Weather weather) {
    List<FeeLine> lines = new ArrayList<>();
    int count = dice.between(1, 2);
    for (int i = 1; i <= count; i++) {
      lines.add(
          FeeLine.of(
              "" + i,
              CODES.get(dice.between(0, CODES.size() - 1)),
              dice.between(1, 99) + "." + dice.between(10, 99),
              "" + dice.between(1, 5)));
    }
    return new Plan(
        institution,
        slot,
        number,
        dice.between(0, People.count() - 1),
        lines,
        dice.seconds(0, 1800),
        dice.happens(weather.unwanted()));
  }

  String visit() {
    return "V-" + number;
  }

  BillId id(String as) {
    return new BillId(institution.code(), as);
  }

  QuoteRequest request(String as) {
    return new QuoteRequest(
        People.eligibility(institution, person, visit()),
        new Bill(id(as), lines),
        CATALOGUE,
        slot,
        false,
        Consented.notAsked(id(as)));
  }
}
