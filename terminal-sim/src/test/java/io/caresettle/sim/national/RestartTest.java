package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.centre.Keeping;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A platform that was started again")
@Timeout(120)
class RestartTest {

  @TempDir private Path folder = Path.of("");

  private Town town() {
    return Town.of(
        NationalSettings.of("base"),
        centre -> centre.withKeeping(new Keeping.OnDisk(folder.resolve("centre.db"))));
  }

  @Test
  @DisplayName("remembers visits, lines, what it answered, and what may not come any more")
  void itRemembers() {
    String visit;
    String id;
    String settlement;
    String dead;
    try (Town town = town()) {
      RawCaller his = town.hospital();
      visit = his.call("2201", Inputs.registration("O1")).good().field("mdtrt_id");
      his.call("2203", Inputs.description(visit)).good();
      his.call("2204", Inputs.lines(visit, "B1")).good();
      id = his.nextId();
      settlement = his.call("2207", id, Inputs.bill(visit, "B1", "90.00")).good().field("setl_id");
      dead = his.nextId();
      his.call("2601", Inputs.reversal(dead, "2207")).good();
    }
    try (Town town = town()) {
      RawCaller his = town.hospital().after(100);
      assertEquals(
          settlement,
          his.call("2207", id, Inputs.bill(visit, "B1", "90.00")).good().field("setl_id"));
      assertEquals(1, town.centre.settlementsStanding());
      assertTrue(
          his.call("2207", dead, Inputs.bill(visit, "B1", "90.00")).refused().contains("已冲正"));
      assertEquals(settlement, his.call("5204", Inputs.linesOf(visit)).good().field("setl_id"));
      assertTrue(town.centre.books().balance());
    }
  }
}
