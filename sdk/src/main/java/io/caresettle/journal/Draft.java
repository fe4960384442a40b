package io.caresettle.journal;

import io.caresettle.split.BillId;

/**
 * A record that is not kept yet.
 *
 * @param messageId the message it speaks of; empty where it speaks of none
 * @param body what a restart needs, as text
 */
public record Draft(BillId bill, RecordType type, String messageId, String body) {

  /** Leaves the body out. */
  @Override
  public String toString() {
    return type + " of " + bill + ", message " + messageId;
  }
}
