package io.caresettle.protocol.certificate;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.keys.EncryptionKey;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keys.SigningKey;
import io.caresettle.protocol.sm.Sm3;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/**
 * The two certificates of one party (双证书), and the authorities above them, up to but without the
 * root.
 *
 * <p>Both speak of the same party, role and institution, were given by the same authority, and
 * certify different keys; the encryption certificate names the signing key it was issued with. What
 * does not belong together cannot be constructed: whoever stole one pair cannot put half of it
 * beside half of the next.
 */
public final class CertificatePair {

  /** How many authorities may stand between a party and its root. */
  public static final int MAX_AUTHORITIES = 2;

  /** The longest pair, encoded. */
  public static final int MAX_BYTES = (2 + MAX_AUTHORITIES) * PartyCertificate.MAX_BYTES + 4;

  private static final String WHAT = "A pair of certificates";

  private final PartyCertificate signing;
  private final PartyCertificate encryption;
  private final List<PartyCertificate> authorities;
  private final PartyIdentity identity;
  private final Validity validity;
  private final byte[] encoded;

  /**
   * Puts together what belongs together.
   *
   * @param authorities from the issuer of the two upwards; empty if that is the root
   * @throws CertificateRefused if it does not belong together
   */
  public CertificatePair(
      PartyCertificate signing, PartyCertificate encryption, List<PartyCertificate> authorities) {
    this.signing = require(signing, Purpose.SIGNING);
    this.encryption = require(encryption, Purpose.ENCRYPTION);
    this.authorities = List.copyOf(authorities);
    boolean pair =
        signing.subject().equals(encryption.subject())
            && signing.issuer().equals(encryption.issuer())
            && signing.isTest() == encryption.isTest()
            && !signing.publicKey().equals(encryption.publicKey())
            && encryption.wasIssuedWith(signing);
    if (!pair) {
      throw new CertificateRefused(
          Kind.NOT_A_PAIR,
          signing.name(),
          encryption.name() + " beside it",
          "one party, institution, role and issuer, and two keys that were certified together");
    }
    requireChain();
    this.identity =
        new PartyIdentity(
            signing.partyId(),
            new SigningKey(signing.publicKey()),
            new EncryptionKey(encryption.publicKey()));
    this.validity = common(signing, encryption);
    this.encoded = encode();
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @param der at most {@value #MAX_BYTES} bytes
   * @throws CertificateRefused unless it is that
   */
  public static CertificatePair decode(byte[] der) {
    ASN1Primitive value = Der.decode(WHAT, der, MAX_BYTES);
    return Der.strictly(
        WHAT,
        () -> {
          List<PartyCertificate> all = new ArrayList<>();
          for (ASN1Encodable each : ASN1Sequence.getInstance(value)) {
            all.add(PartyCertificate.decode(each.toASN1Primitive().getEncoded()));
          }
          return of(all);
        });
  }

  /** Reads what {@link #pem} wrote. */
  public static CertificatePair parsePem(String pem) {
    return of(PartyCertificate.parseAllPem(pem));
  }

  private static CertificatePair of(List<PartyCertificate> all) {
    if (all.size() < 2) {
      throw Der.malformed(WHAT, all.size() + " certificates, the pair alone makes two");
    }
    return new CertificatePair(all.get(0), all.get(1), all.subList(2, all.size()));
  }

  private static PartyCertificate require(PartyCertificate certificate, Purpose purpose) {
    if (certificate.purpose() != purpose) {
      throw new CertificateRefused(
          Kind.WRONG_PURPOSE,
          certificate.name(),
          "a key for " + certificate.purpose(),
          "a key for " + purpose);
    }
    return certificate;
  }

  private void requireChain() {
    if (authorities.size() > MAX_AUTHORITIES) {
      throw Der.malformed(
          signing.name(), authorities.size() + " authorities above it, at most " + MAX_AUTHORITIES);
    }
    PartyCertificate below = signing;
    for (PartyCertificate authority : authorities) {
      require(authority, Purpose.AUTHORITY);
      if (!authority.subject().equals(below.issuer())) {
        throw new CertificateRefused(
            Kind.NOT_A_PAIR, below.name(), authority.name() + " above it", "its issuer");
      }
      below = authority;
    }
  }

  private static Validity common(PartyCertificate one, PartyCertificate other) {
    return Der.strictly(one.name(), () -> one.validity().and(other.validity()));
  }

  private byte[] encode() {
    ASN1EncodableVector all = new ASN1EncodableVector();
    all.add(primitive(signing));
    all.add(primitive(encryption));
    authorities.forEach(authority -> all.add(primitive(authority)));
    return Der.encode(new DERSequence(all));
  }

  private static ASN1Primitive primitive(PartyCertificate certificate) {
    return Der.decode(WHAT, certificate.encoded(), PartyCertificate.MAX_BYTES);
  }

  public PartyCertificate signing() {
    return signing;
  }

  public PartyCertificate encryption() {
    return encryption;
  }

  /** From the issuer of the two upwards, without the root. */
  public List<PartyCertificate> authorities() {
    return authorities;
  }

  /** The party and its two keys, as documents and key ids have them. */
  public PartyIdentity identity() {
    return identity;
  }

  /** Whom both certificates speak of. */
  public Subject subject() {
    return signing.subject();
  }

  /** When both are valid. */
  public Validity validity() {
    return validity;
  }

  /**
   * What a list must say to take this pair back: a line for each of the two.
   *
   * @param since from when on they prove nothing
   */
  public List<Revocation> revocations(Instant since, RevocationReason reason) {
    return List.of(
        new Revocation(signing.serial(), since, reason),
        new Revocation(encryption.serial(), since, reason));
  }

  /** Whether the two are test certificates. */
  public boolean isTest() {
    return signing.isTest();
  }

  /** A DER sequence of the signing certificate, the encryption certificate, the authorities. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** The SM3 digest of {@link #encoded}, 64 hex digits. */
  public String fingerprint() {
    return HexFormat.of().formatHex(Sm3.digest(encoded));
  }

  /** The certificates as PEM, in the order of {@link #encoded}. */
  public String pem() {
    StringBuilder pem = new StringBuilder(signing.pem()).append(encryption.pem());
    authorities.forEach(authority -> pem.append(authority.pem()));
    return pem.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CertificatePair that && fingerprint().equals(that.fingerprint());
  }

  @Override
  public int hashCode() {
    return signing.hashCode();
  }

  @Override
  public String toString() {
    return "CertificatePair["
        + signing.partyId()
        + ", key id "
        + identity.keyId()
        + ", "
        + validity
        + (isTest() ? ", TEST]" : "]");
  }
}
