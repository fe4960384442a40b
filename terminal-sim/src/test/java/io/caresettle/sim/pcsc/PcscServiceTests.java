package io.caresettle.sim.pcsc;

import static io.caresettle.sim.pcsc.Stories.SOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.card.pcsc.PcscReaders;
import io.caresettle.credential.card.pcsc.PcscSlot;
import io.caresettle.problem.DeviceFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("readers and the reader service that come and go")
@Tag("alone")
class PcscServiceTests {

  private static final String OPENED =
      "--add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED";

  @TempDir private Path configuration = Path.of("");

  private ReaderService service;

  @BeforeEach
  void start() throws IOException {
    Path driver = Path.of("/etc/reader.conf.d/vpcd");
    if (Files.isRegularFile(driver)) {
      Files.copy(driver, configuration.resolve("vpcd"));
    }
    service = ReaderService.startOrSkip("--config", configuration.toString());
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void aReaderThatIsGoneIsNamedAndOneThatComesBackServesAgain() throws IOException {
    PcscReaders readers = PcscReaders.ofThisMachine();
    service.insert("ceshi-jia");
    try (PcscSlot card = readers.open(ReaderService.SOCIAL)) {
      Stories.assertJia(Stories.read(card));
      Path driver = configuration.resolve("vpcd");
      byte[] kept = Files.readAllBytes(driver);
      Files.delete(driver);
      service.stop();
      service.startAgain();
      assertEquals("READER_FAILED", Stories.outcome(card));
      assertThrows(DeviceFault.class, () -> card.awaitCard(SOON));

      Files.write(driver, kept);
      service.stop();
      service.startAgain();
      service.insert("ceshi-jia");
      Stories.assertJia(Stories.read(card));
    }
  }

  @Test
  void aRestartedServiceIsFoundAgainInThisProcess() {
    PcscReaders readers = PcscReaders.ofThisMachine();
    assertTrue(readers.recoverByThemselves(), "this build opens the provider, as the jars do");
    service.insert("ceshi-jia");
    try (PcscSlot card = readers.open(ReaderService.SOCIAL)) {
      Stories.assertJia(Stories.read(card));
      service.stop();
      assertEquals("READER_SERVICE_LOST", Stories.outcome(card));
      service.startAgain();
      service.insert("ceshi-jia");
      Stories.assertJia(Stories.read(card));
    }
  }

  @Test
  void withoutTheOptionARestartIsToldWithItsRemedyAndWithItNobodyNotices() throws IOException {
    service.insert("ceshi-jia");
    try (Till locked = new Till(List.of());
        Till opened = new Till(List.of(OPENED))) {
      assertEquals("read", locked.read());
      assertEquals("read", opened.read());
      service.stop();
      service.startAgain();
      service.insert("ceshi-jia");
      assertEquals("read", opened.read());
      String told = locked.read();
      assertTrue(told.startsWith("READER_SERVICE_LOST"), told);
      assertTrue(told.contains("restart this program"), told);
      assertTrue(told.contains("--add-opens"), told);
      assertEquals(told, locked.read());
    }
  }

  /** Another program of this machine. */
  private static final class Till implements AutoCloseable {

    private final Process program;
    private final BufferedReader says;

    Till(List<String> options) throws IOException {
      List<String> command = new ArrayList<>(options);
      command.add(TillProgram.class.getName());
      program =
          new ProcessBuilder(ReaderService.java(command.toArray(String[]::new)))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      says =
          new BufferedReader(
              new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    }

    String read() throws IOException {
      program.getOutputStream().write('\n');
      program.getOutputStream().flush();
      return Stories.line(says, "the till");
    }

    @Override
    public void close() {
      program.destroy();
    }
  }
}
