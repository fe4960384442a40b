package io.caresettle.journal;

import io.caresettle.split.BillId;
import java.util.OptionalLong;

/**
 * A record that is not kept yet.
 *
 * @param messageId the message it speaks of; empty where it speaks of none
 * @param body what a restart needs, as text
 * @param seen the position up to which the records of the bill were looked at, where it was decided
 *     by them that this one is right: it is kept only if no till has written of the bill since.
 *     Empty where it is right in any case
 */
public record Draft(
    BillId bill, RecordType type, String messageId, String body, OptionalLong seen) {

  /** One that is right whatever was written of the bill. */
  public Draft(BillId bill, RecordType type, String messageId, String body) {
    this(bill, type, messageId, body, OptionalLong.empty());
  }

  /** The same, where it was decided by the records up to {@code position}. */
  public Draft after(long position) {
    return new Draft(bill, type, messageId, body, OptionalLong.of(position));
  }

  /** Leaves the body out. */
  @Override
  public String toString() {
    return type + " of " + bill + ", message " + messageId;
  }
}
