package io.caresettle.protocol.certificate;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.keys.SigningKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.jspecify.annotations.Nullable;

/**
 * Which of an authority's certificates are revoked: an X.509 CRL, signed by that authority.
 *
 * <p>An object exists only if the bytes are a list as this protocol has it; {@link Trust#accept}
 * finds out whether its signature fits.
 */
public final class RevocationList {

  /** The longest list, in DER: some twenty thousand entries. */
  public static final int MAX_BYTES = 1 << 20;

  private static final String LABEL = "X509 CRL";
  private static final String WHAT = "A revocation list";

  private final byte[] encoded;
  private final Subject issuer;
  private final long number;
  private final Instant thisUpdate;
  private final Instant nextUpdate;
  private final Map<String, Revocation> revoked = new HashMap<>();
  private final byte[] signedPart;
  private final byte[] signature;

  private RevocationList(byte[] encoded, CertificateList list, ASN1Primitive value) {
    TBSCertList signed = list.getTBSCertList();
    Der.requireSm2WithSm3(WHAT, list.getSignatureAlgorithm(), signed.getSignature());
    this.encoded = encoded;
    issuer = SubjectName.read(signed.getIssuer());
    if (signed.getVersionNumber() != 2
        || signed.getNextUpdate() == null
        || signed.getExtensions() == null
        || issuer.role() != Role.AUTHORITY) {
      throw Der.malformed(WHAT, "another version, or no next update, or no number");
    }
    thisUpdate = Der.instant(WHAT, signed.getThisUpdate());
    nextUpdate = Der.instant(WHAT, signed.getNextUpdate());
    number = number(signed.getExtensions());
    for (TBSCertList.CRLEntry entry : signed.getRevokedCertificates()) {
      Revocation revocation = revocation(entry);
      if (revoked.put(revocation.serial(), revocation) != null) {
        throw Der.malformed(WHAT, "serial " + revocation.serial() + " twice");
      }
    }
    signedPart = Der.signedPart(value);
    signature = list.getSignature().getOctets();
  }

  /**
   * Reads a list.
   *
   * @param der at most {@value #MAX_BYTES} bytes
   * @throws CertificateRefused unless it is one that this protocol has
   */
  public static RevocationList decode(byte[] der) {
    var value = Der.decode(WHAT, der, MAX_BYTES);
    return Der.strictly(
        WHAT, () -> new RevocationList(der.clone(), CertificateList.getInstance(value), value));
  }

  /** Reads the only list in a PEM text. */
  public static RevocationList parsePem(String pem) {
    return decode(Pem.one(WHAT, LABEL, pem));
  }

  private static long number(Extensions extensions) {
    requireKnown(extensions, Extension.cRLNumber);
    Extension number = extensions.getExtension(Extension.cRLNumber);
    if (number == null) {
      throw Der.malformed(WHAT, "no number");
    }
    BigInteger value = ASN1Integer.getInstance(Der.valueOf(WHAT, number)).getValue();
    if (value.signum() < 0 || value.bitLength() > 63) {
      throw Der.malformed(WHAT, "a number of " + value.bitLength() + " bits, at most 63 are read");
    }
    return value.longValueExact();
  }

  private static Revocation revocation(TBSCertList.CRLEntry entry) {
    return new Revocation(
        entry.getUserCertificate().getValue().toString(16),
        Der.instant(WHAT, entry.getRevocationDate()),
        reason(entry.getExtensions()));
  }

  /** Who gives no reason, or one that is not known here, means the worst. */
  private static RevocationReason reason(@Nullable Extensions extensions) {
    if (extensions == null) {
      return RevocationReason.KEY_COMPROMISE;
    }
    requireKnown(extensions, Extension.reasonCode);
    Extension reason = extensions.getExtension(Extension.reasonCode);
    if (reason == null) {
      return RevocationReason.KEY_COMPROMISE;
    }
    return switch (CRLReason.getInstance(Der.valueOf(WHAT, reason)).getValue().intValueExact()) {
      case CRLReason.superseded -> RevocationReason.SUPERSEDED;
      case CRLReason.cessationOfOperation -> RevocationReason.CESSATION;
      default -> RevocationReason.KEY_COMPROMISE;
    };
  }

  static int code(RevocationReason reason) {
    return switch (reason) {
      case KEY_COMPROMISE -> CRLReason.keyCompromise;
      case SUPERSEDED -> CRLReason.superseded;
      case CESSATION -> CRLReason.cessationOfOperation;
    };
  }

  private static void requireKnown(Extensions extensions, ASN1ObjectIdentifier known) {
    for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
      if (!critical.equals(known)) {
        throw new CertificateRefused(
            Kind.UNKNOWN_EXTENSION,
            WHAT,
            "the critical extension " + critical,
            "none but " + known);
      }
    }
  }

  /** The authority that says so. */
  public Subject issuer() {
    return issuer;
  }

  /** Each list of an authority has a higher number than the one before. */
  public long number() {
    return number;
  }

  public Instant thisUpdate() {
    return thisUpdate;
  }

  /** When there will be another one at the latest. */
  public Instant nextUpdate() {
    return nextUpdate;
  }

  /** What this list says of the certificate with this serial. */
  public Optional<Revocation> find(String serial) {
    return Optional.ofNullable(revoked.get(serial));
  }

  /** All lines, in no particular order. */
  public Collection<Revocation> revocations() {
    return List.copyOf(revoked.values());
  }

  /** The DER bytes. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** The list as PEM. */
  public String pem() {
    return Pem.write(LABEL, encoded);
  }

  boolean isSignedBy(PartyCertificate authority) {
    return Der.verifies(new SigningKey(authority.publicKey()), signedPart, signature);
  }

  /** How errors name it. */
  String name() {
    return "Revocation list " + number + " of " + issuer.partyId();
  }

  @Override
  public String toString() {
    return "RevocationList["
        + issuer.partyId()
        + ", number "
        + number
        + ", "
        + revoked.size()
        + " revoked]";
  }
}
