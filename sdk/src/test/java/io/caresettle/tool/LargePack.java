package io.caresettle.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A pack longer than any city's: eleven bands by category and level, with four sets of numbers. */
final class LargePack {

  private static final int BANDS = 11;
  private static final String[][] PERIODS = {
    {"2026-01-01", "2026-06-30"}, {"2026-07-01", "2026-12-31"},
    {"2027-01-01", "2027-06-30"}, {"2027-07-01", ""}
  };
  private static final String SOURCE = "source: {text: JS, article: \"16\", paragraph: 1}";

  private final StringBuilder text = new StringBuilder();
  private final Random random;

  private LargePack(long seed) {
    random = new Random(seed);
  }

  /** Writes one for a measurement; the argument is the file. */
  public static void main(String... arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), yaml(1));
  }

  /** More than 900 lines. */
  static String yaml(long seed) {
    return new LargePack(seed).write();
  }

  private String write() {
    text.append(
        """
        topic: large
        area: test
        names: {zh: 虚构（长）, en: "Fictitious, and long"}
        scheme: employee
        care: [inpatient]
        groups: [none, disabled-soldier]
        from: 2026-01-01
        still_valid_on: 2026-11-20

        values:
        """);
    for (int band = 1; band <= BANDS; band++) {
      if (band < BANDS) {
        value("band.end-" + band, "fen", band * 1_000_000, 900_000);
      }
      value("band.rate-" + band, "basis-points", 5_000 + band * 200, 199);
    }
    value("deductible", "fen", 10_000, 90_000);
    value("limit", "fen", 50_000_000, 90_000);
    text.append(
        """
          person:
            describes: Invented factor of a group's own share
            unit: basis-points
            by: [group]
            series:
              - {from: 2026-01-01, value: {none: 10000, disabled-soldier: 5000}, SOURCE, standing: fictitious, confidence: none}
          away:
            describes: Invented factor of a rate away from home
            unit: basis-points
            by: [off-site]
            series:
              - {from: 2026-01-01, value: {home: 10000, long-term: 10000, referred: 9000, temporary: 8000, unregistered: 7000, emergency: 10000}, SOURCE, standing: fictitious, confidence: none}

        plan:
          - {step: line-total, rounding: half-up-fen, rule: R-SETL-05, SOURCE}
          - {step: out-of-catalogue, rule: R-SCOPE-01, SOURCE}
          - {step: price-limit, rounding: half-up-fen, rule: R-SCOPE-09, SOURCE}
          - {step: first-self-pay, rounding: half-up-fen, rule: R-SCOPE-01, SOURCE}
          - {step: in-scope, rule: R-SETL-05, SOURCE}
          - {step: deductible, value: deductible, accumulator: year.deductible, rule: R-BEN-01, SOURCE}
          - step: bands
            payer: pool-fund
            position: year-in-scope
            bands:
        """
            .replace("SOURCE", SOURCE));
    for (int band = 1; band < BANDS; band++) {
      text.append("      - {up-to: band.end-" + band + ", rate: band.rate-" + band + "}\n");
    }
    text.append("      - {rate: band.rate-" + BANDS + "}\n");
    text.append(
        """
            person: {style: self-factor, value: person}
            off-site: {style: multiplier, value: away}
            method: telescoping
            rounds: band
            side: fund
            rounding: half-up-fen
            accumulator: year.in-scope
            rule: R-BEN-01
            SOURCE
          - {step: payment-limit, payer: pool-fund, value: limit, accumulator: year.pool, rule: R-BEN-01, SOURCE}
          - {step: cash, rule: R-ACCT-02, SOURCE}
        """
            .replace("SOURCE", SOURCE));
    return text.toString();
  }

  private void value(String name, String unit, int least, int spread) {
    text.append("  " + name + ":\n    describes: Invented number " + name + "\n");
    text.append("    unit: " + unit + "\n    by: [category, level]\n    series:\n");
    for (String[] period : PERIODS) {
      text.append("      - from: " + period[0] + "\n");
      if (!period[1].isEmpty()) {
        text.append("        to: " + period[1] + "\n");
      }
      text.append("        value:\n");
      for (String category : new String[] {"active", "retired"}) {
        text.append("          " + category + ": {");
        for (int level = 1; level <= 3; level++) {
          text.append(level == 1 ? "" : ", ");
          text.append("level-" + level + ": " + (least + random.nextInt(spread)));
        }
        text.append("}\n");
      }
      text.append("        " + SOURCE + "\n        standing: fictitious\n");
      text.append("        confidence: none\n        assumed: invented\n");
    }
  }
}
