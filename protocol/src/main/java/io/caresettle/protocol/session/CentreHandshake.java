package io.caresettle.protocol.session;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.envelope.ByteReader;
import io.caresettle.protocol.envelope.ByteWriter;
import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm2Agreement;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The centre's part of handshakes: {@link #respond} to a hello, then {@link Responded#confirmedBy}
 * the terminal's proof.
 *
 * <p>Both throw a {@link io.caresettle.protocol.ProtocolException} unless the bytes come from a
 * terminal whose certificates are trusted; it says why, to this side alone. The line is closed then
 * without an answer, but for {@link #versions()}.
 */
public final class CentreHandshake {

  private final CertifiedKeys own;
  private final Trust trust;
  private final SecureRandom random;
  private final InstantSource clock;

  /** A centre that lets in whom {@code trust} knows by the time of {@code clock}. */
  public CentreHandshake(CertifiedKeys own, Trust trust, SecureRandom random, InstantSource clock) {
    this.own = own;
    this.trust = trust;
    this.random = random;
    this.clock = clock;
  }

  /** A response is made; the terminal has yet to prove itself. */
  public static final class Responded {
    private final byte[] frame;
    private final Sm2Agreement.Response response;
    private final PeerInfo terminal;
    private final Sm2PublicKey terminalEphemeral;
    private final Sm2PublicKey centreEphemeral;
    private final AtomicBoolean made = new AtomicBoolean();

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
     * Checks the terminal's proof and makes the session, once. Its first frame must be {@link
     * CentreHandshake#ready}.
     *
     * @throws NotAuthentic if it is no proof, or there is a session already: a second one would
     *     seal other messages with the keys and the numbers of the first
     */
    public Session confirmedBy(byte[] confirmFrame) {
      ByteReader reader = new ByteReader(confirmFrame, NotAuthentic::peer);
      if (reader.u8() != FrameKind.CONFIRM) {
        throw NotAuthentic.peer();
      }
      byte[] confirmation = reader.bytes(TerminalHandshake.CONFIRMATION_BYTES);
      reader.end();
      SecretBytes secret = response.confirmedBy(confirmation);
      Session.requireFirst(made);
      return Session.ofCentre(terminal, secret, terminalEphemeral, centreEphemeral);
    }
  }

  /**
   * Takes a terminal's hello.
   *
   * @throws NotAuthentic if it is none
   * @throws io.caresettle.protocol.VersionRefused if it is that of another version; the terminal is
   *     told with {@link #versions()}
   * @throws io.caresettle.protocol.CertificateRefused if its certificates are not trusted, or do
   *     not say what it says. An expired or revoked terminal is let in, with that standing
   */
  public Responded respond(byte[] helloFrame) {
    ByteReader reader = new ByteReader(helloFrame, NotAuthentic::peer);
    if (reader.u8() != FrameKind.HELLO) {
      throw NotAuthentic.peer();
    }
    Greeting greeting = Greeting.read(reader);
    Sm2PublicKey terminalEphemeral = TerminalHandshake.point(reader);
    CertificatePair certificates = TerminalHandshake.certificates(helloFrame, reader, trust);
    greeting.requireSameAs(certificates);
    PeerInfo terminal =
        new PeerInfo(
            certificates,
            trust.check(certificates, Role.TERMINAL, clock.instant()),
            greeting.institutionCode());
    Sm2PrivateKey ephemeral = Sm2PrivateKey.generate(random);
    Sm2Agreement.Response response =
        Sm2Agreement.respond(
            own.keys().encryption().agreeWith(ephemeral, Greeting.boundIdOf(own.certificates())),
            new Sm2Agreement.Peer(
                certificates.identity().encryption().key(),
                terminalEphemeral,
                greeting.boundId(certificates)),
            Session.SECRET_BYTES);
    byte[] frame =
        new ByteWriter()
            .u8(FrameKind.RESPONSE)
            .bytes(ephemeral.publicKey().encoded())
            .bytes(response.confirmation())
            .bytes(own.certificates().encoded())
            .toBytes();
    return new Responded(frame, response, terminal, terminalEphemeral, ephemeral.publicKey());
  }

  /** What a terminal of another version is told before the line is closed. It proves nothing. */
  public static byte[] versions() {
    return new ByteWriter()
        .u8(FrameKind.VERSIONS)
        .u8(EnvelopeHeader.VERSION)
        .u8(EnvelopeHeader.VERSION)
        .toBytes();
  }

  /** The first frame of a new session, which lets the terminal begin. */
  public static byte[] ready(Session session, long timeMillis) {
    return session.seal(Session.READY, Session.READY_ID, "", timeMillis, new byte[0]);
  }
}
