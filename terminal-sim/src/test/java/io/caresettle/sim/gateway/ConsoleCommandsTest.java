package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.Simulator;
import io.caresettle.tool.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A person at a console, beside the running gateway")
@Timeout(120)
class ConsoleCommandsTest {

  @TempDir private Path folder = Path.of("");

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void password() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "a long password");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private Run run(Bench bench, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(
        List.of(
            "--gateway",
            bench.gateway.address().toString(),
            "--token-file",
            bench.tokenFile.toString(),
            "--operator",
            "supervisor-1",
            "--password-file",
            folder.resolve("password").toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  private Bench open(Clock clock) {
    return new Bench(
        Simulator.start(folder, clock),
        folder,
        settings -> settings.exports(folder.resolve("exports")));
  }

  @Test
  @DisplayName("refunds in two steps: the quote of what remains, and its settlement once agreed")
  void refund() throws IOException {
    try (Bench bench = open(Simulator.atTen())) {
      bench.settled(bench.shift("supervisor-1"), "POS-1");
      Run asked = run(bench, "refund", "POS-1", "--request", request(bench).toString());
      assertEquals(0, asked.code(), asked::toString);
      assertTrue(asked.out().contains("--settle 0.00"), asked::toString);
      assertTrue(asked.out().contains("原单已撤销，不能恢复"), asked::toString);
      bench.assertStanding(0);
      Run other =
          run(bench, "refund", "POS-1", "--request", request(bench).toString(), "--settle", "1.00");
      assertEquals(1, other.code(), other::toString);
      bench.assertStanding(0);
      Run agreed =
          run(bench, "refund", "POS-1", "--request", request(bench).toString(), "--settle", "0.00");
      assertEquals(0, agreed.code(), agreed::toString);
      assertTrue(agreed.out().contains("医保退费单"), agreed::toString);
      bench.assertStanding(1);
      Run again = run(bench, "refund", "POS-1", "--request", request(bench).toString());
      assertEquals(0, again.code(), again::toString);
      bench.assertStanding(1);
    }
  }

  private Path request(Bench bench) throws IOException {
    return Files.writeString(
        folder.resolve("refund.json"),
        "{\"credential\":{\"scanned\":\"%s\"},\"registration\":%s,\"visit\":{\"careType\":\"pharmacy\",\"serviceDate\":\"2026-11-20\"},\"bill\":%s,\"reason\":\"退药\"}"
            .formatted(bench.scanned(), bench.registration("V-POS-1"), Bench.half("POS-1R")));
  }

  @Test
  @DisplayName("ends a day: compares it, writes the report, and gives it out")
  void dayEnd() throws IOException {
    try (Bench bench = open(Simulator.atTen())) {
      bench.settled(bench.shift("supervisor-1"), "POS-1");
      Run open = run(bench, "day-end", "--day", "2026-11-20");
      assertEquals(1, open.code(), open::toString);
      assertTrue(open.err().startsWith("operator: "), open::toString);
    }
    try (Bench bench = open(Clock.offset(Simulator.atTen(), Duration.ofDays(1)))) {
      Path csv = folder.resolve("day.csv");
      Run done = run(bench, "day-end", "--day", "2026-11-20", "--csv", csv.toString(), "--export");
      assertEquals(0, done.code(), done::toString);
      assertTrue(done.out().contains("47.00"), done::toString);
      assertTrue(Files.readString(csv).contains("47.00"));
      assertTrue(Files.isDirectory(folder.resolve("exports/day-2026-11-20-1")), done::toString);
      Run nothing = run(bench, "day-end", "--day", "2026-11-20", "--confirm", "POS-1");
      assertEquals(2, nothing.code(), nothing::toString);
    }
  }

  @Test
  @DisplayName("sends the token nowhere else, and says where no gateway answers")
  void elsewhere() {
    try (Bench bench = open(Simulator.atTen())) {
      String[] there = {
        "day-end",
        "--day",
        "2026-11-20",
        "--token-file",
        bench.tokenFile.toString(),
        "--operator",
        "supervisor-1",
        "--password-file",
        folder.resolve("password").toString(),
        "--gateway",
        "http://192.0.2.1:8686"
      };
      StringWriter err = new StringWriter();
      PrintWriter nobody = new PrintWriter(new StringWriter());
      assertEquals(2, Main.run(nobody, new PrintWriter(err, true), there), err::toString);
      assertTrue(err.toString().contains("token goes nowhere else"), err.toString());
      there[there.length - 1] = "http://127.0.0.1:1";
      assertEquals(2, Main.run(nobody, new PrintWriter(err, true), there), err::toString);
      assertTrue(err.toString().contains("no gateway answers"), err.toString());
    }
  }
}
