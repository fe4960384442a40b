package io.caresettle.protocol.certificate;

import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PublicKey;
import io.caresettle.protocol.sm.Sm3;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/**
 * Writes the certificates of one issuer.
 *
 * @param test whether they are marked as test
 */
record CertificateWriter(SigningPair signer, Subject issuer, boolean test) {

  private static final int SERIAL_BITS = 127;
  private static final int KEY_ID_BYTES = 20;

  /** What a certificate is to say; {@code authoritiesBelow} counts for an authority alone. */
  record Content(
      Subject subject,
      Sm2PublicKey key,
      Purpose purpose,
      int authoritiesBelow,
      Validity validity,
      Optional<Sm2PublicKey> beside) {

    Content(
        Subject subject,
        Sm2PublicKey key,
        Purpose purpose,
        int authoritiesBelow,
        Validity validity) {
      this(subject, key, purpose, authoritiesBelow, validity, Optional.empty());
    }

    /** An encryption key, and the signing key of the same pair. */
    static Content encryption(
        Subject subject, Sm2PublicKey key, Validity validity, Sm2PublicKey beside) {
      return new Content(subject, key, Purpose.ENCRYPTION, 0, validity, Optional.of(beside));
    }
  }

  PartyCertificate write(Content content, SecureRandom random) {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            SubjectName.write(issuer),
            new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
            Der.time(content.validity().from()),
            Der.time(content.validity().to()),
            SubjectName.write(content.subject()),
            Der.info(content.key()));
    try {
      builder.addExtension(Extension.keyUsage, true, content.purpose().keyUsage());
      if (content.purpose() == Purpose.AUTHORITY) {
        builder.addExtension(
            Extension.basicConstraints, true, new BasicConstraints(content.authoritiesBelow()));
        builder.addExtension(
            Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(content.key())));
      }
      builder.addExtension(Extension.authorityKeyIdentifier, false, authorityKeyId(signer));
      if (content.beside().isPresent()) {
        builder.addExtension(
            Der.SIGNING_KEY, false, new DEROctetString(keyDigest(content.beside().get())));
      }
      if (test) {
        builder.addExtension(
            Extension.certificatePolicies,
            false,
            new CertificatePolicies(new PolicyInformation(Der.TEST_POLICY)));
      }
      return PartyCertificate.decode(builder.build(new Sm2ContentSigner(signer)).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("BouncyCastle could not write a certificate", e);
    }
  }

  static AuthorityKeyIdentifier authorityKeyId(SigningPair signer) {
    return new AuthorityKeyIdentifier(keyId(signer.publicKey().key()));
  }

  private static byte[] keyId(Sm2PublicKey key) {
    return Arrays.copyOf(keyDigest(key), KEY_ID_BYTES);
  }

  private static byte[] keyDigest(Sm2PublicKey key) {
    return Sm3.digest(key.encoded());
  }
}
