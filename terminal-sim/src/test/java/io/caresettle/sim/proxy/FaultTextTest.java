package io.caresettle.sim.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A fault that is asked for in words")
class FaultTextTest {

  private final NamedFaults faults = new NamedFaults();

  private Optional<Fault> next(String moment) {
    return faults.at(1, Direction.TO_CENTRE, moment);
  }

  @Test
  @DisplayName("acts at the next such moment, once")
  void once() {
    FaultText.ask(faults, "settle delay=300ms");
    assertEquals(Optional.empty(), next("query"));
    assertEquals(Optional.of(new Fault.Delay(Duration.ofMillis(300))), next("settle"));
    assertEquals(Optional.empty(), next("settle"));
  }

  @Test
  @DisplayName("acts at the one that was counted, and not before")
  void counted() {
    FaultText.ask(faults, "settle-answer#3 split=10,5ms");
    assertEquals(Optional.empty(), next("settle-answer"));
    assertEquals(Optional.empty(), next("settle-answer"));
    assertEquals(Optional.of(new Fault.Split(10, Duration.ofMillis(5))), next("settle-answer"));
  }

  @Test
  @DisplayName("acts on whatever comes where any will do")
  void any() {
    FaultText.ask(faults, "any reset");
    assertEquals(Optional.of(new Fault.Reset()), next("bytes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "settle",
        "setle lose",
        "settle vanish",
        "settle lose=1",
        "settle delay",
        "settle delay=5",
        "settle delay=7200s",
        "settle split=0",
        "settle split=x",
        "settle throttle=70000",
        "settle#0000001 lose now"
      })
  @DisplayName("is refused with what was found and what there is")
  void refused(String words) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> FaultText.ask(faults, words));
    assertTrue(String.valueOf(e.getMessage()).contains(words), e::toString);
  }

  @Test
  @DisplayName("by seed is the same for the same traffic, and another for another seed")
  void bySeed() {
    assertEquals(hundred(7), hundred(7));
    assertTrue(!hundred(7).equals(hundred(8)));
    long met = hundred(7).stream().filter(Optional::isPresent).count();
    assertTrue(met > 20 && met < 80, () -> "half of a hundred should meet a fault, but " + met);
  }

  private static List<Optional<Fault>> hundred(long seed) {
    Faults seeded = new SeededFaults(seed, 500);
    List<Optional<Fault>> met = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      met.add(seeded.at(1 + i % 3, Direction.TO_TERMINAL, "settle-answer"));
    }
    return met;
  }
}
