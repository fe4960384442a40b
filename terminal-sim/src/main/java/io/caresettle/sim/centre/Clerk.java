package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import java.util.Optional;

/** Who serves one type of message at the desk. */
interface Clerk {

  /** What the answer's type is. */
  MessageType answerType();

  /**
   * What makes a message the same one when it comes again; empty where answers are not remembered.
   *
   * @throws Refused when the message is not worth remembering: unreadable, or not the signer's
   */
  default Optional<Sameness> sameness(Request request) throws Refused {
    return Optional.empty();
  }

  /** Does what is asked, or throws and then has done nothing. */
  MessageLite serve(Request request) throws Refused;

  /** A refusal as this type of answer says it. */
  MessageLite refuse(Refusal refusal);

  /** Equal for two copies of one message. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by its digest only, in MessageLog.
  record Sameness(byte[] digest, String bill) {}
}
