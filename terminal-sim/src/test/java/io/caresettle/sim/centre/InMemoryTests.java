package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.protocol.wire.SettlementState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Books in memory, and what is checked in them at every message")
class InMemoryTests extends BillStory {

  private void openFrom(Keeping keeping) {
    desk.close();
    desk = CentreDesk.open(TestCentre.settings(folder, clock).withKeeping(keeping));
    till = new TestTill(desk, TestTill.HOSPITAL);
  }

  @Test
  @DisplayName("survive a crash as they were committed, and go back an hour with a backup")
  void snapshots() {
    openFrom(Keeping.InMemory.empty());
    byte[] backup = desk.snapshot();
    String id = till.nextId();
    var quote = till.quote(body);
    var settled = till.settle(id, quote, body);
    receipt(settled);

    openFrom(Keeping.InMemory.restored(desk.snapshot()));
    assertEquals(1, desk.settlementsStanding());
    assertEquals(settled, till.settle(id, quote, body));
    till.nextId();
    assertEquals(SettlementState.STANDING, till.query(id, "B1").getState());

    openFrom(Keeping.InMemory.restored(backup));
    assertEquals(SettlementState.NOT_FOUND, till.query(id, "B1").getState());
    assertNothingMoved();
  }

  /** Ways to upset the books behind the clerks' back, each with what it must be found by. */
  private static final String[] MISCHIEF = {
    "CREATE TRIGGER mischief AFTER INSERT ON posting WHEN new.ledger = 'fund:pool'"
        + " BEGIN UPDATE posting SET fen = fen - 1 WHERE rowid = new.rowid; END",
    "CREATE TRIGGER mischief AFTER INSERT ON settlement"
        + " BEGIN UPDATE account SET balance = balance - 1 WHERE person = new.person; END",
    "CREATE TRIGGER mischief AFTER INSERT ON growth"
        + " BEGIN UPDATE growth SET fen = fen + 1 WHERE rowid = new.rowid; END",
    "CREATE TRIGGER mischief AFTER INSERT ON settlement BEGIN"
        + " INSERT INTO posting VALUES ('stray', 'settle', 'a', 1), ('stray', 'settle', 'b', -1);"
        + " END",
  };

  @Test
  @DisplayName("refuse to keep a message that would upset them, whatever is wrong, and stay whole")
  void mischief() {
    for (String trigger : MISCHIEF) {
      openFrom(Keeping.InMemory.empty());
      byte[] image;
      try (Store store = new Store(Keeping.InMemory.restored(desk.snapshot()))) {
        store.transaction(() -> store.write(trigger));
        image = store.image();
      }
      openFrom(Keeping.InMemory.restored(image));
      String id = till.nextId();
      var quote = till.quote(body);
      assertThrows(IllegalStateException.class, () -> till.settle(id, quote, body), () -> trigger);
      assertEquals(SettlementState.NOT_FOUND, till.query(id, "B1").getState());
      assertNothingMoved();
    }
  }
}
