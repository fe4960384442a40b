package io.caresettle.protocol.message;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.MessageRejected.Why;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.wire.MessageType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads messages: the one way from bytes that came from elsewhere to a message of the wire.
 *
 * <p>Reading never allocates more than {@link #MOST_TIMES} times the bytes and {@link #ALLOWANCE}
 * more, whatever the bytes are. Fields and enum numbers that this version does not know are kept,
 * and written again where the message is.
 */
public final class Messages {

  /** The version of the protocol that these messages belong to; it goes out with the sign-in. */
  public static final int PROTOCOL_VERSION = 1;

  /** How many bytes of memory a byte of a message may take while it is read. */
  public static final int MOST_TIMES = 16;

  /** What any message may take beside that, in bytes: an empty one is no less an object. */
  public static final int ALLOWANCE = 8192;

  /** Deeper than any message of ours. */
  private static final int DEEPEST = 16;

  private static final Map<Descriptor, Shape> SHAPES = new ConcurrentHashMap<>();

  private Messages() {}

  /**
   * The message that {@code payload} holds.
   *
   * @param prototype the default instance of what is expected
   * @throws MessageRejected if the bytes are anything else, or take too much memory
   */
  public static <M extends Message> M read(M prototype, Payload payload) {
    return read(prototype, payload.bytes());
  }

  /**
   * The message that {@code bytes} are.
   *
   * @param prototype the default instance of what is expected
   * @throws MessageRejected if the bytes are anything else, or take too much memory
   */
  public static <M extends Message> M read(M prototype, byte[] bytes) {
    String expected = prototype.getDescriptorForType().getName();
    new Walk(expected, bytes, (long) MOST_TIMES * bytes.length + ALLOWANCE)
        .through(SHAPES.computeIfAbsent(prototype.getDescriptorForType(), Shape::of));
    CodedInputStream input = CodedInputStream.newInstance(bytes);
    input.setRecursionLimit(DEEPEST);
    try {
      @SuppressWarnings("unchecked") // A message's parser makes messages of its own class.
      M message = (M) prototype.getParserForType().parseFrom(input);
      return message;
    } catch (InvalidProtocolBufferException e) {
      throw MessageRejected.because(Why.MALFORMED, expected, bytes.length);
    }
  }

  /**
   * The message of type {@code type} that {@code payload} holds.
   *
   * @throws MessageRejected if the bytes are anything else, take too much memory, or the type is
   *     unknown or carries no message
   */
  public static Message read(MessageType type, Payload payload) {
    Message prototype = Kinds.PROTOTYPES.get(type);
    if (prototype == null) {
      throw MessageRejected.because(Why.UNKNOWN_TYPE, type.name(), payload.size());
    }
    return read(prototype, payload);
  }

  /** The type of the answer to a request; empty where {@code type} is no request with a message. */
  public static Optional<MessageType> answerTo(MessageType type) {
    if (!Kinds.PROTOTYPES.containsKey(type) || type.getNumber() % 2 == 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(MessageType.forNumber(type.getNumber() + 1));
  }
}
