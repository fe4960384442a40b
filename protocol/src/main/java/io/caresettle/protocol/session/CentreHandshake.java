package io.caresettle.protocol.session;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.envelope.ByteReader;
import io.caresettle.protocol.envelope.ByteWriter;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.sm.Sm2Agreement;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.security.SecureRandom;

/**
 * The centre's part of handshakes: {@link #respond} to a hello, then {@link Responded#confirmedBy}
 * the terminal's proof.
 *
 * <p>Both throw {@link NotAuthentic} unless the bytes come from an enrolled terminal; the line is
 * closed then without an answer.
 */
public final class CentreHandshake {

  private final PartyKeys own;
  private final EnrolledTerminals enrolled;
  private final SecureRandom random;

  public CentreHandshake(PartyKeys own, EnrolledTerminals enrolled, SecureRandom random) {
    this.own = own;
    this.enrolled = enrolled;
    this.random = random;
  }

  /** A response is made; the terminal has yet to prove itself. */
  public static final class Responded {
    private final byte[] frame;
    private final Sm2Agreement.Response response;
    private final PeerInfo terminal;
    private final Sm2PublicKey terminalEphemeral;
    private final Sm2PublicKey centreEphemeral;

    private Responded(
        byte[] frame,
        Sm2Agreement.Response response,
        PeerInfo terminal,
        Sm2PublicKey terminalEphemeral,
        Sm2PublicKey centreEphemeral) {
      this.frame = frame;
      this.response = response;
      this.terminal = terminal;
      this.terminalEphemeral = terminalEphemeral;
      this.centreEphemeral = centreEphemeral;
    }

    /** The frame that proves the centre. */
    public byte[] frame() {
      return frame.clone();
    }

    /**
     * Checks the terminal's proof. The session's first frame must be {@link CentreHandshake#ready}.
     */
    public Session confirmedBy(byte[] confirmFrame) {
      ByteReader reader = new ByteReader(confirmFrame, NotAuthentic::peer);
      if (reader.u8() != FrameKind.CONFIRM) {
        throw NotAuthentic.peer();
      }
      byte[] confirmation = reader.bytes(TerminalHandshake.CONFIRMATION_BYTES);
      reader.end();
      return Session.ofCentre(
          terminal, response.confirmedBy(confirmation), terminalEphemeral, centreEphemeral);
    }
  }

  /** Takes a terminal's hello. */
  public Responded respond(byte[] helloFrame) {
    ByteReader reader = new ByteReader(helloFrame, NotAuthentic::peer);
    if (reader.u8() != FrameKind.HELLO) {
      throw NotAuthentic.peer();
    }
    Greeting greeting = Greeting.read(reader);
    Sm2PublicKey terminalEphemeral = TerminalHandshake.point(reader);
    reader.end();
    PartyIdentity terminal = expected(greeting);
    Sm2PrivateKey ephemeral = Sm2PrivateKey.generate(random);
    Sm2Agreement.Response response =
        Sm2Agreement.respond(
            own.encryption().agreeWith(ephemeral, Greeting.identityOf(own.identity())),
            new Sm2Agreement.Peer(
                terminal.encryption().key(), terminalEphemeral, greeting.identity()),
            Session.SECRET_BYTES);
    byte[] frame =
        new ByteWriter()
            .u8(FrameKind.RESPONSE)
            .bytes(ephemeral.publicKey().encoded())
            .bytes(response.confirmation())
            .toBytes();
    return new Responded(
        frame,
        response,
        new PeerInfo(terminal, greeting.institutionCode()),
        terminalEphemeral,
        ephemeral.publicKey());
  }

  /** The first frame of a new session, which lets the terminal begin. */
  public static byte[] ready(Session session, long timeMillis) {
    return session.seal(Session.READY, Session.READY_ID, "", timeMillis, new byte[0]);
  }

  private PartyIdentity expected(Greeting greeting) {
    return enrolled
        .find(greeting.keyId(), greeting.institutionCode())
        .filter(terminal -> terminal.partyId().equals(greeting.terminalId()))
        .filter(terminal -> terminal.keyId().equals(greeting.keyId()))
        .orElseThrow(NotAuthentic::peer);
  }
}
