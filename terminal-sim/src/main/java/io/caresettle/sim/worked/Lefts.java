package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.policy.plan.Limit;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what is left of something: an amount, nothing written down, or an amount by year. */
final class Lefts {

  private final Build build;
  private final OptionalInt year;

  Lefts(Build build, OptionalInt year) {
    this.build = build;
    this.year = year;
  }

  /** The amount of the bill's year; empty where a null says that there is no end of it. */
  Optional<Money> amount(Field left) {
    if (left.isNull()) {
      return Optional.empty();
    }
    if (!left.isMapping()) {
      return Words.yuan(left);
    }
    if (year.isEmpty()) {
      left.fault("amounts by year", "one amount, or policy.settlementYear and the days in input");
      return Optional.empty();
    }
    Optional<Money> ofYear = Optional.empty();
    for (var entry : left.mapping().orElseThrow().all().entrySet()) {
      Optional<Money> amount = Words.yuan(entry.getValue());
      if (entry.getKey().equals(Integer.toString(year.getAsInt()))) {
        ofYear = amount;
      }
    }
    if (ofYear.isEmpty()) {
      left.fault("no amount of the year", "the year " + year.getAsInt() + " among the keys");
    }
    return ofYear;
  }

  /** The limit of a layer, where {@code left} says one. */
  Optional<Limit> limit(Mapping layer, String path) {
    return amount(layer.optional("left")).map(money -> build.limit(path + ".left", money));
  }
}
