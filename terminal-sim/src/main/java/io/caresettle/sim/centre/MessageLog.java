package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.MessageType;
import java.util.Arrays;
import java.util.Optional;

/** What was answered to which message: the memory that makes a second copy harmless. */
record MessageLog(Store store) {

  /** A message that was answered. */
  @SuppressWarnings("ArrayRecordComponent") // Lives for one message and is never compared.
  record Answered(
      MessageType type, byte[] digest, String bill, MessageType answerType, byte[] answer) {

    boolean isAnswerTo(MessageType asked, Clerk.Sameness sameness) {
      return type == asked && Arrays.equals(digest, sameness.digest());
    }
  }

  Optional<Answered> find(String institution, String id) {
    return store.one(
        "SELECT type, digest, bill, answer_type, answer FROM message"
            + " WHERE institution = ? AND id = ?",
        row ->
            new Answered(
                MessageType.forNumber(row.getInt(1)),
                row.getBytes(2),
                row.getString(3),
                MessageType.forNumber(row.getInt(4)),
                row.getBytes(5)),
        institution,
        id);
  }

  void remember(Request request, MessageType type, Clerk.Sameness sameness, DeskAnswer answer) {
    store.write(
        "INSERT INTO message (institution, id, type, digest, bill, answer_type, answer, at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        request.institution(),
        request.id(),
        type.getNumber(),
        sameness.digest(),
        sameness.bill(),
        answer.type().getNumber(),
        answer.payload().bytes(),
        request.now().toEpochMilli());
    store.write(
        "INSERT INTO sender VALUES (?, ?, ?)",
        request.institution(),
        request.id(),
        request.terminal().partyId());
  }

  /** The answer to this message never left, or never arrived whole. */
  void unheard(String institution, String id, boolean unheard) {
    store.write(
        "UPDATE message SET unheard = ? WHERE institution = ? AND id = ?",
        unheard ? 1 : 0,
        institution,
        id);
  }

  /** Somebody asks again with a document that came before, under whatever id of the line. */
  void heard(String institution, byte[] digest) {
    store.write(
        "UPDATE message SET unheard = 0 WHERE institution = ? AND digest = ? AND unheard = 1",
        institution,
        digest);
  }
}
