package io.caresettle.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.caresettle.gateway.BillNews;
import io.caresettle.gateway.Gateway;
import io.caresettle.gateway.GatewaySettings;
import io.caresettle.identity.Registration;
import io.caresettle.operator.OperatorKey;
import io.caresettle.sdk.Terminal;
import io.caresettle.sim.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName(
    "A purchase, its refund and the day's end by a program that is not Java, as samples show")
@Timeout(180)
class GatewaySamplesTest {

  private static final Path SAMPLES = Path.of("gateway").toAbsolutePath();

  /** What JSON must write otherwise than it is said. */
  private static final String PASSWORD = "a \"long\" pass\\word";

  @TempDir private Path folder = Path.of("");

  @Test
  @DisplayName("with curl")
  void curl() throws Exception {
    assumeThere("curl", "--version");
    assertDoes("bash", ".sh");
  }

  @Test
  @DisplayName("with JavaScript, in node, which hears the journal as well")
  void node() throws Exception {
    assumeThere("node", "--version");
    String said = assertDoes("node", ".mjs");
    assertTrue(said.contains("流水 journal: settled"), said);
  }

  /** What the purchase said. */
  private String assertDoes(String program, String ending) throws Exception {
    String bought;
    try (Counter here = new Counter(Simulator.atTen())) {
      bought = here.run(program, "purchase" + ending, "cashier-1");
      assertTrue(bought.contains("结果 ending: settled"), bought);
      assertTrue(bought.contains("47.00"), bought);
      assertTrue(bought.contains("{\"unfinished\":[]}"), bought);
      assertEquals(1, here.simulator.centre().settlementsStanding());
      String back = here.run(program, "refund" + ending, "cashier-1");
      assertTrue(back.contains("结果 ending: settled"), back);
      assertTrue(back.contains("医保退费单"), back);
      assertTrue(back.contains("23.50"), back);
      assertTrue(back.contains("{\"unfinished\":[]}"), back);
      assertEquals(1, here.simulator.centre().settlementsStanding());
    }
    try (Counter tomorrow = new Counter(Clock.offset(Simulator.atTen(), Duration.ofDays(1)))) {
      String day = tomorrow.run(program, "day-end" + ending, "supervisor-1");
      assertTrue(day.contains("账平 the books agree"), day);
      assertTrue(day.contains("23.50"), day);
    }
    return bought;
  }

  /** A pharmacy's till with a gateway, whose files stay for the next day. */
  private final class Counter implements AutoCloseable {

    final Simulator simulator;
    private final Terminal terminal;
    private final Gateway gateway;

    Counter(Clock clock) {
      BillNews news = BillNews.alone();
      simulator = Simulator.start(folder, clock);
      terminal = Terminal.open(simulator.pharmacy().listener(news).build());
      gateway =
          Gateway.start(
              terminal,
              news,
              GatewaySettings.builder(
                      folder.resolve("gateway.token"),
                      (id, password) -> unlocked(simulator, id, password),
                      simulator.codeReader(terminal::centreTime))
                  .build());
    }

    private OperatorKey unlocked(Simulator at, String id, char[] password) {
      assertEquals(PASSWORD, String.valueOf(password));
      return at.operator(id);
    }

    String run(String program, String file, String operator) throws Exception {
      return GatewaySamplesTest.run(
          List.of(program, SAMPLES.resolve(file).toString()),
          environment(simulator, gateway, operator));
    }

    @Override
    public void close() {
      gateway.close();
      terminal.close();
      simulator.close();
    }
  }

  private Map<String, String> environment(Simulator simulator, Gateway gateway, String operator) {
    Registration who = simulator.registration("P0000004", "V-1");
    String scanned =
        simulator
            .codeReader()
            .fromPicture(simulator.photographCode("P0000004"), Duration.ofSeconds(10))
            .text();
    return Map.of(
        "CARESETTLE_GATEWAY",
        gateway.address().toString(),
        "CARESETTLE_TOKEN_FILE",
        folder.resolve("gateway.token").toString(),
        "OPERATOR",
        operator,
        "OPERATOR_PASSWORD",
        PASSWORD,
        "SCANNED",
        scanned,
        "NAME",
        who.name().reveal(),
        "DOCUMENT",
        who.document().reveal(),
        "VISIT",
        "V-1",
        "BILL",
        "POS-1",
        "DAY",
        Simulator.DEMO_DAY.toString());
  }

  private static void assumeThere(String... command) {
    boolean there;
    try {
      there = run(List.of(command), Map.of()).length() > 0;
    } catch (IOException | InterruptedException e) {
      there = false;
    }
    if (!there) {
      System.out.println("skipped, " + command[0] + " is not on this machine");
    }
    assumeTrue(there, () -> command[0] + " is not on this machine");
  }

  private static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("caresettle-sample-", ".txt");
    ProcessBuilder program =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    program.environment().putAll(environment);
    program.environment().put("LC_ALL", "C.UTF-8");
    Process process = program.start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    String text = Files.readString(said, StandardCharsets.UTF_8);
    Files.delete(said);
    assertTrue(ended, text);
    return text;
  }
}
