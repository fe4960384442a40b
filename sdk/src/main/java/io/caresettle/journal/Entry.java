package io.caresettle.journal;

import io.caresettle.split.BillId;
import java.time.Instant;

/**
 * A record that is kept.
 *
 * @param position its place in the journal, counted from 1
 * @param messageId the message it speaks of; empty where it speaks of none
 * @param time by this terminal's clock
 * @param body what a restart needs, as text
 */
public record Entry(
    long position, BillId bill, RecordType type, String messageId, Instant time, String body) {

  /** Leaves the body out. */
  @Override
  public String toString() {
    return position + ": " + type + " of " + bill + ", message " + messageId + ", " + time;
  }
}
