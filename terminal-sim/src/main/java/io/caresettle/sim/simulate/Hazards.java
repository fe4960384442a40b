package io.caresettle.sim.simulate;

import io.caresettle.journal.Entry;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.List;

/** What can go wrong with each write of one opening of a journal, and whom it befalls. */
final class Hazards {

  /** What becomes of a write, and of the process that writes. */
  enum Hazard {
    NONE,
    ENDS_BEFORE,
    ENDS_AFTER,
    FULL,
    UNSURE_LOST,
    UNSURE_KEPT
  }

  private final World world;
  private final Dice dice;
  private final Life life;
  private final Till till;

  Hazards(World world, Dice dice, Life life, Till till) {
    this.world = world;
    this.dice = dice;
    this.life = life;
    this.till = till;
  }

  Hazard next() {
    Weather weather = world.weather;
    if (!world.isStorm()) {
      return Hazard.NONE;
    } else if (dice.happens(weather.endsBeforeWrite())) {
      return Hazard.ENDS_BEFORE;
    } else if (dice.happens(weather.endsAfterWrite())) {
      return Hazard.ENDS_AFTER;
    } else if (dice.happens(weather.diskFull())) {
      return Hazard.FULL;
    } else if (dice.happens(weather.writeUnsure())) {
      return dice.happens(500) ? Hazard.UNSURE_LOST : Hazard.UNSURE_KEPT;
    } else if (dice.happens(weather.slowDisk())) {
      Duration slow = dice.millis(50, 3000);
      world.agenda.pass(slow);
      world.chronicle.tell(till.toString(), "writes for " + slow.toMillis() + " ms");
    }
    return Hazard.NONE;
  }

  void kept(List<Entry> entries) {
    world.chronicle.tell(
        till.toString(),
        "keeps " + entries.stream().map(e -> e.type() + " of " + e.bill().number()).toList());
    for (Entry entry : entries) {
      world.chronicle.fact(
          till.toString(), "keeps", entry.type().name(), entry.bill().number(), entry.messageId());
    }
  }

  void tookOver(List<BillId> bills) {
    if (!bills.isEmpty()) {
      world.chronicle.tell(
          till.toString(), "takes on " + bills.stream().map(BillId::number).toList());
    }
  }

  void end(String when) {
    till.end(when);
  }

  /** The program sees that its journal is suspect, and ends. */
  void suspect(String why) {
    world.chronicle.tell(till.toString(), "the disk " + why);
    var unused =
        world.agenda.after(
            Duration.ofMillis(500), life, () -> till.end("because its journal is suspect"));
  }

  boolean isOver() {
    return life.isOver();
  }
}
