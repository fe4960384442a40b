package io.caresettle.sim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.centre.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("The command centre")
class CentreCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    return typing("", arguments);
  }

  private int typing(String typed, String... arguments) {
    byte[] input = typed.getBytes(StandardCharsets.UTF_8);
    return new CommandLine(new CentreCommand(new ByteArrayInputStream(input)))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(out))
        .execute(arguments);
  }

  @Test
  @DisplayName("says its port and keys, and shows balanced books when its input ends")
  void runs() {
    assertEquals(
        0,
        run(
            "--port",
            "0",
            "--day",
            "2026-11-20",
            "--data",
            folder + "/d",
            "--lose-answers",
            "settle"));
    assertTrue(
        out.toString().contains(TestKeys.centre().keys().identity().keyId()), out.toString());
    assertTrue(out.toString().contains("2026-11-20"), out.toString());
    assertTrue(out.toString().contains("账平"), out.toString());
    assertTrue(Files.exists(folder.resolve("d/centre.db")));
  }

  @Test
  @DisplayName(
      "takes losses at its start and while it runs, and what is no loss it says so (R-ID-07)")
  void losses() {
    String card = "320500D15600000500000001FFFFFFFF";
    assertEquals(
        0,
        typing("found " + card + "\n\nlost P0000002\nlost him\n", "--port", "0", "--lost", card));
    assertTrue(out.toString().contains("已挂失 reported lost  " + card), out.toString());
    assertTrue(out.toString().contains("已解挂 found again  " + card), out.toString());
    assertTrue(out.toString().contains("已挂失 reported lost  P0000002"), out.toString());
    assertTrue(out.toString().contains(LossConsole.EXPECTED), out.toString());
    assertEquals(2, run("--port", "0", "--lost", "him"));
  }

  @Test
  @DisplayName(
      "speaks the national interface beside it, says where, and takes faults while it runs")
  void national() {
    assertEquals(
        0,
        typing(
            "fault 2207 lose-answer\nlatency * 5ms\nlost P0000002\n",
            "--port",
            "0",
            "--national-port",
            "0",
            "--national-profile",
            "guangdong-foshan",
            "--national-fault",
            "fault 2102 http-500"));
    String said = out.toString();
    assertTrue(said.matches("(?s).*国家接口 national  [1-9]\\d+  guangdong-foshan.*"), said);
    assertTrue(said.contains("/mbs/fmi/fsi/api/callFsiService/callService"), said);
    assertTrue(said.contains("已设置 armed  fault 2102 http-500"), said);
    assertTrue(said.contains("已设置 armed  fault 2207 lose-answer"), said);
    assertTrue(said.contains("已设置 set  latency * 5ms"), said);
    assertTrue(said.contains("已挂失 reported lost  P0000002"), said);
    assertEquals(2, run("--port", "0", "--national-port", "70000"));
    assertEquals(2, run("--port", "0", "--national-port", "0", "--national-profile", "mars"));
  }

  @Test
  @DisplayName("refuses words it does not know, and a port that is taken")
  void refuses() throws Exception {
    assertEquals(2, run("--port", "0", "--lose-answers", "everything"));
    assertEquals(2, run("--port", "70000"));
    assertEquals(2, run());
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(2, run("--port", Integer.toString(taken.getLocalPort())));
    }
  }
}
