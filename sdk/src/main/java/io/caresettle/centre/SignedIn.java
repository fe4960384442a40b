package io.caresettle.centre;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the centre says at sign-in.
 *
 * @param businessDate the centre's date for what is settled now, whatever a terminal's clock says
 * @param grantedSlot the slot to use: another than was asked for where the journal is a copy; empty
 *     where the centre says nothing of it, and slot 0 is nothing that it ever grants instead
 * @param head the countersigned head, where one was sent and is on the line
 * @param longestMessageLife how long a message may be on its way before it counts as never arrived
 * @param businessDateEnds when the business date ends by the centre's clock; empty where it does
 *     not say, and then at midnight
 */
public record SignedIn(
    Instant centreTime,
    LocalDate businessDate,
    String catalogueVersion,
    Optional<Integer> grantedSlot,
    Optional<Countersigned> head,
    Optional<Duration> longestMessageLife,
    Optional<Instant> businessDateEnds) {

  /** Of a centre that tells only its time and its catalogue. */
  public SignedIn(Instant centreTime, LocalDate businessDate, String catalogueVersion) {
    this(
        centreTime,
        businessDate,
        catalogueVersion,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
