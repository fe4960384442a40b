package io.caresettle.protocol.envelope;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.sm.Sm4Opener;

/**
 * Opens the messages that one side of a session receives, until the first that is not as it must
 * be.
 */
public final class EnvelopeOpener {

  private final Channel channel;
  private final Sm4Opener opener;

  public EnvelopeOpener(Channel channel, Sm4Opener opener) {
    this.channel = channel;
    this.opener = opener;
  }

  /**
   * The message in {@code envelope}.
   *
   * @throws NotAuthentic if anything at all is wrong, and from then on always
   */
  public OpenedEnvelope open(byte[] envelope) {
    return open(envelope, 0);
  }

  /** The same for an envelope that begins at {@code from} and ends where the bytes end. */
  public OpenedEnvelope open(byte[] bytes, int from) {
    try {
      if (bytes.length - from > EnvelopeHeader.MAX_ENVELOPE) {
        throw NotAuthentic.envelope();
      }
      ByteReader reader = new ByteReader(bytes, from, NotAuthentic::envelope);
      EnvelopeHeader header = EnvelopeHeader.read(reader, channel.direction());
      if (!channel.carries(header)) {
        throw NotAuthentic.envelope();
      }
      byte[] plain = opener.open(header.sequence(), bytes, from, reader.position());
      return new OpenedEnvelope(header, Payload.of(plain));
    } catch (NotAuthentic e) {
      opener.close();
      throw e;
    }
  }
}
