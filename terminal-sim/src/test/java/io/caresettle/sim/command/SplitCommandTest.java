package io.caresettle.sim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

@DisplayName("split: who pays what, for a bill in a file")
class SplitCommandTest {

  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path BAD_CASES = Path.of("src/test/resources/bad-cases");
  private static final Path LEVEL_3 = CASES.resolve("suzhou/level-3-active.yaml");

  private record Ran(int exit, String out, String err) {}

  private static Ran split(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        new CommandLine(new SplitCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
    return new Ran(exit, out.toString(), err.toString());
  }

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(file -> file.toString().matches(".*\\.(yaml|json)")).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @Tag("R-BEN-01")
  @Tag("R-BEN-02")
  @Tag("R-BEN-03")
  @Tag("R-BEN-04")
  @Tag("R-BEN-05")
  @Tag("R-INST-09")
  @MethodSource("cases")
  void everyShippedCaseComesOut(Path file) {
    Ran ran = split("--case", file, "--trace");
    assertEquals(0, ran.exit(), ran.out() + ran.err());
  }

  @Test
  void aDirectoryClosesWithACount() throws IOException {
    Ran ran = split("--case", CASES);
    assertEquals(0, ran.exit(), ran.out() + ran.err());
    assertTrue(ran.out().endsWith(cases().size() + " passed, 0 failed\n"), ran.out());
  }

  @Test
  @DisplayName("worked examples in their own form close with a score by provenance and by area")
  void workedExamplesAreTakenAsTheyAre(@TempDir Path directory) throws IOException {
    Ran ran = split("--case", CASES.resolve("worked"));
    assertEquals(0, ran.exit(), ran.out() + ran.err());
    assertTrue(ran.out().contains("  B: 7 passed, 0 failed\n  C: 12 passed"), ran.out());
    assertTrue(ran.out().contains("  Nantong: 5 passed, 0 failed\n"), ran.out());
    assertTrue(ran.out().endsWith("\n44 passed, 0 failed\n"), ran.out());

    String name = "wuxi-employee-outpatient-level2.json";
    String text = Files.readString(CASES.resolve("worked").resolve(name));
    Files.writeString(directory.resolve(name), text.replace("\"1125.00\"", "\"1125.01\""));
    Ran failed = split("--case", directory);
    assertEquals(1, failed.exit(), failed.out() + failed.err());
    assertTrue(
        failed.out().contains("poolFund: 应为 expected 1125.01, 得到 found 1125.00"), failed.out());
    assertTrue(failed.out().endsWith("\n0 passed, 1 failed\n"), failed.out());
  }

  @Test
  @DisplayName("an amount that comes out otherwise: exit 1, expected and found")
  void aDifferenceIsShown(@TempDir Path directory) throws IOException {
    String text = Files.readString(LEVEL_3);
    Files.writeString(directory.resolve("a.yaml"), text);
    Files.writeString(directory.resolve("b.yaml"), text.replace("\"740.40\"", "\"740.41\""));
    Ran ran = split("--case", directory);
    assertEquals(1, ran.exit());
    assertTrue(ran.out().contains("pool-fund: 应为 expected 740.41, 得到 found 740.40"), ran.out());
    assertTrue(ran.out().endsWith("1 passed, 1 failed\n"), ran.out());
  }

  static List<Path> unpublished() throws IOException {
    try (Stream<Path> files = Files.walk(BAD_CASES)) {
      return files
          .filter(file -> file.toString().matches(".*/(hainan|shanghai)-[^/]*\\.yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unpublished")
  @DisplayName("a number that nobody has published: exit 2, its name and article, and no amount")
  void whatNobodyPublishedIsNamed(Path file) {
    Ran ran = split("--case", file);
    assertEquals(2, ran.exit(), ran.out() + ran.err());
    assertTrue(ran.err().contains(":9:7: date: found a rule without its number"), ran.err());
    assertTrue(
        Pattern.compile("(rate|first), which (HN|SH) \\d+¶\\d ").matcher(ran.err()).find(),
        ran.err());
    assertEquals("", ran.out());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "number-not-published, a rule without its number",
    "group-nobody-knows, a day without one rule",
    "stay-without-discharge, 'discharged' is not said",
    "nantong-aid-inpatient, 'aid.shared-limit, which NT 27¶2'",
    "nantong-chronic-employee, 'special.rate, which NT 61¶1'",
    "nantong-hospital-only-outpatient, 'outpatient.rate, which NT 61¶1'",
    "nantong-maternity-employee, 'maternity.rate, which JS 81¶1'",
    "nantong-maternity-resident, 'maternity.rate, which NT 61¶1'",
    "nantong-referred-employee, 'off-site.points, which NT 49¶2'",
    "nantong-referred-outpatient, 'off-site.points, which NT 49¶2'",
    "nantong-special-employee, 'special.rate, which NT 61¶1'",
    "nantong-special-resident, 'special.rate, which NT 61¶1'",
    "nantong-temporary, 'off-site.points, which NT 49¶2'",
    "nantong-third-stay-resident, 'inpatient.deductible, which NT 61¶1'",
    "nantong-unregistered-employee, 'off-site.points, which NT 49¶2'",
    "nantong-unregistered-outpatient, 'off-site.points, which NT 49¶2'",
    "nantong-unregistered-resident, 'off-site.points, which NT 49¶2'",
    "suzhou-chronic-resident, 'chronic.rate, which SZ 31¶2'",
    "suzhou-grade-c-limit, 'outpatient.limit, which SZ 12¶2'",
    "suzhou-maternity-employee, 'maternity.rate, which SZ 26¶1'",
    "suzhou-maternity-resident, 'maternity.rate, which SZ 33¶1'",
    "suzhou-retired-level-1, 'inpatient.deductible, which SZ 14¶2'",
    "suzhou-second-stay-resident, 'inpatient.deductible, which SZ 32¶3'",
    "suzhou-unregistered, 'off-site.multiplier, which SZ 73¶1'",
  })
  @DisplayName("a bill that the rules give no answer for: exit 2, why, and no amount")
  void noAnswerIsNotGuessed(String name, String why) {
    Ran ran = split("--case", BAD_CASES.resolve(name + ".yaml"));
    assertEquals(2, ran.exit(), ran.out() + ran.err());
    assertTrue(ran.err().contains(name + ".yaml:9:7: date: found"), ran.err());
    assertTrue(ran.err().contains(why), ran.err());
    assertEquals("", ran.out());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'{union: \"150.01\"}', supplements.union",
    "'\"150.01\"', supplements",
  })
  @DisplayName("what supplements pay is claimed by name or as a sum")
  void supplementsAreClaimedEitherWay(String claim, String name, @TempDir Path directory)
      throws IOException {
    String text = Files.readString(CASES.resolve("fictitious/special-outpatient/first-visit.yaml"));
    Path file = directory.resolve("a.yaml");
    Files.writeString(file, text.replace("{union: \"150.00\"}", claim));
    Ran ran = split("--case", file);
    assertEquals(1, ran.exit(), ran.out() + ran.err());
    assertTrue(
        ran.out().contains("    " + name + ": 应为 expected 150.01, 得到 found 150.00"), ran.out());
  }

  @Test
  @DisplayName("the working names article and sum, and says TEST FIGURES")
  void theWorkingIsShown() {
    Ran ran = split("--case", LEVEL_3, "--trace");
    assertTrue(ran.out().contains("TEST FIGURES"), ran.out());
    assertTrue(
        ran.out().lines().anyMatch(line -> line.matches(".*SZ 12¶2 +1,234\\.00 × 60 % = 740\\.40")),
        ran.out());
    assertTrue(ran.out().contains("账户余额不足"), ran.out());
    assertTrue(!split("--case", LEVEL_3).out().contains("计算过程"));
  }

  @Test
  @DisplayName("where several numbers make a rate, the working names each with its article")
  void theNumbersBehindARateAreShown() {
    String out =
        split("--case", CASES.resolve("fictitious/inpatient/points-off-site.yaml"), "--trace")
            .out();
    String numbers =
        out.lines().filter(line -> line.contains("off-site.points")).findFirst().orElse(out);
    assertTrue(numbers.contains("依据的数字 numbers: rate.first 80 % (JS "), numbers);
    assertTrue(numbers.contains(", off-site.points 10 % (JS "), numbers);
  }

  @Test
  @DisplayName("JSON can be read, and its amounts are texts")
  void jsonCanBeRead() {
    Ran ran = split("--case", LEVEL_3, "--json");
    String fund =
        Reading.of(
            "out.json",
            ran.out(),
            top -> {
              Mapping one = whole(whole(top).required("cases").list().get(0));
              Mapping estimate = whole(one.required("estimate"));
              whole(estimate.required("by_what"));
              whole(estimate.required("year_to_date_after"));
              for (Field line : estimate.required("lines").list()) {
                whole(line);
              }
              return whole(estimate.required("by_whom")).required("pool-fund").text();
            });
    assertEquals("740.40", fund);
  }

  /** A mapping of which every key is welcome. */
  private static Mapping whole(Field field) {
    return whole(field.mapping().orElseThrow());
  }

  private static Mapping whole(Mapping mapping) {
    mapping.all();
    return mapping;
  }

  @Test
  @DisplayName("bad input: exit 2, every fault of every file with its place")
  void badInputIsToldAtOnce(@TempDir Path directory) throws IOException {
    Path bill = directory.resolve("bill.yaml");
    Files.writeString(
        bill,
        """
        case: wrong in many places
        area: "320500"
        scheme: employee
        category: activ
        care: outpatient
        level: level-3
        date: 2026-11-20
        account_balance: 1000.00
        catalogue:
          - {code: TEST-0001, name: 示例, class: A, first_self_pay: 500}
          - {code: TEST-0002, name: 示例, class: B}
        lines:
          - {line: "1", code: TEST-0003, price: "1.00", quantity: "0"}
          - {line: "1", code: TEST-0001, price: "1.0000001", quantity: "1"}
        expect: {pool: "0.00"}
        """);
    Path total = directory.resolve("total.yaml");
    Files.writeString(total, Files.readString(LEVEL_3).replace("\"1834.00\"}", "\"1834.01\"}"));
    Path day = directory.resolve("day.yaml");
    Files.writeString(day, Files.readString(LEVEL_3).replace("2026-11-20", "2025-12-31"));
    Path syntax = directory.resolve("syntax.yaml");
    Files.writeString(syntax, "case: [\n");

    Ran ran = split("--case", directory);

    assertEquals(2, ran.exit(), ran.out() + ran.err());
    List<String> places =
        List.of(
            "bill.yaml:4:11: category: ",
            "bill.yaml:8:18: account_balance: ",
            "bill.yaml:10:59: catalogue[0].first_self_pay: ",
            "bill.yaml:11:5: catalogue[1]: ",
            "bill.yaml:13:23: lines[0].code: ",
            "bill.yaml:13:59: lines[0].quantity: ",
            "bill.yaml:14:12: lines[1].line: ",
            "bill.yaml:14:41: lines[1].price: ",
            "bill.yaml:15:10: expect.pool: ",
            "day.yaml:10:7: date: ",
            "syntax.yaml:2:1: ",
            "total.yaml:15:74: lines[0].total: found '1834.01', expected '1834.00'");
    List<String> told = ran.err().lines().skip(1).toList();
    assertEquals(places.size(), told.size(), ran.err());
    for (int i = 0; i < places.size(); i++) {
      String expected = directory + "/" + places.get(i);
      assertTrue(told.get(i).startsWith(expected), expected + "\n" + told.get(i));
    }
  }

  @Test
  @DisplayName("sums of another year than the bill's: exit 2, with file, field, found and expected")
  void sumsOfAnotherYearAreRefused(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("case.yaml");
    String text = Files.readString(CASES.resolve("suzhou/totals-and-two-purses.yaml"));
    Files.writeString(file, text.replace("\nyear: 2026", "\nyear: 2025"));
    Ran ran = split("--case", file);
    assertEquals(2, ran.exit());
    assertTrue(
        ran.err()
            .contains(
                file + ":1:1: year_to_date: found sums of the year 2025, expected sums of 2026"),
        ran.err());
    Files.writeString(file, text.replace("{total: \"1934.00\"", "{total: \"1934.01\""));
    assertTrue(
        split("--case", file)
            .err()
            .contains("totals.total: found '1934.01', expected '1934.00', the sum of the parts"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "outpatient.deductible_used, perhaps 'outpatient.deductible-used'",
    "year.counted_cots, perhaps 'year.counted-cost'",
    "wholly-else, one of ",
  })
  @DisplayName("a sum that no pack of the area counts: exit 2 at its key, never a silent zero")
  void aMistypedSumIsNoZero(String name, String meant, @TempDir Path directory) throws IOException {
    Path file = directory.resolve("case.yaml");
    String text = Files.readString(CASES.resolve("suzhou/level-2-active.yaml"));
    String used = "year_to_date: {outpatient.deductible-used: ";
    String found = "found the sum '" + name + "', which no pack of the area counts, expected ";
    Files.writeString(file, text.replace(used, "year_to_date: {" + name + ": "));
    Ran before = split("--case", file);
    assertEquals(2, before.exit(), before.out() + before.err());
    String place = "case.yaml:9:16: year_to_date." + name + ": ";
    assertTrue(before.err().contains(place + found + meant), before.err());
    String after = "\nexpect:\n  after: {" + name + ": \"1.00\"}\n";
    Files.writeString(file, text.replaceFirst("(?s)\nexpect:.*", "") + after);
    Ran expected = split("--case", file);
    assertEquals(2, expected.exit(), expected.out() + expected.err());
    assertTrue(expected.err().contains("expect.after." + name + ": " + found), expected.err());
  }

  @Test
  @DisplayName("a sum that another pack of the area counts is at home in a case")
  void sumsOfOtherCareMayStandInACase(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("case.yaml");
    String text = Files.readString(CASES.resolve("suzhou/level-2-active.yaml"));
    String used = "year_to_date: {";
    Files.writeString(file, text.replace(used, used + "year.counted-cost: \"1.00\", "));
    Ran ran = split("--case", file);
    assertEquals(0, ran.exit(), ran.out() + ran.err());
  }

  @Test
  @DisplayName("a case at fault counts as failed, and takes none of the others with it")
  void oneBadCaseDoesNotSilenceTheOthers(@TempDir Path directory) throws IOException {
    String good = Files.readString(CASES.resolve("worked/item-class-a-three-days.json"));
    Files.writeString(directory.resolve("a.json"), good);
    Files.writeString(directory.resolve("b.json"), good.replace("\"order\"", "\"ordre\""));
    Files.writeString(directory.resolve("c.json"), good.replace("\"50.00\"", "\"90000000000.00\""));
    Files.writeString(directory.resolve("d.json"), good.replace("\"50.00\"", "\"-50.00\""));
    String much = "date: 2026-11-20\nyear_to_date: {outpatient.pool-paid: \"90000000000.00\"}\n";
    Files.writeString(
        directory.resolve("e.yaml"), Files.readString(LEVEL_3).replace("date: 2026-11-20\n", much));

    Ran ran = split("--case", directory);

    assertEquals(2, ran.exit(), ran.out() + ran.err());
    assertTrue(ran.out().contains("通过 passed  item-class-a-three-days\n"), ran.out());
    assertTrue(ran.out().endsWith("\n1 passed, 4 failed\n"), ran.out());
    List<String> told = ran.err().lines().skip(1).toList();
    assertEquals(5, told.size(), ran.err());
    assertTrue(told.get(0).contains("b.json:12:13: policy: found no 'order' here"), ran.err());
    assertTrue(told.get(1).contains("unknown key 'ordre', expected perhaps 'order'"), ran.err());
    assertTrue(
        told.get(2).contains("c.json:48:12: input: found a bill of 270000000000.00 yuan"),
        ran.err());
    assertTrue(told.get(3).contains("input.items[0].unitPrice: found '-50.00'"), ran.err());
    assertTrue(told.get(4).contains("e.yaml:1:1: "), ran.err());
    assertTrue(split("--case", directory, "--json").out().contains("\"failed\": 4\n"));
    assertEquals(2, split("--case", directory, "--fund-pays", "1.00").exit());
  }

  @Test
  @DisplayName("a worked example's steps are in its JSON, with the trace")
  void aWorkedExampleIsTracedForAProgram() {
    Path file = CASES.resolve("worked/item-class-a-three-days.json");
    String traced = split("--case", file, "--json", "--trace").out();
    assertTrue(traced.contains("\"sum\": \"150.00 × 100 % = 150.00\""), traced);
    assertTrue(!split("--case", file, "--json").out().contains("\"sum\""));
  }

  @Test
  void anInlinePackIsCheckedInItsPlace(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("case.yaml");
    String text = Files.readString(CASES.resolve("worked-examples/boundary-ceiling-exactly.yaml"));
    Files.writeString(file, text.replaceFirst("value: deductible,", "value: deductibel,"));
    Ran ran = split("--case", file);
    assertEquals(2, ran.exit());
    assertTrue(ran.err().contains("pack.plan[5].value: found the unknown value"), ran.err());
    assertTrue(ran.err().contains("perhaps 'deductible'"), ran.err());
  }

  @Test
  @DisplayName("what if: by case, by step and together, who would pay more and who less")
  void otherRulesAreCompared(@TempDir Path directory) throws IOException {
    Path pack = directory.resolve("mine.yaml");
    Files.writeString(pack, shippedSuzhou().replace("level-3: 6000", "level-3: 6500"));
    Ran one = split("--case", LEVEL_3, "--what-if", pack);
    assertEquals(0, one.exit(), one.out() + one.err());
    assertTrue(one.out().contains("患者 patient: 1093.60 → 1031.90  少付 gains 61.70\n"), one.out());
    assertTrue(one.out().contains("    统筹基金 pool fund: +61.70\n"), one.out());
    assertTrue(
        one.out()
            .contains(
                "    [bands] SZ 12¶2 1,234.00 × 60 % = 740.40  →  SZ 12¶2 1,234.00 × 65 % ="
                    + " 802.10\n"),
        one.out());

    Ran all = split("--case", CASES.resolve("suzhou"), "--what-if", pack);
    assertTrue(all.out().contains(" 多付 loses\n"), all.out());
    Ran worked = split("--case", CASES.resolve("worked"), "--what-if", pack);
    assertTrue(worked.out().contains("未比较 left out: baoji-employee-outpatient-capped: "));
    assertEquals(2, split("--case", LEVEL_3, "--what-if", directory.resolve("none.yaml")).exit());
  }

  @Test
  @DisplayName("what if: against its own rules, nobody gains or loses; JSON adds up")
  void theSameRulesChangeNothing(@TempDir Path directory) throws IOException {
    Path pack = directory.resolve("mine.yaml");
    Files.writeString(pack, shippedSuzhou());
    Ran same = split("--case", CASES.resolve("suzhou"), "--what-if", pack);
    assertTrue(same.out().contains("  0 少付 gains\n  0 多付 loses\n"), same.out());
    assertTrue(!same.out().contains("→  "), same.out());
    Files.writeString(pack, shippedSuzhou().replace("level-3: 6000", "level-3: 5000"));
    Ran json = split("--case", LEVEL_3, "--what-if", pack, "--json");
    String sum =
        Reading.of(
            "out.json",
            json.out(),
            top -> {
              Mapping one = whole(whole(top).required("cases").list().get(0));
              assertEquals("loses", one.required("verdict").text().orElseThrow());
              assertEquals("123.40", one.required("change").text().orElseThrow());
              Mapping by = whole(one.required("by_whom"));
              assertEquals("-123.40", by.required("pool-fund").text().orElseThrow());
              Mapping patients = whole(top.required("patients"));
              whole(patients.required("gains"));
              whole(patients.required("unchanged"));
              whole(top.required("by_whom"));
              return whole(patients.required("loses")).required("change").text();
            });
    assertEquals("123.40", sum);
  }

  @Test
  @DisplayName("the other way round: the smallest cost in scope at which the funds pay so much")
  void theQuestionTheOtherWayRound() {
    // 60 % of what lies above 600.00: one fen above, 0.6 of a fen is rounded up.
    assertTrue(split("--case", LEVEL_3, "--fund-pays", "740.40").out().startsWith("1834.00  "));
    assertTrue(split("--case", LEVEL_3, "--fund-pays", "740.41").out().startsWith("1834.01  "));
    assertTrue(split("--case", LEVEL_3, "--fund-pays", "0.01").out().startsWith("600.01  "));
    assertTrue(split("--case", LEVEL_3, "--fund-pays", "0.00").out().startsWith("0.00  "));
    assertTrue(split("--case", LEVEL_3, "--fund-pays", "13000.01").out().startsWith("–  "));
    assertTrue(
        split("--case", LEVEL_3, "--fund-pays", "0.01", "--json")
            .out()
            .contains("\"in_scope_from\": \"600.01\""));
    assertEquals(2, split("--case", LEVEL_3, "--fund-pays", "1").exit(), "yuan with two decimals");
    assertEquals(2, split("--case", LEVEL_3, "--fund-pays", "-1.00").exit(), "not below zero");
    assertEquals(
        2, split("--case", LEVEL_3, "--fund-pays", "1.00", "--what-if", LEVEL_3).exit(), "both");
  }

  private static String shippedSuzhou() throws IOException {
    try (var in =
        SplitCommand.class.getResourceAsStream("/policy/jiangsu/suzhou/employee-outpatient.yaml")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void otherPacksMayBeUsed(@TempDir Path directory) throws IOException {
    Path pack = directory.resolve("mine.yaml");
    Files.writeString(pack, shippedSuzhou().replace("level-3: 6000", "level-3: 5000"));
    for (Path path : List.of(pack, directory)) {
      Ran ran = split("--pack", path, "--case", LEVEL_3);
      assertEquals(1, ran.exit(), ran.out() + ran.err());
      assertTrue(ran.out().contains("found 617.00"), ran.out()); // 1,234.00 × 50 %
    }
    assertEquals(2, split("--pack", directory.resolve("none.yaml"), "--case", LEVEL_3).exit());
    assertEquals(2, split().exit(), "usage");
  }
}
