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
import java.util.Optional;

/**
 * One bill as a seed planned it.
 *
 * @param arrives when the patient comes
 * @param regrets whether the patient takes it back after it settled, before it is booked
 * @param visit of which it is
 * @param replaces the cancelled settlement whose remaining lines these are
 */
record Plan(
    Institution institution,
    int slot,
    String number,
    int person,
    List<FeeLine> lines,
    Duration arrives,
    boolean regrets,
    String visit,
    Optional<String> replaces) {

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
        dice.seconds(0, (int) weather.arrivals().toSeconds()),
        dice.happens(weather.unwanted()),
        "V-" + number,
        Optional.empty());
  }

  /** Whether something remains when part of it is given back. */
  boolean hasRest() {
    return lines.size() > 1;
  }

  /** The number of the bill that is settled anew when part of this one is given back. */
  String restNumber() {
    return number + "-R";
  }

  /** That bill. */
  Plan rest(String cancelled, Duration now) {
    return new Plan(
        institution,
        slot,
        restNumber(),
        person,
        lines.subList(0, 1),
        now,
        false,
        visit,
        Optional.of(cancelled));
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
        Optional.empty(),
        Consented.notAsked(id(as)),
        replaces);
  }
}
