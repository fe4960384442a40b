package io.caresettle.sim.centre;

import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.adjudicate.TestPacks;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** How tests make a centre. */
final class TestCentre {

  private TestCentre() {}

  static LawBook law() {
    String hospital = TestPacks.pack("half-up-fen", "outpatient");
    String pharmacy = TestPacks.pack("half-up-fen", "pharmacy");
    return LawBook.ofTexts(
        Map.of(
            "a", hospital.replace("area: test", "area: \"320500\""),
            "b", pharmacy.replace("area: test", "area: \"320500\""),
            "c", hospital));
  }

  static CentreSettings settings(Path folder, MovableClock clock) {
    return CentreSettings.simulated(folder.resolve("centre.db"), law())
        .withClock(clock)
        .withRandom(new Random(7));
  }
}
