package io.caresettle.protocol.session;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.VersionRefused;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.envelope.ByteReader;
import io.caresettle.protocol.envelope.ByteWriter;
import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.envelope.Names;
import io.caresettle.protocol.sm.Sm3;

/**
 * Who wants to talk: what a hello says of the terminal, whose bytes are what the exchange binds,
 * together with the digest of its certificates.
 */
record Greeting(String terminalId, String keyId, String institutionCode) {

  private static final int TERMINAL = 1;
  private static final int CENTRE = 2;

  /** The longest identity. */
  static final int MAX_BYTES = 3 + 2 * (1 + Names.MAX_PARTY_ID) + 1 + Names.MAX_INSTITUTION;

  static Greeting of(CertificatePair terminal) {
    return new Greeting(
        terminal.identity().partyId(),
        terminal.identity().keyId(),
        terminal.subject().institutionCode());
  }

  byte[] identity() {
    return identity(TERMINAL, terminalId, keyId).name(institutionCode).toBytes();
  }

  /** What the exchange binds of the terminal. */
  byte[] boundId(CertificatePair terminal) {
    return bound(identity(), terminal);
  }

  /**
   * What the exchange binds of the centre. Its identity is not sent: the terminal reads it from the
   * certificates.
   */
  static byte[] boundIdOf(CertificatePair centre) {
    byte[] identity =
        identity(CENTRE, centre.identity().partyId(), centre.identity().keyId()).toBytes();
    return bound(identity, centre);
  }

  private static byte[] bound(byte[] identity, CertificatePair certificates) {
    return new ByteWriter().bytes(identity).bytes(Sm3.digest(certificates.encoded())).toBytes();
  }

  static Greeting read(ByteReader reader) {
    int version = reader.u8();
    if (version != EnvelopeHeader.VERSION) {
      throw VersionRefused.ofTerminal(EnvelopeHeader.VERSION, version);
    }
    if (reader.u8() != EnvelopeHeader.SUITE || reader.u8() != TERMINAL) {
      throw NotAuthentic.peer();
    }
    return new Greeting(
        reader.name(1, Names.MAX_PARTY_ID),
        reader.name(1, Names.MAX_PARTY_ID),
        reader.name(1, Names.MAX_INSTITUTION));
  }

  /** Refuses certificates that do not say what the greeting said. */
  void requireSameAs(CertificatePair certificates) {
    Greeting certified = of(certificates);
    if (equals(certified)) {
      return;
    }
    boolean institution = !institutionCode.equals(certified.institutionCode);
    throw new CertificateRefused(
        institution ? Kind.WRONG_INSTITUTION : Kind.WRONG_PARTY,
        "The certificates of " + certified.terminalId,
        institution
            ? "institution " + certified.institutionCode
            : "key id " + certified.keyId + " of " + certified.terminalId,
        institution ? institutionCode : "key id " + keyId + " of " + terminalId);
  }

  private static ByteWriter identity(int role, String partyId, String keyId) {
    return new ByteWriter()
        .u8(EnvelopeHeader.VERSION)
        .u8(EnvelopeHeader.SUITE)
        .u8(role)
        .name(partyId)
        .name(keyId);
  }
}
