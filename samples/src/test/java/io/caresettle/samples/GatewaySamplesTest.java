package io.caresettle.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.caresettle.gateway.BillNews;
import io.caresettle.gateway.Gateway;
import io.caresettle.gateway.GatewaySettings;
import io.caresettle.identity.Registration;
import io.caresettle.sdk.Terminal;
import io.caresettle.sim.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A purchase by a program that is not Java, as the samples show it")
@Timeout(180)
class GatewaySamplesTest {

  private static final Path SAMPLES = Path.of("gateway").toAbsolutePath();

  @TempDir private Path folder = Path.of("");

  @Test
  @DisplayName("with curl")
  void curl() throws Exception {
    assumeThere("curl", "--version");
    assertBuys(List.of("bash", SAMPLES.resolve("purchase.sh").toString()));
  }

  @Test
  @DisplayName("with JavaScript, in node, which hears the journal as well")
  void node() throws Exception {
    assumeThere("node", "--version");
    String said = assertBuys(List.of("node", SAMPLES.resolve("purchase.mjs").toString()));
    assertTrue(said.contains("流水 journal: settled"), said);
  }

  private String assertBuys(List<String> command) throws Exception {
    BillNews news = BillNews.alone();
    try (Simulator simulator = Simulator.start();
        Terminal terminal = Terminal.open(simulator.pharmacy().listener(news).build());
        Gateway gateway =
            Gateway.start(
                terminal,
                news,
                GatewaySettings.builder(
                        folder.resolve("gateway.token"),
                        (id, password) -> simulator.operator(id),
                        simulator.codeReader(terminal::centreTime))
                    .build())) {
      String said = run(command, environment(simulator, gateway));
      assertTrue(said.contains("结果 ending: settled"), said);
      assertTrue(said.contains("47.00"), said);
      assertTrue(said.contains("{\"unfinished\":[]}"), said);
      assertEquals(1, simulator.centre().settlementsStanding());
      return said;
    }
  }

  private Map<String, String> environment(Simulator simulator, Gateway gateway) {
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
        "cashier-1",
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
