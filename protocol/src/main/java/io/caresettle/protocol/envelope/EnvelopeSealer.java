package io.caresettle.protocol.envelope;

import io.caresettle.protocol.sm.Sm4Sealer;

/** Seals the messages that one side of a session sends. */
public final class EnvelopeSealer {

  private final Channel channel;
  private final Sm4Sealer sealer;

  public EnvelopeSealer(Channel channel, Sm4Sealer sealer) {
    this.channel = channel;
    this.sealer = sealer;
  }

  /** Whether the session has used up its numbers. */
  public boolean isExhausted() {
    return sealer.isExhausted();
  }

  /**
   * The envelope of a message, with the next sequence.
   *
   * <p>Envelopes must be sent in the order in which they were sealed.
   *
   * @param inReplyTo the id of the message that is answered; empty in a request
   * @throws IllegalArgumentException if a part is longer than the protocol allows; no number is
   *     spent then
   */
  public byte[] seal(
      int messageType, String messageId, String inReplyTo, long timeMillis, byte[] payload) {
    return seal(0, messageType, messageId, inReplyTo, timeMillis, payload);
  }

  /**
   * The same, behind {@code before} bytes that are left zero for whoever puts a frame around it.
   */
  public byte[] seal(
      int before,
      int messageType,
      String messageId,
      String inReplyTo,
      long timeMillis,
      byte[] payload) {
    if (payload.length > EnvelopeHeader.MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          "A payload has at most " + EnvelopeHeader.MAX_PAYLOAD + " bytes, not " + payload.length);
    }
    return sealer.seal(
        before,
        sequence ->
            new EnvelopeHeader(
                    channel.direction(),
                    channel.sessionId(),
                    sequence,
                    messageType,
                    timeMillis,
                    messageId,
                    inReplyTo,
                    channel.institutionCode())
                .toBytes(),
        payload);
  }
}
