package io.caresettle.protocol.certificate;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.keys.EncryptionKey;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keys.SigningKey;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/**
 * A party asks for its two certificates: a PKCS#10 request, signed with the signing key.
 *
 * <p>The encryption key stands in an attribute as a SubjectPublicKeyInfo. It signs nothing, not
 * even its own request: whoever answers wraps the answer for it, and so learns that the owner has
 * it. An object exists only if the signature fits.
 */
public final class CertificateRequest {

  /** The longest request, in DER. */
  public static final int MAX_BYTES = 1024;

  private static final String LABEL = "CERTIFICATE REQUEST";
  private static final String WHAT = "A certificate request";

  private final byte[] encoded;
  private final Subject subject;
  private final PartyIdentity identity;

  private CertificateRequest(byte[] encoded, Subject subject, PartyIdentity identity) {
    this.encoded = encoded;
    this.subject = subject;
    this.identity = identity;
  }

  /**
   * A request for the party that has these keys.
   *
   * @throws KeyRejected if {@code subject} has another party id than the keys
   */
  public static CertificateRequest make(Subject subject, PartyKeys keys) {
    if (!subject.partyId().equals(keys.identity().partyId())) {
      throw new KeyRejected("A request is made with the keys of the party that asks");
    }
    byte[] der =
        Der.strictly(
            WHAT,
            () ->
                new PKCS10CertificationRequestBuilder(
                        SubjectName.write(subject), Der.info(keys.identity().signing().key()))
                    .addAttribute(Der.ENCRYPTION_KEY, Der.info(keys.identity().encryption().key()))
                    .build(new Sm2ContentSigner(keys.signing()))
                    .getEncoded());
    return new CertificateRequest(der, subject, keys.identity());
  }

  /**
   * Reads a request.
   *
   * @param der at most {@value #MAX_BYTES} bytes
   * @throws CertificateRefused unless it is one that {@link #make} makes, signed with its own key
   */
  public static CertificateRequest decode(byte[] der) {
    var value = Der.decode(WHAT, der, MAX_BYTES);
    return Der.strictly(
        WHAT, () -> read(der.clone(), CertificationRequest.getInstance(value), value));
  }

  /** Reads the only request in a PEM text. */
  public static CertificateRequest parsePem(String pem) {
    return decode(Pem.one(WHAT, LABEL, pem));
  }

  private static CertificateRequest read(
      byte[] der, CertificationRequest request, ASN1Primitive value) {
    CertificationRequestInfo signed = request.getCertificationRequestInfo();
    Der.requireSm2WithSm3(WHAT, request.getSignatureAlgorithm());
    if (signed.getVersion().intValueExact() != 0 || signed.getAttributes().size() != 1) {
      throw Der.malformed(WHAT, "another version, or other attributes than the encryption key");
    }
    Attribute attribute = Attribute.getInstance(signed.getAttributes().getObjectAt(0));
    boolean one = attribute.getAttrValues().size() == 1;
    if (!one || !attribute.getAttrType().equals(Der.ENCRYPTION_KEY)) {
      throw Der.malformed(WHAT, "other attributes than the encryption key");
    }
    Subject subject = SubjectName.read(signed.getSubject());
    String what = WHAT + " of " + subject.partyId();
    SigningKey signing = new SigningKey(Der.publicKey(what, signed.getSubjectPublicKeyInfo()));
    EncryptionKey encryption =
        new EncryptionKey(
            Der.publicKey(
                what, SubjectPublicKeyInfo.getInstance(attribute.getAttrValues().getObjectAt(0))));
    byte[] signature = request.getSignature().getOctets();
    if (!Der.verifies(signing, Der.signedPart(value), signature)) {
      throw new CertificateRefused(
          Kind.BAD_SIGNATURE, what, "a signature that does not fit", "that of its signing key");
    }
    return new CertificateRequest(
        der, subject, new PartyIdentity(subject.partyId(), signing, encryption));
  }

  /** Who asks, by its own account. */
  public Subject subject() {
    return subject;
  }

  /** The party and its two keys. */
  public PartyIdentity identity() {
    return identity;
  }

  /** The DER bytes. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** The request as PEM. */
  public String pem() {
    return Pem.write(LABEL, encoded);
  }

  @Override
  public String toString() {
    return "CertificateRequest[" + subject + ", key id " + identity.keyId() + "]";
  }
}
