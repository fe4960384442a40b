package io.caresettle.sim.simulate;

import io.caresettle.journal.RecordType;
import io.caresettle.split.BillId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The slips that patients of one till hold in hand. */
final class Slips {

  private final World world;
  private final Disk disk;
  private final Map<BillId, String> inHand = new LinkedHashMap<>();

  Slips(World world, Disk disk) {
    this.world = world;
    this.disk = disk;
  }

  void print(BillId bill, String settlementId) {
    world.chronicle.tell("printer", "a slip of " + bill.number());
    world.chronicle.fact("printer", bill.number(), settlementId);
    if (!disk.holds(bill, RecordType.SETTLED)
        && !disk.holds(bill, RecordType.DIFFERENCE_ACCEPTED)) {
      world.chronicle.violation(
          "a slip is of what is durable", bill.number(), "printed before it is known to stand");
    }
    inHand.put(bill, settlementId);
  }

  /** The till took it back before it undid the bill. */
  void takeBack(BillId bill) {
    inHand.remove(bill);
  }

  Map<BillId, String> inHand() {
    return inHand;
  }
}
