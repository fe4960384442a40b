package io.caresettle.policy.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.reading.Fault;
import io.caresettle.reading.ReadingFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a nation and a province give to a city")
class InheritanceTest {

  private static final String PLAN =
      """
      plan:
        - {step: line-total, rounding: half-up-fen, rule: R-SETL-05, source: {text: JS, article: "56", paragraph: 1}}
        - {step: out-of-catalogue, rule: R-SCOPE-01, source: {text: JS, article: "16", paragraph: 1}}
        - {step: price-limit, rounding: half-up-fen, rule: R-SCOPE-09, source: {text: JS, article: "52", paragraph: 1}}
        - {step: first-self-pay, rounding: half-up-fen, rule: R-SCOPE-01, source: {text: JS, article: "16", paragraph: 1}}
        - {step: in-scope, rule: R-SETL-05, source: {text: JS, article: "16", paragraph: 1}}
        - {step: deductible, value: deductible, accumulator: used, rule: R-BEN-01, source: {text: JS, article: "16", paragraph: 1}}
        - {step: rate, payer: pool-fund, value: rate, rounding: half-up-fen, rule: R-BEN-01, source: {text: JS, article: "16", paragraph: 1}}
        - {step: payment-limit, payer: pool-fund, value: limit, accumulator: paid, rule: R-BEN-01, source: {text: JS, article: "16", paragraph: 1}}
        - {step: cash, rule: R-ACCT-02, source: {text: JS, article: "16", paragraph: 1}}
      """;

  private static final String NATION =
      header("000000", "")
          + """
          values:
            deductible:
              describes: From nothing to a thousand yuan
              unit: fen
              gives: range
              series:
                - {from: 2026-01-01, value: {least: 0, most: 100000}, source: {text: JS, article: "16", paragraph: 1}, standing: in-force, confidence: H}
            limit:
              describes: Everywhere the same
              unit: fen
              series:
                - {from: 2026-01-01, value: 500000, source: {text: JS, article: "25", paragraph: 1}, standing: in-force, confidence: H}
          """;

  private static final String PROVINCE =
      header("320000", "")
          + """
          values:
            rate:
              describes: Unless a city says otherwise
              unit: basis-points
              gives: default
              by: [category]
              series:
                - {from: 2026-01-01, to: 2026-06-30, value: {active: 5000, retired: 6000}, source: {text: JS, article: "14", paragraph: 1}, standing: in-force, confidence: H}
                - {from: 2026-07-01, value: {active: 5500, retired: 6500}, source: {text: JS, article: "14", paragraph: 1}, standing: in-force, confidence: H}
            deductible:
              describes: The province narrows it
              unit: fen
              gives: range
              by: [level]
              series:
                - from: 2026-01-01
                  value: {level-1: {least: 0, most: 20000}, level-2: {least: 10000, most: 50000}, level-3: {least: 20000, most: 90000}}
                  source: {text: JS, article: "15", paragraph: 1}
                  standing: in-force
                  confidence: H
          """
          + PLAN;

  private static final String CITY =
      header("320500", "care: [outpatient]\n")
          + """
          values:
            deductible:
              describes: The city's own
              unit: fen
              by: [category]
              series:
                - {from: 2026-01-01, value: {active: 20000, retired: 20000}, source: {text: SZ, article: "12", paragraph: 2}, standing: draft, confidence: L}
          """;

  @TempDir Path directory;
  private final Map<String, String> files = new TreeMap<>();

  private static String header(String area, String more) {
    return "topic: outpatient\narea: \""
        + area
        + "\"\nnames: {zh: 甲, en: A}\nscheme: employee\n"
        + more
        + "from: 2026-01-01\nstill_valid_on: 2026-11-20\n";
  }

  @BeforeEach
  void nationProvinceCity() {
    files.put("nation.yaml", NATION);
    files.put("jiangsu/province.yaml", PROVINCE);
    files.put("jiangsu/suzhou/city.yaml", CITY);
  }

  private String text(String file) {
    return Optional.ofNullable(files.get(file)).orElseThrow();
  }

  private void change(String file, String right, String wrong) {
    files.put(file, Texts.with(text(file), right, wrong));
  }

