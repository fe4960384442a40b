package io.caresettle.settlement;

import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * What a settler needs beside the centre and the journal.
 *
 * @param clock this terminal's wall clock; it only ever becomes data
 * @param keepFor how long after its own deadline an unanswered bill is wanted, unless somebody says
 *     otherwise
 * @param within the deadline of each query and reversal
 * @param turns when, and on which threads, everything is done
 * @param unresolved hears how many bills the resolver owns
 * @param undo how the centre undoes, and who decides on other figures
 * @param disputed hears of each bill about which both sides disagree, and of the reason
 */
public record SettlerSettings(
    Clock clock,
    CentreClock centreClock,
    Duration keepFor,
    Duration within,
    Backoff backoff,
    Turns turns,
    IntConsumer unresolved,
    UndoProfile undo,
    BiConsumer<BillId, String> disputed) {

  /** For a centre of our own protocol, and nobody who hears of disputes. */
  public SettlerSettings(
      Clock clock,
      CentreClock centreClock,
      Duration keepFor,
      Duration within,
      Backoff backoff,
      Turns turns,
      IntConsumer unresolved) {
    this(
        clock,
        centreClock,
        keepFor,
        within,
        backoff,
        turns,
        unresolved,
        UndoProfile.sealedProtocol(),
        (bill, reason) -> {});
  }
}
