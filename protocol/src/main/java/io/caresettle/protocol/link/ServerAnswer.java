package io.caresettle.protocol.link;

import io.caresettle.protocol.Payload;
import io.caresettle.protocol.wire.MessageType;
import java.util.concurrent.CompletionStage;

/**
 * What becomes of an answer on its way to the terminal: it arrives, or one of the ways in which it
 * does not.
 */
public sealed interface ServerAnswer {

  /** The answer is sealed and sent. */
  record Answer(MessageType type, Payload payload) implements ServerAnswer {}

  /** Another answer, later; other requests go on meanwhile. */
  record Later(CompletionStage<? extends ServerAnswer> answer) implements ServerAnswer {}

  /** The answer is lost: the terminal hears nothing, and the line stays. */
  record Silence() implements ServerAnswer {}

  /** The line is closed before the answer. */
  record LineClosed() implements ServerAnswer {}

  /** The line is closed when half of the answer's frame is out. */
  record ClosedMidFrame(MessageType type, Payload payload) implements ServerAnswer {}

  /** The answer is sealed, and then one of its bits is turned. */
  record BitTurned(MessageType type, Payload payload) implements ServerAnswer {}

  /** These bytes come in the place of an envelope. */
  record Garbage(Payload bytes) implements ServerAnswer {}

  static ServerAnswer answer(MessageType type, byte[] payload) {
    return new Answer(type, Payload.copyOf(payload));
  }

  static ServerAnswer later(CompletionStage<? extends ServerAnswer> answer) {
    return new Later(answer);
  }

  static ServerAnswer silence() {
    return new Silence();
  }

  static ServerAnswer lineClosed() {
    return new LineClosed();
  }

  static ServerAnswer closedMidFrame(MessageType type, byte[] payload) {
    return new ClosedMidFrame(type, Payload.copyOf(payload));
  }

  static ServerAnswer bitTurned(MessageType type, byte[] payload) {
    return new BitTurned(type, Payload.copyOf(payload));
  }

  static ServerAnswer garbage(byte[] bytes) {
    return new Garbage(Payload.copyOf(bytes));
  }
}
