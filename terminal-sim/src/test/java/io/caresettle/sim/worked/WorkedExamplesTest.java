package io.caresettle.sim.worked;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Money;
import io.caresettle.reading.Reading;
import io.caresettle.reading.ReadingFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("worked examples of others come out to the fen, in their own form")
@Tag("R-AID-02")
@Tag("R-AID-03")
@Tag("R-BEN-07")
@Tag("R-OFF-06")
@Tag("R-SETL-01")
class WorkedExamplesTest {

  private static final Path EXAMPLES = Path.of("src/test/resources/cases/worked");
  private static final Pattern CLAIMS =
      Pattern.compile("\"expected_(split|return|net_return)\": \\{");
  private static final Pattern AMOUNT = Pattern.compile("\"(\\d+\\.\\d\\d)\"");

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.sorted().toList();
    }
  }

  private static String text(String name) throws IOException {
    return Files.readString(EXAMPLES.resolve(name + ".json"));
  }

  private static WorkedExample read(String text) {
    return Reading.of("example.json", text, WorkedExample::bind);
  }

  private static List<Difference> differences(String text) {
    return read(text).differences();
  }

  @Test
  void allOfThemAreHere() throws IOException {
    assertEquals(44, examples().size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void everyAmountComesOut(Path file) throws IOException {
    assertEquals(List.of(), differences(Files.readString(file)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  @DisplayName("any claimed amount, one fen more: the example fails")
  void everyAmountIsCompared(Path file) throws IOException {
    String text = Files.readString(file);
    for (int[] claim : claims(text)) {
      String amount = text.substring(claim[0], claim[1]);
      Money more = Money.parseYuan(amount).plus(new Money(1));
      String changed = text.substring(0, claim[0]) + more + text.substring(claim[1]);
      assertFalse(differences(changed).isEmpty(), "at " + claim[0] + ": " + amount);
    }
  }

  /** Where in a file the amounts stand that must come out. */
  private static List<int[]> claims(String text) {
    List<int[]> found = new ArrayList<>();
    Matcher claims = CLAIMS.matcher(text);
    while (claims.find()) {
      int end = claims.end();
      for (int depth = 1; depth > 0; end++) {
        depth += text.charAt(end) == '{' ? 1 : text.charAt(end) == '}' ? -1 : 0;
      }
      Matcher amounts = AMOUNT.matcher(text).region(claims.end(), end);
      while (amounts.find()) {
        found.add(new int[] {amounts.start(1), amounts.end(1)});
      }
    }
    return found;
  }

  @Test
  @DisplayName("printed figures that contradict one another pass because they are refused")
  void contradictionsAreRefused() throws IOException {
    String printed = text("bj-resident-elder-emergency-unexplained");
    assertEquals(List.of(), differences(printed));
    String mended = printed.replaceFirst("(?s)(must_reject.*?)\"67.50\"", "$1\"63.00\"");
    assertEquals(
        List.of(
            new Difference("", "must_reject", "figures that are refused", "figures that add up")),
        differences(mended));
  }

  @Test
  @DisplayName("a chain whose next settlement begins elsewhere is broken")
  void chainsHold() throws IOException {
    String chained = text("critical-illness-crossed-by-the-second-stay");
    String broken =
        chained.replace(
            "\"criticalIllnessBase\": \"8960.00\"", "\"criticalIllnessBase\": \"8960.01\"");
    assertTrue(
        differences(broken)
            .contains(
                new Difference("second stay", "chain criticalIllnessBase", "8960.00", "8960.01")));
    assertTrue(
        differences(broken.replace("\"chained\": true", "\"chained\": false")).stream()
            .noneMatch(difference -> difference.amount().startsWith("chain")));
  }

  @Test
  @DisplayName("after a cancellation, the next settlement begins where the cancelled one did")
  void aCancellationPutsEverythingBack() throws IOException {
    String refund = text("refund-of-one-line-by-cancel-and-settle-anew");
    int last = refund.lastIndexOf("\"personalAccount\": \"500.00\"");
    String broken =
        refund.substring(0, last) + refund.substring(last).replaceFirst("500.00", "0.00");
    assertTrue(
        differences(broken).stream()
            .anyMatch(difference -> difference.amount().equals("chain personalAccount")));
  }

  @Test
  @DisplayName("a settlement cancelled twice would be paid back twice: the second is refused")
  void nothingIsCancelledTwice() throws IOException {
    String refund = text("refund-of-one-line-by-cancel-and-settle-anew");
    Matcher cancel =
        Pattern.compile("(?s)\\{[^{}]*\"action\": \"cancel\".*?\\}[^{}]*\\},").matcher(refund);
    assertTrue(cancel.find(), refund);
    String again = cancel.group().replaceFirst("\"name\": \"[^\"]*\"", "\"name\": \"again\"");
    String twice = refund.substring(0, cancel.end()) + again + refund.substring(cancel.end());
    ReadingFailed failed = assertThrows(ReadingFailed.class, () -> read(twice));
    String told = "" + failed.getMessage();
    assertTrue(told.contains(" a second time, in the step 'again', expected a settlement"), told);
  }

  @Test
  void theYearOfAdmissionWouldHaveFailed() throws IOException {
    String stay = text("nantong-stay-over-new-year-counts-by-discharge");
    List<Difference> found = differences(stay.replace("\"discharge\"", "\"service\""));
    assertTrue(found.contains(new Difference("", "settlementYear", "2026", "2025")), "" + found);
    assertTrue(found.contains(new Difference("", "poolFund", "11484.04", "1000.00")), "" + found);
  }

  @Test
  @DisplayName("a bill too large to count is told with its place, and nothing is computed")
  void whatCannotBeCountedIsRefused() throws IOException {
    String text = text("account-then-family-then-cash-not-out-of-catalogue");
    String item = "\"items\": [{\"line\": 1, \"category\": \"A\", ";
    String price = "\"unitPrice\": \"999999999999\", ";
    String huge = item + price + "\"quantity\": \"999999999999\"}], ";
    String large = item + price + "\"quantity\": \"1\"}], ";
    String categories =
        "\"categories\": {\"A\": {\"inCatalogue\": true, \"firstSelfPayRate\": \"0\"}}, ";
    String policy = text.replaceFirst("\"policy\": \\{", "\"policy\": {" + categories);
    for (String items : List.of(huge, large)) {
      String broken = policy.replaceFirst("(?s)\"totals\": \\{.*?\\},?", items);
      ReadingFailed failed = assertThrows(ReadingFailed.class, () -> read(broken));
      String told =
          items.equals(huge)
              ? "input.items[0]: found 999999999999.00 × 999999999999, expected an amount"
              : "input: found a bill of 999999999999.00 yuan, expected at most 10000000000.00 yuan";
      assertTrue(("" + failed.getMessage()).contains(told), failed.getMessage());
    }
  }

  @Test
  void ratiosAreExactAndNeverBinary() {
    assertAll(
        () -> assertEquals("Rate[numerator=17, denominator=20]", "" + Words.rate("0.85")),
        () -> assertEquals("Rate[numerator=2, denominator=3]", "" + Words.rate("4/6")),
        () -> assertEquals("Rate[numerator=1, denominator=1]", "" + Words.rate("1.00")),
        () -> assertThrows(IllegalArgumentException.class, () -> Words.rate("85%")),
        () -> assertThrows(IllegalArgumentException.class, () -> Words.rate("1/0")));
  }

  @ParameterizedTest
  @DisplayName("what cannot be read is told with its place, what was found and what was expected")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "ratio": "0.75"          | "ratio": 0.75            | policy.pool.bands[0].ratio: found the decimal number 0.75
          "ratio": "0.75"          | "ratio": "1.75"          | policy.pool.bands[0].ratio: found more than the whole
          "inScope": "800.00"      | "inScope": "800.01"      | input.totals.total: found '1000.00', expected '1000.01'
          "after-funds"            | "after-cash"             | policy.account.position: found 'after-cash', expected one of
          "payer": "poolFund"      | "payer": "poolFond"      | policy.pool.payer: found 'poolFond'
          "mode": "half-up"        | "mode": "half-down"      | policy.rounding.mode: found 'half-down'
          "basis": "annual"        | "basis": "monthly"       | policy.deductible.basis: found 'monthly'
          "mayPay"                 | "may_pay"                | policy.account.may_pay: found the unknown key 'may_pay', expected perhaps 'mayPay'
          "cash": "160.00"         | "change": "160.00"       | expected_split.change: found the unknown key
          "order": [               | "order": ["largeSum",    | policy: found no 'largeSum' here
          "left": "0.00"           | "left": {"2026": "0.00"} | policy.deductible.left: found amounts by year
          "chained": false         | "chained": "no"          | chained: found 'no'
          """)
  void badFilesAreRefusedInTheirPlace(String good, String bad, String told) throws IOException {
    String text = text("account-then-family-then-cash-not-out-of-catalogue");
    text = text.replaceFirst("\"provenance_class\"", "\"chained\": false, \"provenance_class\"");
    assertTrue(text.contains(good), good);
    String broken = text.replace(good, bad);
    ReadingFailed failed = assertThrows(ReadingFailed.class, () -> read(broken));
    assertTrue(("" + failed.getMessage()).contains(told), failed.getMessage());
    assertTrue(("" + failed.getMessage()).matches("(?s)example\\.json:\\d+:\\d+: .*"));
  }
}