  private Path written() throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return directory;
  }

  private CompiledPack city() throws IOException {
    List<CompiledPack> packs = PolicyBook.load(written()).packs();
    assertEquals(1, packs.size(), "only the city serves anybody");
    return packs.get(0);
  }

  private String faults() throws IOException {
    Path tree = written();
    ReadingFailed failed = assertThrows(ReadingFailed.class, () -> PolicyBook.load(tree));
    return failed.faults().stream()
        .map(Fault::toString)
        .map(fault -> fault.replace(tree + "/", ""))
        .collect(Collectors.joining("\n"));
  }

  @Test
  @DisplayName("is in the compiled pack, with the area that states it, and needed no more")
  void isInTheCompiledPack() throws IOException {
    CompiledPack flat = CompiledPack.read(city().bytes());
    assertEquals(
        "deductible by 320500, limit by 000000, rate by 320000",
        flat.values().stream()
            .map(series -> series.name() + " by " + series.statedBy())
            .collect(Collectors.joining(", ")));
    assertEquals(9, flat.steps().size());
    assertEquals(2, flat.changes().size(), "the province's second half of the year");
  }

  @Test
  void aDefaultGivesWayToTheCitysOwn() throws IOException {
    change(
        "jiangsu/suzhou/city.yaml",
        "values:\n",
        """
        values:
          rate:
            describes: Ours
            unit: basis-points
            series:
              - {from: 2026-01-01, value: 7000, source: {text: SZ, article: "12", paragraph: 2}, standing: draft, confidence: L}
        """);
    ValueSeries rate = city().value("rate").orElseThrow();
    assertEquals("320500", rate.statedBy());
    assertEquals(7000, rate.entries().get(0).cells().get(0).amount());
  }

  @Test
  void oneFileFindsItsParentsAboveIt() throws IOException {
    Path file = written().resolve("jiangsu/suzhou/city.yaml");
    assertEquals(city().digest(), PolicyBook.load(file).packs().get(0).digest());
  }

  @Test
  void theDigestFollowsTheParents() throws IOException {
    String before = city().id().digest();
    change("nation.yaml", "500000", "500001");
    assertNotEquals(before, city().id().digest());
  }

  @Test
  @DisplayName("outside the range: an error that cites both articles")
  void outsideTheRange() throws IOException {
    change("jiangsu/suzhou/city.yaml", "retired: 20000", "retired: 20001");
    assertEquals(
        "jiangsu/suzhou/city.yaml:9:3: values.deductible: found 20001 for retired/level-1 on"
            + " 2026-01-01 (SZ 12¶2), expected from 0 to 20000, as jiangsu/province.yaml allows"
            + " (JS 15¶1)",
        faults());
  }

  @Test
  void aProvinceStaysWithinTheNationToo() throws IOException {
    change("jiangsu/province.yaml", "most: 90000", "most: 100001");
    assertEquals(
        "jiangsu/province.yaml:16:3: values.deductible: found 100001 for level-3 on 2026-01-01"
            + " (JS 15¶1), expected from 0 to 100000, as nation.yaml allows (JS 16¶1)",
        faults());
  }

  @Test
  @DisplayName("a province's default does not lift the nation's range")
  void theNationsRangeBindsTheCityToo() throws IOException {
    String province = text("jiangsu/province.yaml");
    int start = province.indexOf("  deductible:");
    files.put(
        "jiangsu/province.yaml",
        province.substring(0, start)
            + """
              deductible:
                describes: Unless a city says otherwise
                unit: fen
                gives: default
                series:
                  - {from: 2026-01-01, value: 50000, source: {text: JS, article: "15", paragraph: 1}, standing: in-force, confidence: H}
            """
            + province.substring(province.indexOf("plan:")));
    change("jiangsu/suzhou/city.yaml", "retired: 20000", "retired: 100001");
    assertEquals(
        "jiangsu/suzhou/city.yaml:9:3: values.deductible: found 100001 for retired on 2026-01-01"
            + " (SZ 12¶2), expected from 0 to 100000, as nation.yaml allows (JS 16¶1)",
        faults());
  }

  @Test
  void aRangeIsNoNumberForTheCity() throws IOException {
    files.put("jiangsu/suzhou/city.yaml", CITY.substring(0, CITY.indexOf("values:")));
    assertEquals(
        "jiangsu/suzhou/city.yaml:1:1: values: found no value 'deductible', expected a value of its"
            + " own, within what jiangsu/province.yaml allows (JS 15¶1)",
        faults());
  }

  @Test
  @DisplayName("what a parent fixes a child may not state: an error that cites both articles")
  void aFixedValueIsNotStatedAgain() throws IOException {
    change("jiangsu/suzhou/city.yaml", "  deductible:", "  limit:");
    assertEquals(
        "jiangsu/suzhou/city.yaml:9:3: values: found no value 'deductible', expected a value of its"
            + " own, within what jiangsu/province.yaml allows (JS 15¶1)\n"
            + "jiangsu/suzhou/city.yaml:9:3: values.limit: found a value of its own (SZ 12¶2),"
            + " expected none, for nation.yaml fixes it (JS 25¶1)",
        faults());
  }

  @Test
  void aCityDoesNotBeginBeforeItsParents() throws IOException {
    change("jiangsu/suzhou/city.yaml", "from: 2026-01-01\nstill", "from: 2025-12-01\nstill");
    assertTrue(
        faults()
            .startsWith(
                "jiangsu/suzhou/city.yaml:6:7: from: found a pack from 2025-12-01 on, expected days"
                    + " that its parent jiangsu/province.yaml has too: from 2026-01-01 on"));
  }

  @Test
  void aCityGivesNothing() throws IOException {
    change("jiangsu/suzhou/city.yaml", "unit: fen\n", "unit: fen\n    gives: default\n");
    assertEquals(
        "jiangsu/suzhou/city.yaml:12:5: values.deductible.gives: found the unknown key 'gives',"
            + " expected one of describes, unit, by, series",
        faults());
  }

  @Test
  void aPackThatServesCareHasNoRange() throws IOException {
    change("jiangsu/province.yaml", "scheme: employee\n", "scheme: employee\ncare: [outpatient]\n");
    assertEquals(
        "jiangsu/province.yaml:20:12: values.deductible.gives: found a range in a pack that serves"
            + " care itself, expected a pack without 'care' or 'plan'",
        faults());
  }

  @Test
  @DisplayName("a parent with faults makes no second fault in its children")
  void aFaultyParentIsToldOnce() throws IOException {
    change("nation.yaml", "value: 500000", "value: much");
    assertEquals(
        "nation.yaml:18:35: values.limit.series[0].value: found 'much', expected a whole number"
            + " from 0 to 1000000000000, without quotes",
        faults());
  }

  @Test
  void aloneTheCityIsNotWhole() throws IOException {
    files.keySet().removeIf(file -> !file.contains("city"));
    assertEquals(
        "jiangsu/suzhou/city.yaml:1:1: found no 'plan' here, expected the key 'plan'\n"
            + "jiangsu/suzhou/city.yaml:9:3: values.deductible: found a value that no step uses,"
            + " expected a step that uses it, or its removal",
        faults());
  }
}
