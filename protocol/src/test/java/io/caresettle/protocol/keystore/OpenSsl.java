package io.caresettle.protocol.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The machine's OpenSSL, where it has one that knows SM2. */
final class OpenSsl {

  private OpenSsl() {}

  /** Skips the test where there is no OpenSSL 3; fails it where devices are compulsory. */
  static void orSkip() {
    String found = "none";
    try {
      found = run(new char[0], "version").strip();
    } catch (IOException e) {
      // No such program.
    }
    boolean usable = found.startsWith("OpenSSL 3");
    if (!usable && "required".equals(System.getenv("CARESETTLE_DEVICES"))) {
      fail("OpenSSL 3 is compulsory here; found: " + found);
    }
    Assumptions.assumeTrue(usable, "needs OpenSSL 3; found: " + found);
  }

  /** What it prints; the variable P holds {@code password}. */
  static String run(char[] password, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("P", new String(password), "LC_ALL", "C.UTF-8"));
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertEquals(0, process.waitFor(), printed);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return printed;
  }
}
