package io.caresettle.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.caresettle.sim.Simulator;
import io.caresettle.sim.command.Main;
import io.caresettle.sim.national.NationalServer;
import io.caresettle.sim.national.NationalSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The national interface by a program that is not Java, as the sample shows it")
@Timeout(180)
class NationalSamplesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SAMPLES = ROOT.resolve("samples").resolve("national");

  @Test
  @DisplayName("with curl: a bill and a visit are settled to the fen and undone, and again")
  void curl() throws Exception {
    assumeThere("curl");
    assumeThere("sha256sum");
    try (Simulator simulator = Simulator.start();
        NationalServer national =
            NationalServer.start(simulator.centre().desk(), NationalSettings.of("base"), 0)) {
      settledAndUndone(national.port());
      // What it registered and uploaded must not stand in its own way.
      settledAndUndone(national.port());
      assertEquals(0, simulator.centre().settlementsStanding());
    }
  }

  private static void settledAndUndone(int port) throws IOException, InterruptedException {
    String said = run(shell(port));
    for (String line :
        List.of(
            "余额 balance: 1000.00",
            "药店结算 settled: total 47.00, account 47.00, balance 953.00",
            "药店撤销 undone: balance 1000.00",
            "结算查询 standing: refund flag 0",
            "门诊撤销 undone: balance 1000.00",
            "挂号撤销 withdrawn")) {
      assertTrue(said.contains(line), said);
    }
  }

  /** The line of the README, on the port that is free. */
  private static ProcessBuilder shell(int port) throws IOException {
    String line = readme("NATIONAL_PORT=");
    ProcessBuilder program =
        new ProcessBuilder(
            "bash", "-c", line.replaceFirst("NATIONAL_PORT=\\d+", "NATIONAL_PORT=" + port));
    program.directory(ROOT.toFile());
    program.environment().put("DAY", Simulator.DEMO_DAY.toString());
    return program;
  }

  private static String readme(String begin) throws IOException {
    return Files.readAllLines(SAMPLES.resolve("README.md")).stream()
        .filter(line -> line.startsWith(begin))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("is started as the README says")
  void started() throws Exception {
    String command =
        readme("java -jar terminal-sim/target/caresettle.jar ")
            .substring("java -jar terminal-sim/target/caresettle.jar ".length())
            .replace("--national-port 9321", "--national-port 0");
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(new byte[0]));
    try {
      List<String> said = Output.of(() -> assertEquals(0, Main.run(command.split(" ", -1))));
      assertTrue(said.stream().anyMatch(line -> line.contains("国家接口 national")), said.toString());
    } finally {
      System.setIn(before);
    }
  }

  private static void assumeThere(String command) {
    boolean there;
    try {
      there = !run(new ProcessBuilder(command, "--version")).isEmpty();
    } catch (IOException | InterruptedException e) {
      there = false;
    }
    if (!there) {
      System.out.println("skipped, " + command + " is not on this machine");
    }
    assumeTrue(there, () -> command + " is not on this machine");
  }

  private static String run(ProcessBuilder program) throws IOException, InterruptedException {
    Path said = Files.createTempFile("caresettle-sample-", ".txt");
    program.redirectErrorStream(true).redirectOutput(said.toFile());
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
