package io.caresettle.protocol.session;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.envelope.Channel;
import io.caresettle.protocol.envelope.Direction;
import io.caresettle.protocol.envelope.EnvelopeOpener;
import io.caresettle.protocol.envelope.EnvelopeSealer;
import io.caresettle.protocol.envelope.OpenedEnvelope;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm2PublicKey;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.sm.Sm4Opener;
import io.caresettle.protocol.sm.Sm4Sealer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Two parties that proved themselves to each other, and the keys that they share until the line
 * closes.
 */
public final class Session {

  static final int SECRET_BYTES = 40;
  static final int READY = 0;
  static final String READY_ID = "ready";

  private static final byte[] ID_LABEL =
      "CareSettle session id v1".getBytes(StandardCharsets.US_ASCII);

  private final PeerInfo peer;
  private final long id;
  private final EnvelopeSealer sealer;
  private final EnvelopeOpener opener;

  private Session(PeerInfo peer, long id, EnvelopeSealer sealer, EnvelopeOpener opener) {
    this.peer = peer;
    this.id = id;
    this.sealer = sealer;
    this.opener = opener;
  }

  static Session ofTerminal(
      PeerInfo centre, SecretBytes secret, Sm2PublicKey terminal, Sm2PublicKey centreEphemeral) {
    return make(centre, true, secret, terminal, centreEphemeral);
  }

  static Session ofCentre(
      PeerInfo terminal, SecretBytes secret, Sm2PublicKey terminalEphemeral, Sm2PublicKey centre) {
    return make(terminal, false, secret, terminalEphemeral, centre);
  }

  /** One handshake makes one session at each end: its numbers are nonces, and begin at 1. */
  static void requireFirst(AtomicBoolean made) {
    if (made.getAndSet(true)) {
      throw NotAuthentic.peer();
    }
  }

  private static Session make(
      PeerInfo peer,
      boolean terminal,
      SecretBytes secret,
      Sm2PublicKey first,
      Sm2PublicKey second) {
    byte[] digest = Sm3.digest(ID_LABEL, first.encoded(), second.encoded());
    long id = ByteBuffer.wrap(digest).getLong();
    Channel up = new Channel(Direction.TERMINAL_TO_CENTRE, id, peer.institutionCode());
    Channel down = new Channel(Direction.CENTRE_TO_TERMINAL, id, peer.institutionCode());
    SecretBytes upKey = secret.part(0, 16);
    SecretBytes downKey = secret.part(16, 32);
    SecretBytes upSalt = secret.part(32, 36);
    SecretBytes downSalt = secret.part(36, 40);
    return terminal
        ? new Session(
            peer,
            id,
            new EnvelopeSealer(up, new Sm4Sealer(upKey, upSalt)),
            new EnvelopeOpener(down, new Sm4Opener(downKey, downSalt)))
        : new Session(
            peer,
            id,
            new EnvelopeSealer(down, new Sm4Sealer(downKey, downSalt)),
            new EnvelopeOpener(up, new Sm4Opener(upKey, upSalt)));
  }

  /** Who is at the other end. */
  public PeerInfo peer() {
    return peer;
  }

  /** 16 hex digits that name this session in logs on both sides. */
  public String id() {
    return HexFormat.of().toHexDigits(id);
  }

  /** Whether another session is needed because this one has used up its numbers. */
  public boolean isExhausted() {
    return sealer.isExhausted();
  }

  /**
   * The frame that carries a message to the other end. Frames must be sent in the order of these
   * calls.
   *
   * @param inReplyTo the id of the message that is answered; empty in a request
   */
  public byte[] seal(
      int messageType, String messageId, String inReplyTo, long timeMillis, byte[] payload) {
    byte[] frame = sealer.seal(1, messageType, messageId, inReplyTo, timeMillis, payload);
    frame[0] = FrameKind.ENVELOPE;
    return frame;
  }

  /**
   * The message in a frame from the other end.
   *
   * @throws NotAuthentic if anything at all is wrong; the session is over then
   */
  public OpenedEnvelope open(byte[] frame) {
    // An empty envelope is refused like any other that does not open, and ends the session the same
    // way.
    boolean envelope = frame.length > 0 && frame[0] == FrameKind.ENVELOPE;
    return envelope ? opener.open(frame, 1) : opener.open(new byte[0]);
  }
}
