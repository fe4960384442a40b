package io.caresettle.sim.whomay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.console.ExitCode;
import io.caresettle.console.Programs;
import io.caresettle.eligibility.Institution;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.entitle.BookShelf;
import io.caresettle.sim.entitle.HistoryFile;
import io.caresettle.writing.Columns;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@DisplayName("who-may")
@Timeout(120)
class WhoMayTest {

  private static final Deciding DECIDING =
      new Deciding(PolicyBook.shipped(), new BookShelf(LawBook.shipped()));

  private final StringWriter said = new StringWriter();
  private final StringWriter wrong = new StringWriter();

  @TempDir Path folder = Path.of("");

  private int run(String... words) {
    CommandLine line = Programs.commandLine(new WhoMayCommand(), problem -> OptionalInt.empty());
    return line.setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(wrong, true))
        .execute(words);
  }

  private static String ask(String person, String day, String institution, String... care) {
    Asking asking =
        new Asking(
            Designated.shipped(),
            Optional.of(person),
            Optional.of(day),
            Optional.empty(),
            Optional.empty(),
            Optional.of(institution),
            Stream.of(care).findFirst());
    Told told = DECIDING.of(asking.asked().orElseThrow(() -> new AssertionError(asking.faults())));
    return String.join("\n", new ToldText(told).lines());
  }

  /** The cells of a benefit's line, read as a clerk reads them: down the columns. */
  private static String row(String text, String benefit) {
    String line =
        text.lines().filter(l -> l.contains(" " + benefit + " ")).findFirst().orElseThrow();
    return Stream.of(
            line.substring(line.indexOf(benefit) + benefit.length()).strip().split(" {2,}"))
        .map(cell -> cell.replaceAll("[^a-z* ]", "").strip().replace("closed", "–"))
        .map(cell -> cell.isEmpty() ? "." : cell)
        .reduce((a, b) -> a + " | " + b)
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0} on {1} at {2}: {3}: {4}")
  @DisplayName("says of each payer whether it is open")
  @CsvSource({
    "nantong-flexible, 2025-03-20, TESTNT000001, outpatient, – | – | – | – | open | –",
    "nantong-flexible, 2025-04-01, TESTNT000001, outpatient, open | open | open | – | open | –",
    "nantong-flexible, 2025-05-01, TESTNT000001, special, open | open | open | – | open | –",
    "nantong-flexible, 2025-05-01, TESTNT000003, inpatient, . | not given here",
    "nantong-aid, 2025-07-10, TESTNT000001, inpatient, open | open | . | open | – | –",
    "nantong-aid, 2025-07-10, TESTNT000002, inpatient, open | open | . | – | – | –",
    "nantong-aid, 2025-06-10, TESTNT000002, inpatient, – | – | . | – | – | –",
    "suzhou-arrears, 2026-06-15, TESTSZ000001, inpatient, – | – | – | – | open | –",
    "suzhou-arrears, 2026-11-20, TESTSZ000001, inpatient, open | open | open | – | open | –",
    "suzhou-arrears, 2026-11-20, TESTSZ000002, inpatient, – * | – | – | – | open | –",
    "suzhou-arrears, 2026-11-20, TESTSZ000005, outpatient, – * | – | – | – | open | –",
    "suzhou-arrears, 2026-11-20, TESTSZ000008, outpatient, – | – | – | – | – | –",
    "suzhou-arrears, 2026-11-20, TESTSZ000009, outpatient, – | – | – | – | – | –",
    "suzhou-arrears, 2026-11-20, TESTSH000001, outpatient, open | open | open | – | open | –",
    "suzhou-arrears, 2026-11-20, TESTNT000001, outpatient, – * | – | – | – | – | –",
    "jiangsu-off-site, 2025-10-31, TESTJS000001, outpatient, open | open | open | – | open | –",
    "jiangsu-off-site, 2025-11-01, TESTJS000001, outpatient, – * | – | – | – | – | –",
    "suzhou-made-good, 2026-03-31, TESTSZ000001, inpatient, open | open | open | – | open | –",
    "suzhou-made-good, 2026-04-15, TESTSZ000001, inpatient, – | – | – | – | open | –",
    "suzhou-made-good, 2026-06-15, TESTSZ000001, inpatient, open | open | open | – | open | –",
    "nantong-newborn, 2026-03-01, TESTNT000001, inpatient, – | – | . | – | – | –",
    "nantong-newborn, 2026-08-08, TESTNT000001, inpatient, open | open | . | – | – | –",
    "suzhou-filing-ended, 2026-06-30, TESTSH000001, outpatient, open | open | open | – | open | –",
    "suzhou-filing-ended, 2026-07-01, TESTSH000001, outpatient, – * | – | – | – | – | –",
    "suzhou-two-schemes, 2026-04-03, TESTSZ000001, inpatient, open | open | . | – | – | –",
    "suzhou-two-schemes, 2026-05-10, TESTSZ000001, inpatient, open | open | open | – | open | –",
    "hainan-employee, 2026-05-31, TESTHN000001, outpatient, – | – | – | – | – | –",
    "hainan-employee, 2026-06-01, TESTHN000001, outpatient, open | open | open | – | open | –",
    "shanghai-resident, 2026-03-02, TESTSH000001, inpatient, open | – | . | – | – | –",
  })
  void opens(String person, String day, String institution, String benefit, String open) {
    assertEquals(open, row(ask(person, day, institution), benefit));
  }

  @Test
  @DisplayName("says by which rule and article, until when, and what the person could do")
  void why() {
    String text = ask("suzhou-arrears", "2026-11-20", "TESTSZ000009", "inpatient");
    assertTrue(text.contains("统筹基金 pool fund；个人账户 personal account，至 until 2026-12-31"), text);
    assertTrue(text.contains("R-INST-07   本机构医保协议中止"), text);
    assertTrue(text.contains("[SZ 77 · 至 until 2026-12-31]"), text);
    assertTrue(text.contains("→ 请到其他定点机构"), text);
    assertFalse(text.contains("■ 门诊 "), "nothing else was asked");
  }

  @Test
  @DisplayName("marks what rests on a test figure, and what nobody published")
  void marks() {
    String text = ask("nantong-aid", "2025-07-10", "TESTNT000001");
    assertTrue(text.contains("测试数据 TEST FIGURES: special.recognised-first"), text);
    assertTrue(text.contains("未公布 not published: family.relations"), text);
    assertTrue(text.contains("\nTEST FIGURES: rests on"), text);
  }

  @Test
  @DisplayName("shows the centre's word where it is another one")
  void centre() {
    String text = ask("suzhou-arrears", "2026-11-20", "TESTNT000001", "outpatient");
    assertTrue(text.contains("* 中心 centre"), text);
    assertTrue(text.contains("手工（零星）报销 claimed by hand（终端更严"), text);
  }

  @Test
  @DisplayName("names who may pay after the public layers, and why somebody may not")
  @Tag("R-DATA-07")
  void otherLayers() {
    String open = ask("suzhou-arrears", "2026-11-20", "TESTSZ000001", "inpatient");
    assertTrue(open.contains("测试惠民保 commercial health insurance，至 until 2026-12-31"), open);
    assertTrue(open.contains("测试职工互助的授权已于 2026-02-01 撤回 [SH 50; SZ 70]"), open);
    assertTrue(open.contains("→ 本人可当场签署"), open);
    String before = ask("suzhou-arrears", "2026-06-30", "TESTSZ000001", "inpatient");
    assertTrue(before.contains("测试惠民保的授权从 2026-07-01 起"), before);
    String never = ask("suzhou-arrears", "2025-12-31", "TESTSZ000001", "inpatient");
    assertTrue(never.contains("测试惠民保：就诊日不在保障期内"), never);
  }

  @Test
  @DisplayName("never opens at the terminal what the centre keeps closed")
  void neverMore() {
    for (String person : Asking.BUNDLED) {
      for (Institution place : Designated.shipped().byCode().values()) {
        for (String day : List.of("2025-03-20", "2025-06-15", "2026-06-15", "2026-11-20")) {
          String text = ask(person, day, place.code());
          assertFalse(text.contains("‼"), () -> person + " " + day + " " + place.code() + text);
        }
      }
    }
  }

  @Test
  @DisplayName("prints no line that is wider than a clerk's screen")
  void narrow() {
    for (String person : Asking.BUNDLED) {
      for (String at : List.of("TESTNT000001", "TESTSZ000002", "TESTJS000001", "TESTSH000006")) {
        for (String line : ask(person, "2026-06-15", at).lines().toList()) {
          assertTrue(Columns.width(line) <= 120, line);
        }
      }
    }
  }

  @Test
  @DisplayName(
      "tells of everybody who comes along what they have and why not, at every institution")
  void everybody() {
    for (String person : Asking.BUNDLED) {
      for (Institution place : Designated.shipped().byCode().values()) {
        String text = ask(person, "2026-06-15", place.code());
        assertTrue(text.contains("现金总可支付"), text);
        assertTrue(text.contains("R-"), text);
      }
    }
  }

  @Test
  @DisplayName("gives the same facts as JSON")
  void json() {
    int code =
        run(
            "--json",
            "--care=inpatient",
            "--person=hainan-employee",
            "--at=2026-04-02",
            "--institution=TESTHN000001");
    assertEquals(ExitCode.GOOD, code, wrong::toString);
    String json = said.toString();
    for (String part :
        List.of(
            "\"benefit\": \"inpatient\"",
            "\"payer\": \"pool-fund\"",
            "\"open\": false",
            "\"until\": \"2026-05-31\"",
            "\"rule\": \"R-MON-03\"",
            "\"centre_differs\": []")) {
      assertTrue(json.contains(part), part);
    }
  }

  @Test
  @DisplayName("tells every fault at once: the options', and the file's by line")
  void faults() throws IOException {
    Path file = folder.resolve("p.yaml");
    Files.writeString(file, "person:\n  number: P1\n  name: 测试\n  born: 1980-02-30\n  sex: x\n");
    int code =
        run("--person", file.toString(), "--at", "2026-04-31", "--institution", "TESTJS000009");
    assertEquals(ExitCode.BAD_INPUT, code);
    assertEquals("", said.toString());
    String told = wrong.toString();
    assertTrue(told.contains("p.yaml:4: 'born' should be a day"), told);
    assertTrue(told.contains("p.yaml:5: 'sex' should be one of"), told);
    assertTrue(told.contains("--at: 得到 found '2026-04-31'"), told);
    assertTrue(told.contains("--institution: 得到 found 'TESTJS000009'"), told);
    assertTrue(told.contains("是否 perhaps 'TESTJS00000"), told);
  }

  @Test
  @DisplayName("says which options are missing, and which person files come along")
  void missing() {
    assertEquals(ExitCode.BAD_INPUT, run("--person", "nobody", "--care", "inpatent"));
    String told = wrong.toString();
    assertTrue(told.contains("--at: 得到 found 没有给出 nothing"), told);
    assertTrue(told.contains("--institution: 得到 found 没有给出 nothing"), told);
    assertTrue(told.contains("nantong-flexible"), told);
    assertTrue(told.contains("是否 perhaps 'inpatient'?"), told);
  }

  @Test
  @DisplayName(
      "knows an institution of each kind in each area, one without agreement, one suspended")
  void institutions() {
    List<Institution> all = List.copyOf(Designated.shipped().byCode().values());
    for (String area : List.of("320500", "320600", "320100", "460000", "310000")) {
      for (Institution.Kind kind : List.of(Institution.Kind.HOSPITAL, Institution.Kind.PHARMACY)) {
        assertTrue(
            all.stream().anyMatch(i -> i.area().equals(area) && i.kind() == kind), area + kind);
      }
    }
    assertTrue(all.stream().anyMatch(i -> i.agreements().get(0).to().isPresent()));
    assertTrue(all.stream().anyMatch(i -> !i.agreements().get(0).suspensions().isEmpty()));
  }

  @Test
  @DisplayName("reads each person file that comes along")
  void bundled() throws IOException {
    Path folderOfAll = Path.of("src/main/resources/who-may");
    try (Stream<Path> files = Files.list(folderOfAll)) {
      List<String> there =
          files.map(f -> f.getFileName().toString().replace(".yaml", "")).sorted().toList();
      assertEquals(there, Asking.BUNDLED);
    }
    for (String name : Asking.BUNDLED) {
      HistoryFile.read(folderOfAll.resolve(name + ".yaml"));
    }
  }

  @Test
  @DisplayName("a layer that nobody published the number of is not called open")
  void whatNobodyPublishedIsNotOpen() {
    String text = ask("nantong-flexible", "2025-04-01", "TESTNT000001", "outpatient");
    assertTrue(row(text, "outpatient").startsWith("open | unknown"), text);
    assertTrue(text.contains("未公布 not published: critical"), text);
  }

  @Test
  @DisplayName("R-ELIG-07: once the newborn is paid for, an earlier day is payable afterwards")
  void laterKnowledgeIsAsked() {
    String[] words = {
      "--person", "nantong-newborn", "--at", "2026-03-01", "--institution", "TESTNT000001"
    };
    assertEquals(0, run(words));
    String before = said.toString();
    said.getBuffer().setLength(0);
    assertEquals(
        0,
        run(
            Stream.concat(Stream.of(words), Stream.of("--uploaded", "2026-09-01"))
                .toArray(String[]::new)));
    assertNotEquals(before, said.toString());
  }

  @Test
  @DisplayName("R-YEAR-02: a stay over New Year counts in the year of its discharge")
  void aStayOverNewYear() {
    assertEquals(
        0,
        run(
            "--person",
            "nantong-flexible",
            "--at",
            "2025-12-20",
            "--until",
            "2026-01-05",
            "--institution",
            "TESTNT000001",
            "--care",
            "inpatient"));
    assertTrue(said.toString().contains("2026-01-01"), said.toString());
  }

  @Test
  @DisplayName("neither discharge nor upload lies before the day of service")
  void theEndIsNotBeforeTheBeginning() {
    assertEquals(
        2,
        run(
            "--person",
            "nantong-flexible",
            "--at",
            "2025-12-20",
            "--until",
            "2025-12-19",
            "--uploaded",
            "2025-12-01",
            "--institution",
            "TESTNT000001"));
    assertTrue(wrong.toString().contains("--until"), wrong.toString());
    assertTrue(wrong.toString().contains("--uploaded"), wrong.toString());
  }
}
