package io.caresettle.protocol.envelope;

import io.caresettle.protocol.NotAuthentic;

/**
 * What is said of a message in clear, and cannot be changed on the way: version and suite ({@link
 * #VERSION}, {@link #SUITE}), the key's id (direction and session id), sequence, message type,
 * time, message id, the id that is answered, and institution.
 *
 * @param direction who speaks
 * @param sessionId the id of the session, and together with the direction the id of the one key
 *     that seals this envelope: there are two keys in a session, one for each direction, and none
 *     is used in another session
 * @param sequence the message's number in its direction, from 1
 * @param messageType the number of the wire enum; 0 says that the session is ready
 * @param timeMillis milliseconds since 1970 by the sender's clock
 * @param messageId the message's own id, of 1 to 64 printable ASCII characters
 * @param inReplyTo the id of the message that is answered; empty in a request
 * @param institutionCode the institution that the terminal of this session acts for
 */
public record EnvelopeHeader(
    Direction direction,
    long sessionId,
    long sequence,
    int messageType,
    long timeMillis,
    String messageId,
    String inReplyTo,
    String institutionCode) {

  /** The one version of this protocol. */
  public static final int VERSION = 1;

  /** The one suite of that version: there is nothing to negotiate, and nothing to fall back to. */
  public static final int SUITE = 1;

  /** The longest header. */
  public static final int MAX_BYTES = 29 + 3 + 2 * Names.MAX_MESSAGE_ID + Names.MAX_INSTITUTION;

  /** The tag behind the ciphertext. */
  public static final int TAG_BYTES = 16;

  /** The longest envelope: 1 MiB. */
  public static final int MAX_ENVELOPE = 1 << 20;

  /** The longest payload, whatever the header's names are. */
  public static final int MAX_PAYLOAD = MAX_ENVELOPE - MAX_BYTES - TAG_BYTES;

  public EnvelopeHeader {
    if (messageType < 0 || messageType > 0xffff) {
      throw new IllegalArgumentException("A message type is a number of 16 bits: " + messageType);
    }
    Names.require("message id", messageId, 1, Names.MAX_MESSAGE_ID);
    Names.require("message id that is answered", inReplyTo, 0, Names.MAX_MESSAGE_ID);
    Names.require("institution code", institutionCode, 1, Names.MAX_INSTITUTION);
  }

  byte[] toBytes() {
    return new ByteWriter()
        .u8(VERSION)
        .u8(SUITE)
        .u8(direction.number())
        .i64(sessionId)
        .i64(sequence)
        .u16(messageType)
        .i64(timeMillis)
        .name(messageId)
        .name(inReplyTo)
        .name(institutionCode)
        .toBytes();
  }

  /**
   * Reads the header of a message that is expected to go {@code direction}, and leaves the rest.
   */
  static EnvelopeHeader read(ByteReader reader, Direction direction) {
    if (reader.u8() != VERSION || reader.u8() != SUITE || reader.u8() != direction.number()) {
      throw NotAuthentic.envelope();
    }
    return new EnvelopeHeader(
        direction,
        reader.i64(),
        reader.i64(),
        reader.u16(),
        reader.i64(),
        reader.name(1, Names.MAX_MESSAGE_ID),
        reader.name(0, Names.MAX_MESSAGE_ID),
        reader.name(1, Names.MAX_INSTITUTION));
  }
}
