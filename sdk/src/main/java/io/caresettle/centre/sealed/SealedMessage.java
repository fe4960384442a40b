package io.caresettle.centre.sealed;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.MessageType;

/** One question of the sealed protocol as it travels, and how its answer is read. */
public final class SealedMessage<T> {

  private final MessageType type;
  private final MessageLite message;
  private final MessageType expected;
  private final Exchange.Reader<T> reader;

  SealedMessage(
      MessageType type, MessageLite message, MessageType expected, Exchange.Reader<T> reader) {
    this.type = type;
    this.message = message;
    this.expected = expected;
    this.reader = reader;
  }

  /** What kind of question it is. */
  public MessageType type() {
    return type;
  }

  /** What an envelope carries of it. */
  public byte[] bytes() {
    return message.toByteArray();
  }

  MessageLite message() {
    return message;
  }

  MessageType expected() {
    return expected;
  }

  Exchange.Reader<T> reader() {
    return reader;
  }
}
