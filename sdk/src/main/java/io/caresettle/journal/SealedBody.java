package io.caresettle.journal;

import io.caresettle.problem.RecordUnreadable;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.sm.Sm4Box;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A record's body as the file holds it: sealed, and bound to the journal, the bill, the type, the
 * message and the time, so that it opens at its own place only.
 *
 * @param dataKey the number of the data key
 */
@SuppressWarnings("ArrayRecordComponent") // Lives from the file to the reader, and is not compared.
record SealedBody(long dataKey, byte[] sealed) {

  static SealedBody seal(DataKeys.OfDay key, String epoch, Draft draft, Instant time) {
    return new SealedBody(
        key.number(),
        key.box()
            .seal(
                place(epoch, draft.bill().number(), draft.type(), draft.messageId(), time),
                draft.body().getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The body in clear of the record at {@code position}.
   *
   * @throws RecordUnreadable when it was sealed for another place or is damaged
   */
  String open(
      Sm4Box box,
      String epoch,
      long position,
      String bill,
      RecordType type,
      String messageId,
      Instant time) {
    try {
      byte[] body = box.open(place(epoch, bill, type, messageId, time), sealed);
      return new String(body, StandardCharsets.UTF_8);
    } catch (NotAuthentic e) {
      throw new RecordUnreadable(
          "Record "
              + position
              + " is damaged or was moved there from elsewhere: keep the journal's file as it is,"
              + " and call whoever looks after security",
          e);
    }
  }

  private static byte[] place(
      String epoch, String bill, RecordType type, String messageId, Instant time) {
    return Places.of(
        "CareSettle journal record v1\0",
        epoch,
        bill,
        type.name(),
        messageId,
        Long.toString(time.toEpochMilli()));
  }

  /** Leaves the bytes out. */
  @Override
  public String toString() {
    return "SealedBody[data key " + dataKey + ", " + sealed.length + " bytes]";
  }
}
