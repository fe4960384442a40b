package io.caresettle.protocol.certificate;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.jspecify.annotations.Nullable;

/** What stands in a certificate, read once and strictly. */
final class CertificateContent {

  private static final int MAX_SERIAL_BITS = 159;
  private static final int UNBOUNDED = Integer.MAX_VALUE;

  private final Subject subject;
  private final Subject issuer;
  private final Purpose purpose;
  private final Validity validity;
  private final String serial;
  private final Sm2PublicKey publicKey;
  private final boolean test;
  private final byte[] besideDigest;
  private final int authoritiesBelow;
  private final byte[] signedPart;
  private final byte[] signature;

  private CertificateContent(
      String what, Subject subject, Certificate certificate, ASN1Primitive value) {
    TBSCertificate signed = certificate.getTBSCertificate();
    Der.requireSm2WithSm3(what, certificate.getSignatureAlgorithm(), signed.getSignature());
    this.subject = subject;
    issuer = SubjectName.read(signed.getIssuer());
    serial = signed.getSerialNumber().getValue().toString(16);
    validity =
        new Validity(
            Der.instant(what, signed.getStartDate()), Der.instant(what, signed.getEndDate()));
    publicKey = Der.publicKey(what, signed.getSubjectPublicKeyInfo());
    Extensions extensions = signed.getExtensions();
    requireKnown(what, extensions);
    purpose = purpose(what, extensions);
    authoritiesBelow = authoritiesBelow(what, purpose, extensions);
    test = isTest(what, extensions);
    besideDigest = besideDigest(what, extensions);
    signedPart = Der.signedPart(value);
    signature = certificate.getSignature().getOctets();
    if ((purpose == Purpose.AUTHORITY) != (subject.role() == Role.AUTHORITY)
        || issuer.role() != Role.AUTHORITY) {
      throw new CertificateRefused(
          Kind.WRONG_PURPOSE,
          what,
          "a key for " + purpose + " of a party with the role " + subject.role(),
          "AUTHORITY in both places or in neither, and an authority as issuer");
    }
  }

  static CertificateContent read(byte[] der) {
    String what = "A certificate";
    var value = Der.decode(what, der, PartyCertificate.MAX_BYTES);
    return Der.strictly(what, () -> read(what, Certificate.getInstance(value), value));
  }

  private static CertificateContent read(
      String what, Certificate certificate, ASN1Primitive value) {
    TBSCertificate signed = certificate.getTBSCertificate();
    BigInteger number = signed.getSerialNumber().getValue();
    boolean plain =
        signed.getVersionNumber() == 3
            && number.signum() > 0
            && number.bitLength() <= MAX_SERIAL_BITS
            && signed.getIssuerUniqueId() == null
            && signed.getSubjectUniqueId() == null
            && signed.getExtensions() != null;
    if (!plain) {
      throw Der.malformed(what, "another version or serial, or unique ids, or no extensions");
    }
    Subject subject = SubjectName.read(signed.getSubject());
    String named = "The certificate of " + subject.partyId() + ", serial " + number.toString(16);
    return Der.strictly(named, () -> new CertificateContent(named, subject, certificate, value));
  }

  private static void requireKnown(String what, Extensions extensions) {
    for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
      boolean known =
          critical.equals(Extension.keyUsage)
              || critical.equals(Extension.basicConstraints)
              || critical.equals(Extension.certificatePolicies);
      if (!known) {
        throw new CertificateRefused(
            Kind.UNKNOWN_EXTENSION,
            what,
            "the critical extension " + critical,
            "none but key usage, basic constraints and policies");
      }
    }
  }

  private static Purpose purpose(String what, Extensions extensions) {
    Extension usage = extensions.getExtension(Extension.keyUsage);
    if (usage != null && usage.isCritical()) {
      var found = Der.valueOf(what, usage);
      for (Purpose purpose : Purpose.values()) {
        if (purpose.keyUsage().toASN1Primitive().equals(found)) {
          return purpose;
        }
      }
    }
    throw new CertificateRefused(
        Kind.WRONG_PURPOSE,
        what,
        "no critical key usage, or a mixture",
        "the key usage of signing, of encryption or of an authority");
  }

  private static int authoritiesBelow(String what, Purpose purpose, Extensions extensions) {
    Extension extension = extensions.getExtension(Extension.basicConstraints);
    boolean authority = purpose == Purpose.AUTHORITY;
    if (extension == null && !authority) {
      return 0;
    }
    BasicConstraints constraints =
        extension == null
            ? new BasicConstraints(false)
            : BasicConstraints.getInstance(Der.valueOf(what, extension));
    if (constraints.isCA() != authority || (authority && !isCritical(extension))) {
      throw new CertificateRefused(
          Kind.WRONG_PURPOSE,
          what,
          "basic constraints that do not fit the key usage",
          "critical ones that say CA with an authority, and with nobody else");
    }
    BigInteger below = constraints.getPathLenConstraint();
    return below == null ? UNBOUNDED : below.intValueExact();
  }

  private static boolean isCritical(@Nullable Extension extension) {
    return extension != null && extension.isCritical();
  }

  private static boolean isTest(String what, Extensions extensions) {
    Extension extension = extensions.getExtension(Extension.certificatePolicies);
    return extension != null
        && Arrays.stream(
                CertificatePolicies.getInstance(Der.valueOf(what, extension))
                    .getPolicyInformation())
            .anyMatch(policy -> policy.getPolicyIdentifier().equals(Der.TEST_POLICY));
  }

  private static byte[] besideDigest(String what, Extensions extensions) {
    Extension extension = extensions.getExtension(Der.SIGNING_KEY);
    return extension == null
        ? new byte[0]
        : ASN1OctetString.getInstance(Der.valueOf(what, extension)).getOctets();
  }

  Subject subject() {
    return subject;
  }

  Subject issuer() {
    return issuer;
  }

  Purpose purpose() {
    return purpose;
  }

  Validity validity() {
    return validity;
  }

  String serial() {
    return serial;
  }

  Sm2PublicKey publicKey() {
    return publicKey;
  }

  boolean test() {
    return test;
  }

  int authoritiesBelow() {
    return authoritiesBelow;
  }

  /** The digest of the signing key that this was issued with; empty if it does not say. */
  byte[] besideDigest() {
    return besideDigest;
  }

  byte[] signedPart() {
    return signedPart;
  }

  byte[] signature() {
    return signature;
  }
}
