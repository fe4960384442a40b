package io.caresettle.protocol.session;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.VersionRefused;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.envelope.ByteReader;
import io.caresettle.protocol.envelope.ByteWriter;
import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.sm.Sm2Agreement;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The terminal's part of one handshake: {@link #hello()}, {@link #confirm}, then {@link
 * Confirmed#ready}.
 *
 * <p>Every method that gets bytes from the line throws a {@link
 * io.caresettle.protocol.ProtocolException} unless they come from the centre that is meant. The
 * line is closed then, and this object is of no use any more.
 */
public final class TerminalHandshake {

  static final int POINT_BYTES = 65;
  static final int CONFIRMATION_BYTES = 32;

  /** The longest frame of a handshake, of either side: a hello with the longest certificates. */
  public static final int MAX_FRAME =
      1 + Greeting.MAX_BYTES + POINT_BYTES + CertificatePair.MAX_BYTES;

  private final CertifiedKeys own;
  private final Trust trust;
  private final String centreId;
  private final InstantSource clock;
  private final Greeting greeting;
  private final Sm2PrivateKey ephemeral;
  private final AtomicBoolean made = new AtomicBoolean();

  /**
   * A handshake with the centre {@code centreId}, in the name of the institution that this
   * terminal's certificates name.
   *
   * @param clock what the centre's certificates are judged by
   */
  public TerminalHandshake(
      CertifiedKeys own, Trust trust, String centreId, SecureRandom random, InstantSource clock) {
    this.own = requireTerminal(own);
    this.trust = trust;
    this.centreId = centreId;
    this.clock = clock;
    this.greeting = Greeting.of(own.certificates());
    this.ephemeral = Sm2PrivateKey.generate(random);
  }

  private static CertifiedKeys requireTerminal(CertifiedKeys own) {
    if (own.certificates().subject().role() != Role.TERMINAL) {
      throw new KeyRejected(
          "Only a terminal calls a centre, and " + own + " has the role of another");
    }
    return own;
  }

  /** The first frame. */
  public byte[] hello() {
    return new ByteWriter()
        .u8(FrameKind.HELLO)
        .bytes(greeting.identity())
        .bytes(ephemeral.publicKey().encoded())
        .bytes(own.certificates().encoded())
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

  /**
   * Takes the centre's response, checks its certificates and its proof, and makes the session,
   * once.
   *
   * @throws CertificateRefused if its certificates are not those of the centre that is meant, or
   *     not in force by this side's clock
   * @throws VersionRefused if it says that it speaks other versions
   * @throws NotAuthentic if it does not prove to have the keys, or there is a session already: a
   *     second one would seal other messages with the keys and the numbers of the first
   */
  public Confirmed confirm(byte[] responseFrame) {
    ByteReader reader = new ByteReader(responseFrame, NotAuthentic::peer);
    int kind = reader.u8();
    if (kind == FrameKind.VERSIONS) {
      throw otherVersions(reader);
    }
    if (kind != FrameKind.RESPONSE) {
      throw NotAuthentic.peer();
    }
    Sm2PublicKey centreEphemeral = point(reader);
    byte[] confirmation = reader.bytes(CONFIRMATION_BYTES);
    CertificatePair centre = certificates(responseFrame, reader, trust);
    requireCentre(centre, clock.instant());
    Sm2Agreement.Agreed agreed =
        Sm2Agreement.conclude(
            own.keys().encryption().agreeWith(ephemeral, greeting.boundId(own.certificates())),
            new Sm2Agreement.Peer(
                centre.identity().encryption().key(), centreEphemeral, Greeting.boundIdOf(centre)),
            confirmation,
            Session.SECRET_BYTES);
    Session.requireFirst(made);
    byte[] frame = new ByteWriter().u8(FrameKind.CONFIRM).bytes(agreed.confirmation()).toBytes();
    return new Confirmed(
        frame,
        Session.ofTerminal(
            new PeerInfo(centre, new Standing.Good(), greeting.institutionCode()),
            agreed.secret(),
            ephemeral.publicKey(),
            centreEphemeral));
  }

  private void requireCentre(CertificatePair centre, Instant now) {
    trust.requireGood(centre, Role.CENTRE, now);
    if (!centre.identity().partyId().equals(centreId)) {
      throw new CertificateRefused(
          Kind.WRONG_PARTY,
          "The centre's certificates",
          "the centre " + centre.identity().partyId(),
          "the centre " + centreId);
    }
  }

  /** A centre that claims this very version and does not answer in it is none. */
  private static RuntimeException otherVersions(ByteReader reader) {
    int lowest = reader.u8();
    int highest = reader.u8();
    reader.end();
    boolean ours = lowest <= EnvelopeHeader.VERSION && EnvelopeHeader.VERSION <= highest;
    return lowest > highest || ours
        ? NotAuthentic.peer()
        : VersionRefused.byCentre(EnvelopeHeader.VERSION, lowest, highest);
  }

  /** The certificates, which are all that is left of a frame. */
  static CertificatePair certificates(byte[] frame, ByteReader reader, Trust trust) {
    return trust.recognise(Arrays.copyOfRange(frame, reader.position(), frame.length));
  }

  static Sm2PublicKey point(ByteReader reader) {
    try {
      return Sm2PublicKey.decode(reader.bytes(POINT_BYTES));
    } catch (KeyRejected e) {
      throw NotAuthentic.peer();
    }
  }
}
