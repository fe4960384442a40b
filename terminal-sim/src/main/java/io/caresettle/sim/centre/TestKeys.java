package io.caresettle.sim.centre;

import io.caresettle.protocol.keys.PartyKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The simulator's keys. Their private halves lie in this jar for everybody to read, so that a
 * centre and a counter in two processes know each other; they prove nothing outside a simulation.
 */
public final class TestKeys {

  private static final List<String> INSTITUTIONS =
      List.of(
          "TEST00000001",
          "TEST00000002",
          "TEST00000003",
          "TEST00000004",
          "TEST00000011",
          "TEST00000012");

  private TestKeys() {}

  /** The simulated centre's. */
  public static PartyKeys centre() {
    return read("centre");
  }

  /** Those of the one terminal that each invented institution has. */
  public static PartyKeys terminal(String institutionCode) {
    if (!INSTITUTIONS.contains(institutionCode)) {
      throw new IllegalArgumentException(
          "Only the simulator's institutions have test keys: " + INSTITUTIONS);
    }
    return read(institutionCode);
  }

  static List<String> institutions() {
    return INSTITUTIONS;
  }

  static PartyKeys read(String name) {
    try (InputStream in =
        TestKeys.class.getResourceAsStream("/centre/test-keys/" + name + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("The test keys are missing: " + name);
      }
      return PartyKeys.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
