package io.caresettle.sim.counter;

import static io.caresettle.sim.counter.CommandRun.at;
import static io.caresettle.sim.counter.CommandRun.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The command demo")
@Timeout(180)
class DemoCommandTest {

  /** The line begins at 6:5; its price stands at 6:41, its quantity at 6:61. */
  private static final String GOOD =
      """
      bill: MY-1
      person: P0000001
      at: hospital
      by: card
      lines:
        - {line: "1", code: TEST-0006, price: "100.00", quantity: "10"}
      """;

  private static final List<String> PAYERS = List.of("pool-fund", "personal-account", "cash");

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private CommandRun runBill(String text) throws IOException {
    return run("demo", "--bill", file("bill.yaml", text).toString());
  }

  private static void assertNothingSettled(CommandRun ran) {
    assertFalse(ran.out().contains("SETTLE"), ran.out());
    assertFalse(ran.err().contains("\tat "), ran.err());
  }

  @ParameterizedTest(name = "{0} at {3}")
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "unknown key | by: card | by: card%ncolour: red | 5:1",
        "missing quantity | ', quantity: \"10\"' | '' | 6:5",
        "negative quantity | quantity: \"10\" | quantity: \"-2\" | 6:61",
        "no quantity at all | quantity: \"10\" | quantity: \"0\" | 6:61",
        "price with seven decimals | 100.00 | 100.0000001 | 6:41",
        "total that is no product | \"10\"} | '\"10\", total: \"999.99\"}' | 6:74",
        "broken YAML | person: P0000001 | person: [P0000001 | 3:3",
      })
  void aFaultyBillIsRefusedAtItsLineAndColumn(String what, String good, String bad, String position)
      throws IOException {
    CommandRun ran = runBill(GOOD.replace(good, bad.formatted()));
    assertEquals(2, ran.code(), what + ran.err());
    assertTrue(ran.err().contains("bill.yaml:" + position + ": "), ran.err());
    assertEquals("", ran.out());
  }

  private static final String PRESCRIBED =
      """
      bill: RX-1
      person: P0000002
      at: pharmacy
      by: code
      prescription: {number: "RX", hospital: "TEST00000001", pharmacist: "P", reviewed_at: "2026-11-20T09:00:00+08:00"}
      lines:
        - {line: "1", code: TEST-0001, price: "1000.00", quantity: "1"}
      """;

  @Test
  void twoReadingsThatDifferAreAFindingAndNoSuccess() throws IOException {
    assertEquals(0, runBill(PRESCRIBED).code());
    // Only the centre knows which hospitals are designated: it closes the pool, the till did not.
    CommandRun ran = runBill(PRESCRIBED.replace("TEST00000001", "NOT-LISTED"));
    assertEquals(1, ran.code(), ran.out());
    assertTrue(ran.out().contains("the two readings differ"), ran.out());
  }

  @Test
  void aPrescriptionWithoutANumberIsNone() throws IOException {
    CommandRun ran = runBill(PRESCRIBED.replace("\"RX\"", "\"\""));
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("prescription.number"), ran.err());
  }

  @Test
  void aLineNumberCannotSteerTheTerminal() throws IOException {
    CommandRun ran = runBill(PRESCRIBED.replace("line: \"1\"", "line: \"\\e[31m\""));
    assertEquals(2, ran.code());
    assertEquals("", ran.out());
  }

  @Test
  void brokenJsonIsRefusedAtItsLineAndColumn() throws IOException {
    Path file = file("bill.json", "{\n  \"bill\": \"MY-1\",\n  \"person\" \"P0000001\"\n}\n");
    CommandRun ran = run("demo", "--bill", file.toString());
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("bill.json:3:12: found broken syntax"), ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void severalFaultsAreToldAtOnce() throws IOException {
    CommandRun ran =
        runBill(
            GOOD.replace("\"10\"", "\"-10\"")
                .replace("100.00", "100.0000001")
                .replace("by: card", "by: cheque")
                .concat("tip: \"1.00\"\n"));
    assertEquals(2, ran.code());
    for (String position : List.of("4:5: ", "6:41: ", "6:66: ", "7:1: ")) {
      assertTrue(ran.err().contains("bill.yaml:" + position), ran.err());
    }
    assertEquals("", ran.out());
  }

  @Test
  void twoLinesWithOneNumberAreAFaultOfTheFile() throws IOException {
    CommandRun ran =
        runBill(GOOD + "  - {line: \"1\", code: TEST-0001, price: \"1.00\", quantity: \"1\"}\n");
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.err().contains("bill.yaml:7:12: "), ran.err());
    assertNothingSettled(ran);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    CommandRun ran = run("demo", "--bill", folder.resolve("nowhere.yaml").toString());
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("nowhere.yaml:1:1: "), ran.err());
  }

  @Test
  void aCodeOutsideTheCatalogueIsNamedWithItsLine() throws IOException {
    CommandRun ran = runBill(GOOD.replace("TEST-0006", "TEST-9999"));
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("line 1: "), ran.err());
    assertTrue(ran.err().contains("TEST-9999"), ran.err());
    assertNothingSettled(ran);
  }

  @Test
  void aPersonWhomNobodyKnowsIsNamed() throws IOException {
    CommandRun ran = runBill(GOOD.replace("P0000001", "P0000009"));
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("P0000009"), ran.err());
    assertNothingSettled(ran);
  }

  @Test
  void whoIsNotTheRegisteredPatientGetsNothing() throws IOException {
    CommandRun ran = runBill(GOOD + "registered: P0000002\n");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("does not belong to the registered patient"), ran.err());
    assertNothingSettled(ran);
  }

  @Test
  void aBillInJsonIsSettled() throws IOException {
    Path file =
        file(
            "bill.json",
            """
            {"bill": "MY-2", "person": "P0000004", "at": "pharmacy", "by": "code",
             "lines": [{"line": "1", "code": "TEST-0001", "price": "23.50", "quantity": "2",
                        "total": "47.00"}]}
            """);
    CommandRun ran = run("demo", "--bill", file.toString(), "--json");
    assertEquals(0, ran.code(), ran.err());
    assertEquals("47.00", at(ran.parsed(), "bills", 0, "settled", "by_whom", "personal-account"));
  }

  /**
   * An active employee at a level-3 hospital with 1000.00 in the account: the first 600.00 are the
   * deductible, of the rest the pool pays 60 per cent; the account pays what is left, then cash.
   */
  @ParameterizedTest(name = "10 × {0} = {1}")
  @CsvSource({
    "100.00, 1000.00, 240.00, 760.00, 0.00",
    "123.4567, 1234.57, 380.74, 853.83, 0.00",
    "200.00, 2000.00, 840.00, 1000.00, 160.00",
  })
  void aChangedPriceChangesEveryFigureByTheLaw(
      String price, String total, String pool, String account, String cash) throws IOException {
    Path file = file("bill.yaml", GOOD.replace("100.00", price));
    CommandRun ran = run("demo", "--bill", file.toString(), "--json");
    assertEquals(0, ran.code(), ran.err());
    Object demo = ran.parsed();
    assertEquals(total, at(demo, "bills", 0, "total"));
    Map<String, String> expected =
        Map.of("pool-fund", pool, "personal-account", account, "cash", cash);
    for (String reading : List.of("estimate", "trial", "settled")) {
      assertEquals(expected, at(demo, "bills", 0, reading, "by_whom"), reading);
    }
    assertEquals(expected, at(demo, "ledger"));
    assertEquals(true, at(demo, "books", "balanced"));
  }

  @Test
  void theDemoAsJsonIsOneObjectWhoseSumsFit() {
    CommandRun ran = run("demo", "--json");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("{") && ran.out().strip().endsWith("}"), ran.out());
    Object demo = ran.parsed();
    assertEquals(3, ((List<?>) at(demo, "bills")).size());
    assertEquals(
        List.of(Map.of("bill", "DEMO-3", "from", "unknown", "to", "settled")),
        at(demo, "resolutions"));
    for (int i = 0; i < 3; i++) {
      Object settled = at(demo, "bills", i, "settled", "by_whom");
      assertEquals(at(demo, "bills", i, "estimate", "by_whom"), settled);
      assertEquals(at(demo, "bills", i, "trial", "by_whom"), settled);
    }
    for (String payer : PAYERS) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < 3; i++) {
        sum = sum.add(new BigDecimal(at(demo, "bills", i, "settled", "by_whom", payer).toString()));
      }
      assertEquals(sum.toString(), at(demo, "ledger", payer), payer);
    }
    assertEquals(true, at(demo, "books", "balanced"));
  }

  @Test
  void theDemoShowsThreeBillsStepByStep() {
    CommandRun ran = run("demo");
    assertEquals(0, ran.code(), ran.err());
    List<String> shown =
        List.of("1/3", "DEMO-1", "2/3", "DEMO-2", "3/3", "DEMO-3", "账平 the books balance");
    List<String> anywhere =
        List.of(
            "①",
            "②",
            "③",
            "④",
            "⑤",
            "⑥",
            "⑦",
            "SZ 12",
            "SZ 16",
            "SZ 58",
            "SZ 72",
            "** TEST FIGURES 测试数据 **",
            "医保结算单 Settlement slip",
            "结果未知");
    for (String words : anywhere) {
      assertTrue(ran.out().contains(words), words + " is not in\n" + ran.out());
    }
    int from = 0;
    for (String words : shown) {
      from = ran.out().indexOf(words, from);
      assertTrue(from >= 0, words + " is not where it should be in\n" + ran.out());
    }
  }
}
