package io.caresettle.protocol.certificate;

import io.caresettle.protocol.keys.SigningKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import io.caresettle.protocol.sm.Sm3;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * An X.509 certificate: somebody's word that a key belongs to a party, for one purpose and a time.
 *
 * <p>An object exists only if the bytes are a certificate as this protocol has them. Whether its
 * signature fits and whether anybody trusts its issuer is what {@link Trust} finds out.
 */
public final class PartyCertificate {

  /** The longest certificate, in DER. */
  public static final int MAX_BYTES = 1536;

  static final String LABEL = "CERTIFICATE";

  private final byte[] encoded;
  private final CertificateContent content;
  private final String fingerprint;

  private PartyCertificate(byte[] encoded, CertificateContent content) {
    this.encoded = encoded;
    this.content = content;
    this.fingerprint = HexFormat.of().formatHex(Sm3.digest(encoded));
  }

  /**
   * Reads a certificate.
   *
   * @param der at most {@value #MAX_BYTES} bytes
   * @throws io.caresettle.protocol.CertificateRefused unless it is one that this protocol has
   */
  public static PartyCertificate decode(byte[] der) {
    return new PartyCertificate(der.clone(), CertificateContent.read(der));
  }

  /** Reads the only certificate in a PEM text. */
  public static PartyCertificate parsePem(String pem) {
    return decode(Pem.one("A certificate", LABEL, pem));
  }

  /** Reads all certificates in a PEM text, in their order; there may be none. */
  public static List<PartyCertificate> parseAllPem(String pem) {
    return Pem.all("A file of certificates", LABEL, pem).stream()
        .map(PartyCertificate::decode)
        .toList();
  }

  /** The DER bytes. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** The certificate as PEM. */
  public String pem() {
    return Pem.write(LABEL, encoded);
  }

  /** Whom it speaks of. */
  public Subject subject() {
    return content.subject();
  }

  public String partyId() {
    return subject().partyId();
  }

  public Role role() {
    return subject().role();
  }

  /** Empty for a centre and for an authority. */
  public String institutionCode() {
    return subject().institutionCode();
  }

  /** Who gave it. */
  public Subject issuer() {
    return content.issuer();
  }

  /** What the key is for. */
  public Purpose purpose() {
    return content.purpose();
  }

  public Validity validity() {
    return content.validity();
  }

  /** The number under which its issuer knows it: lower-case hex, without leading zeros. */
  public String serial() {
    return content.serial();
  }

  public Sm2PublicKey publicKey() {
    return content.publicKey();
  }

  /** Whether it says of itself that no real money may depend on it. */
  public boolean isTest() {
    return content.test();
  }

  /** The SM3 digest of the DER bytes, 64 hex digits: what people compare. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Whether the key of {@code authority} made this certificate's signature. */
  boolean isSignedBy(PartyCertificate authority) {
    return Der.verifies(
        new SigningKey(authority.publicKey()), content.signedPart(), content.signature());
  }

  /** Whether this was issued for an encryption key together with the key of {@code signing}. */
  boolean wasIssuedWith(PartyCertificate signing) {
    return Arrays.equals(content.besideDigest(), Sm3.digest(signing.publicKey().encoded()));
  }

  /** How many authorities may stand below this one. */
  int authoritiesBelow() {
    return content.authoritiesBelow();
  }

  /** How errors name it. */
  String name() {
    return "The "
        + purpose().name().toLowerCase(Locale.ROOT)
        + " certificate of "
        + partyId()
        + ", serial "
        + serial();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PartyCertificate that && fingerprint.equals(that.fingerprint);
  }

  @Override
  public int hashCode() {
    return fingerprint.hashCode();
  }

  @Override
  public String toString() {
    return "PartyCertificate["
        + partyId()
        + ", "
        + purpose()
        + ", serial "
        + serial()
        + ", "
        + validity()
        + (isTest() ? ", TEST]" : "]");
  }
}
