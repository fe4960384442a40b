package io.caresettle.sim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@DisplayName("The command proxy")
class ProxyCommandTest {

  private final StringWriter out = new StringWriter();

  private int typing(String typed, String... arguments) {
    byte[] input = typed.getBytes(StandardCharsets.UTF_8);
    return new CommandLine(new ProxyCommand(new ByteArrayInputStream(input)))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(out))
        .execute(arguments);
  }

  @Test
  @DisplayName("says its port, takes faults at its start and while it runs, and says what is none")
  void runs() {
    assertEquals(
        0,
        typing(
            "settle-answer#2 delay=5s\nsettel lose\n",
            "--port",
            "0",
            "--to",
            "9",
            "--fault",
            "settle lose"));
    assertTrue(out.toString().contains("端口 port"), out.toString());
    assertTrue(out.toString().contains("armed  settle-answer#2 delay=5s"), out.toString());
    assertTrue(out.toString().contains("Not a fault: 'settel lose'"), out.toString());
  }

  @Test
  @DisplayName("makes faults by seed, and then takes none by name")
  void bySeed() {
    assertEquals(0, typing("settle lose\n", "--port", "0", "--to", "9", "--seed", "7"));
    assertTrue(out.toString().contains("seed  7, 50/1000"), out.toString());
    assertTrue(out.toString().contains("the faults come by seed"), out.toString());
  }

  @Test
  @DisplayName("refuses what it does not understand, and a port that is taken")
  void refuses() throws Exception {
    assertEquals(2, typing("", "--port", "0"));
    assertEquals(2, typing("", "--port", "0", "--to", "0"));
    assertEquals(2, typing("", "--port", "0", "--to", "9", "--fault", "settle vanish"));
    assertEquals(
        2, typing("", "--port", "0", "--to", "9", "--seed", "7", "--per-thousand", "1001"));
    assertEquals(
        2, typing("", "--port", "0", "--to", "9", "--seed", "7", "--fault", "settle lose"));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(2, typing("", "--port", Integer.toString(taken.getLocalPort()), "--to", "9"));
    }
  }
}
