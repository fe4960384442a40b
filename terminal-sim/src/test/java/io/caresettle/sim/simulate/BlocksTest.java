package io.caresettle.sim.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A block of seeds is held to how it lived before")
class BlocksTest {

  private static final String DIGEST = "0f".repeat(32);

  @Test
  @DisplayName("where the file knows it")
  void whereItIsKnown() {
    Blocks known = Blocks.of(List.of("# a remark", "", "block 1000..1999 " + DIGEST));
    assertFalse(known.contradict(new Blocks.Block(1000, 1999, DIGEST)));
    assertTrue(known.contradict(new Blocks.Block(1000, 1999, "1f".repeat(32))));
    assertFalse(known.contradict(new Blocks.Block(2000, 2999, "1f".repeat(32))));
  }

  @Test
  @DisplayName("and a file that is none is refused")
  void aFileThatIsNone() {
    assertThrows(IllegalArgumentException.class, () -> Blocks.of(List.of("block 0..999 beef")));
    String line = "block 0..999 " + DIGEST;
    assertThrows(IllegalArgumentException.class, () -> Blocks.of(List.of(line, line)));
  }

  @Test
  @DisplayName("and each that is shipped is a thousand seeds, from a whole thousand on")
  void theShippedOnes() {
    for (Blocks.Block block : Blocks.shipped().all()) {
      assertEquals(0, block.first() % Simulation.BLOCK, block.line());
      assertEquals(block.first() + Simulation.BLOCK - 1, block.last(), block.line());
    }
  }

  @Test
  @Tag("deep")
  @DisplayName("and the first that is shipped lives the same way again, on however many threads")
  void livesAgain() {
    List<Blocks.Block> known = Blocks.shipped().all();
    assumeFalse(known.isEmpty(), "None has lived with this version yet");
    Blocks.Block shipped = known.get(0);
    Blocks.Gathering gathering = new Blocks.Gathering(Blocks.shipped());
    List<Blocks.Block> lived = new ArrayList<>();
    new Simulation(Defect.NONE, Runtime.getRuntime().availableProcessors())
        .run(shipped.first(), Simulation.BLOCK, seed -> gathering.add(seed).ifPresent(lived::add));
    assertEquals(List.of(shipped), lived);
  }

  @Test
  @DisplayName("and is whole with its thousandth seed")
  void itsThousandthSeed() {
    Blocks.Gathering gathering =
        new Blocks.Gathering(Blocks.of(List.of("block 7..1006 " + DIGEST)));
    Optional<Blocks.Block> last = Optional.empty();
    for (long seed = 7; seed < 7 + Simulation.BLOCK; seed++) {
      assertEquals(Optional.empty(), last);
      last = gathering.add(new Seed(seed, DIGEST, List.of(), ""));
    }
    assertEquals(1006, last.orElseThrow().last());
    assertEquals(1, gathering.different());
  }
}
