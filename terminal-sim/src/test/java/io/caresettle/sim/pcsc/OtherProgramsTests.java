package io.caresettle.sim.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.caresettle.credential.card.pcsc.PcscReaders;
import io.caresettle.credential.card.pcsc.PcscSlot;
import io.caresettle.sim.command.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("our virtual card in the hands of other programs")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("alone")
class OtherProgramsTests {

  private static final String SELECT = "00A404000F7378312E73682EC9E7BBE1B1A3D5CF00";

  private final ReaderService service = ReaderService.startOrSkip();

  @TempDir private Path state = Path.of("");

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void openscSelectsTheEnvironmentReadsTheIssuersDataAndIsRefusedTheHolders() throws Exception {
    String opensc = openscOrSkip();
    service.insert("ceshi-jia");
    Ran ran =
        run(
            new ProcessBuilder(
                opensc,
                "-r",
                ReaderService.SOCIAL,
                "-s",
                SELECT,
                "-s",
                "00A4020002EF05",
                "-s",
                "00B2010412",
                "-s",
                "00A4020002EF06",
                "-s",
                "00B2090020"));
    List<String> answers = ran.said().stream().filter(l -> l.startsWith("Received")).toList();
    String ok = "Received (SW1=0x90, SW2=0x00)";
    assertEquals(5, answers.size(), ran::toString);
    for (String answer : answers.subList(0, 4)) {
      assertTrue(answer.startsWith(ok), ran::toString);
    }
    assertTrue(answers.get(4).startsWith("Received (SW1=0x69, SW2=0x82)"), ran::toString);
    String all = String.join("\n", ran.said()).replace(" ", "");
    assertTrue(all.contains("0110320500D15600000500000001FFFF"), ran::toString);
  }

  private static String openscOrSkip() {
    String program = ReaderService.program("opensc-tool");
    if (program.isEmpty() && "required".equals(System.getenv("CARESETTLE_DEVICES"))) {
      fail("opensc-tool is compulsory here, and there is none");
    }
    Assumptions.assumeTrue(!program.isEmpty(), "needs opensc-tool (Debian: opensc); there is none");
    return program;
  }

  @Test
  void aCardIsInsertedShownAndRemovedByThreeCommands() throws Exception {
    service.remove();
    try (PcscSlot social = PcscReaders.ofThisMachine().open(ReaderService.SOCIAL)) {
      assertTrue(social.awaitRemoval(Stories.SOON));
    }
    Process inserted = command("insert", "ceshi-yi", "--state", state.toString()).start();
    Process psam = command("insert", "psam", "--state", state.toString()).start();
    try {
      assertTrue(firstLine(inserted).contains("the card is inserted"));
      assertTrue(firstLine(psam).contains("the card is inserted"));
      PcscReaders readers = PcscReaders.ofThisMachine();
      try (PcscSlot social = readers.open(ReaderService.SOCIAL);
          PcscSlot second = readers.open(ReaderService.PSAM)) {
        assertTrue(social.awaitCard(Stories.SOON));
        assertTrue(second.awaitCard(Stories.SOON));
      }
      Ran twice = run(command("insert", "ceshi-jia", "--state", state.toString()));
      assertEquals(1, twice.code(), twice::toString);
      Ran otherName =
          run(command("insert", "ceshi-jia", "--slot", "127.0.0.1:35963", "--state", "" + state));
      assertEquals(1, otherName.code(), otherName::toString);

      Ran listed = run(command("readers"));
      assertEquals(0, listed.code(), listed::toString);
      assertTrue(listed.said().contains("有卡 card   " + ReaderService.SOCIAL), listed::toString);

      Ran shown =
          run(
              command(
                  "show",
                  "--reader",
                  ReaderService.SOCIAL,
                  "--psam",
                  ReaderService.PSAM,
                  "--date",
                  Stories.TODAY.toString()));
      assertEquals(0, shown.code(), shown::toString);
      assertTrue(
          shown.said().stream().anyMatch(line -> line.contains("329**************9")),
          shown::toString);

      Ran removed = run(command("remove", "--state", state.toString()));
      assertEquals(0, removed.code(), removed::toString);
      assertEquals(0, Stories.ended(inserted, "card insert"));
      Ran again = run(command("remove", "--state", state.toString()));
      assertEquals(1, again.code(), again::toString);
      assertEquals(0, run(command("remove", "--slot", "psam", "--state", state.toString())).code());
      assertEquals(0, Stories.ended(psam, "card insert psam"));
    } finally {
      inserted.destroy();
      psam.destroy();
    }
  }

  @Test
  void aCardInsertedInTheBackgroundStaysAndWithUntilEofItsInputTakesItOut() throws Exception {
    service.remove();
    Process staying = command("insert", "ceshi-yi", "--state", "" + state).start();
    try {
      assertTrue(firstLine(staying).contains("the card is inserted"));
      staying.getOutputStream().close();
      assertFalse(staying.waitFor(600, TimeUnit.MILLISECONDS), "an input that ended is no hand");
      Ran removed = run(command("remove", "--state", "" + state));
      assertEquals(0, removed.code(), removed::toString);
      assertEquals(0, Stories.ended(staying, "card insert"));
    } finally {
      staying.destroy();
    }
    ReaderService.awaitLook();
    Ran brief = run(command("insert", "ceshi-yi", "--until-eof", "--state", "" + state));
    assertEquals(0, brief.code(), brief::toString);
    assertTrue(brief.toString().contains("to take it out"), brief::toString);
  }

  @Test
  void anEmptyReaderIsSaidToBeEmptyAndAnUnknownOneListsThoseThereAre() throws Exception {
    service.remove();
    try (PcscSlot social = PcscReaders.ofThisMachine().open(ReaderService.SOCIAL)) {
      assertTrue(social.awaitRemoval(Stories.SOON));
    }
    Ran empty = run(command("show", "--reader", ReaderService.SOCIAL));
    assertEquals(1, empty.code(), empty::toString);
    assertTrue(empty.toString().contains("There is no card in"), empty::toString);
    Ran unknown = run(command("show", "--reader", "Reader 9"));
    assertEquals(1, unknown.code(), unknown::toString);
    assertTrue(unknown.said().contains("  " + ReaderService.PSAM), unknown::toString);
  }

  @Test
  void withoutAVirtualReaderInsertingSaysWhatToInstall() throws Exception {
    Ran ran = run(command("insert", "ceshi-jia", "--slot", "127.0.0.1:1", "--state", "" + state));
    assertEquals(3, ran.code(), ran::toString);
    assertTrue(ran.toString().contains("vsmartcard-vpcd"), ran::toString);
  }

  private ProcessBuilder command(String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED",
                Main.class.getName(),
                "card"));
    words.addAll(List.of(arguments));
    return service.inside(ReaderService.java(words.toArray(String[]::new)));
  }

  private static String firstLine(Process process) {
    return Stories.line(
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)),
        "card insert");
  }

  /** What a program printed, and what it ended with. */
  private record Ran(int code, List<String> said) {}

  private static Ran run(ProcessBuilder program) throws IOException, InterruptedException {
    Process process = program.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), said.lines().toList());
  }
}
