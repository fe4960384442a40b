package io.caresettle.protocol.session;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.envelope.ByteReader;
import io.caresettle.protocol.envelope.ByteWriter;
import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.envelope.Names;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.sm.Sm2Agreement;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.security.SecureRandom;

/**
 * The terminal's part of one handshake: {@link #hello()}, {@link #confirm}, then {@link
 * Confirmed#ready}.
 *
 * <p>Every method that gets bytes from the line throws {@link NotAuthentic} unless they come from
 * the enrolled centre. The line is closed then, and this object is of no use any more.
 */
public final class TerminalHandshake {

  static final int POINT_BYTES = 65;
  static final int CONFIRMATION_BYTES = 32;

  /** The longest frame of a handshake, of either side. */
  public static final int MAX_FRAME = 512;

  private final PartyKeys own;
  private final PartyIdentity centre;
  private final Greeting greeting;
  private final Sm2PrivateKey ephemeral;

  /** A handshake with {@code centre}, in the name of {@code institutionCode}. */
  public TerminalHandshake(
      PartyKeys own, PartyIdentity centre, String institutionCode, SecureRandom random) {
    this.own = own;
    this.centre = centre;
    this.greeting =
        new Greeting(
            own.identity().partyId(),
            own.identity().keyId(),
            Names.require("institution code", institutionCode, 1, Names.MAX_INSTITUTION));
    this.ephemeral = Sm2PrivateKey.generate(random);
  }

  /** The first frame. */
  public byte[] hello() {
    return new ByteWriter()
        .u8(FrameKind.HELLO)
        .bytes(greeting.identity())
        .bytes(ephemeral.publicKey().encoded())
        .toBytes();
  }

  /** The centre has proved itself; this terminal's proof is still to be sent. */
  public static final class Confirmed {
    private final byte[] frame;
    private final Session session;

    private Confirmed(byte[] frame, Session session) {
      this.frame = frame;
      this.session = session;
    }

    /** The frame that proves this terminal. */
    public byte[] frame() {
      return frame.clone();
    }

    /** The session, once the centre says that it is ready. */
    public Session ready(byte[] readyFrame) {
      EnvelopeHeader header = session.open(readyFrame).header();
      if (header.messageType() != Session.READY) {
        throw NotAuthentic.peer();
      }
      return session;
    }
  }

  /** Takes the centre's response and checks its proof. */
  public Confirmed confirm(byte[] responseFrame) {
    ByteReader reader = new ByteReader(responseFrame, NotAuthentic::peer);
    if (reader.u8() != FrameKind.RESPONSE) {
      throw NotAuthentic.peer();
    }
    Sm2PublicKey centreEphemeral = point(reader);
    byte[] confirmation = reader.bytes(CONFIRMATION_BYTES);
    reader.end();
    Sm2Agreement.Agreed agreed =
        Sm2Agreement.conclude(
            own.encryption().agreeWith(ephemeral, greeting.identity()),
            new Sm2Agreement.Peer(
                centre.encryption().key(), centreEphemeral, Greeting.identityOf(centre)),
            confirmation,
            Session.SECRET_BYTES);
    byte[] frame = new ByteWriter().u8(FrameKind.CONFIRM).bytes(agreed.confirmation()).toBytes();
    return new Confirmed(
        frame,
        Session.ofTerminal(
            new PeerInfo(centre, greeting.institutionCode()),
            agreed.secret(),
            ephemeral.publicKey(),
            centreEphemeral));
  }

  static Sm2PublicKey point(ByteReader reader) {
    try {
      return Sm2PublicKey.decode(reader.bytes(POINT_BYTES));
    } catch (KeyRejected e) {
      throw NotAuthentic.peer();
    }
  }
}
