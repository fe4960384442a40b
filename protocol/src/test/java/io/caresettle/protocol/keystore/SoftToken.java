package io.caresettle.protocol.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A SoftHSM2 token for tests. Its driver is told once per process where tokens lie (see the build's
 * SOFTHSM2_CONF), so every test takes a token of its own there.
 */
final class SoftToken {

  static final String PIN = "604217";

  private static final List<Path> DRIVERS =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));

  private SoftToken() {}

  /** The driver. Skips the test where there is none; fails it where devices are compulsory. */
  static Path driverOrSkip() throws IOException {
    Path driver = DRIVERS.stream().filter(Files::isRegularFile).findFirst().orElse(Path.of(""));
    boolean usable = Files.isRegularFile(driver) && System.getenv("SOFTHSM2_CONF") != null;
    if (!usable && "required".equals(System.getenv("CARESETTLE_DEVICES"))) {
      fail("SoftHSM2 is compulsory here, and there is none");
    }
    Assumptions.assumeTrue(usable, "needs SoftHSM2 (Debian: softhsm2); there is none");
    return driver;
  }

  /** A new empty token, in the slot that is first in the list from now on. */
  static void initialise() throws IOException {
    Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
    Path tokens = configuration.resolveSibling("tokens");
    Files.createDirectories(tokens);
    Files.writeString(
        configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    Process process =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "caresettle-test",
                "--pin",
                PIN,
                "--so-pin",
                "11223344")
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertEquals(0, process.waitFor(), printed);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
