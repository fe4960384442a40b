package io.caresettle.protocol.certificate;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.certificate.CertificateWriter.Content;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;

/**
 * Issues certificates and revocation lists, for simulators, for tests, and for a centre that is its
 * own authority.
 *
 * <p>It has no clock and keeps no book: validity, numbers and what is revoked are told to it. What
 * a test root stands above is marked as test, and cannot be otherwise.
 */
public final class CertificateAuthority {

  private final SigningPair key;
  private final PartyCertificate certificate;
  private final List<PartyCertificate> authorities;

  private CertificateAuthority(
      SigningPair key, PartyCertificate certificate, List<PartyCertificate> authorities) {
    this.key = key;
    this.certificate = certificate;
    this.authorities = authorities;
  }

  /** A new root. With {@link TrustProfile#TEST} all below it is marked as test. */
  public static CertificateAuthority root(
      String name, SigningPair key, TrustProfile profile, Validity validity, SecureRandom random) {
    Subject subject = Subject.authority(name);
    PartyCertificate root =
        new CertificateWriter(key, subject, profile == TrustProfile.TEST)
            .write(
                new Content(
                    subject,
                    key.publicKey().key(),
                    Purpose.AUTHORITY,
                    CertificatePair.MAX_AUTHORITIES,
                    validity),
                random);
    return new CertificateAuthority(key, root, List.of());
  }

  /**
   * An authority that exists already.
   *
   * @param authorities from itself upwards, without the root; empty if it is the root
   * @throws KeyRejected if the key is not that of the certificate
   */
  public static CertificateAuthority of(
      SigningPair key, PartyCertificate certificate, List<PartyCertificate> authorities) {
    boolean fits =
        certificate.purpose() == Purpose.AUTHORITY
            && certificate.publicKey().equals(key.publicKey().key())
            && (authorities.isEmpty() || authorities.get(0).equals(certificate));
    if (!fits) {
      throw new KeyRejected(
          "The key is not the one that " + certificate + " certifies for an authority");
    }
    return new CertificateAuthority(key, certificate, List.copyOf(authorities));
  }

  /**
   * A new authority below this one.
   *
   * @throws KeyRejected if as many stand below each other as a pair may bring along
   */
  public CertificateAuthority below(
      String name, SigningPair itsKey, Validity validity, SecureRandom random) {
    if (authorities.size() >= CertificatePair.MAX_AUTHORITIES
        || certificate.authoritiesBelow() == 0) {
      throw new KeyRejected(certificate + " may have no authority below it");
    }
    int further = Math.min(certificate.authoritiesBelow(), CertificatePair.MAX_AUTHORITIES) - 1;
    Sm2PublicKey publicKey = itsKey.publicKey().key();
    PartyCertificate below =
        writer()
            .write(
                new Content(
                    Subject.authority(name), publicKey, Purpose.AUTHORITY, further, validity),
                random);
    List<PartyCertificate> all = new ArrayList<>(List.of(below));
    all.addAll(authorities);
    return new CertificateAuthority(itsKey, below, List.copyOf(all));
  }

  /** This authority's own certificate. */
  public PartyCertificate certificate() {
    return certificate;
  }

  /** From this authority upwards, without the root; empty if this is the root. */
  public List<PartyCertificate> authorities() {
    return authorities;
  }

  /**
   * The two certificates that {@code request} asks for. Whoever calls this has checked who asks.
   */
  public CertificatePair issue(CertificateRequest request, Validity validity, SecureRandom random) {
    return issue(request.subject(), request.identity(), validity, random);
  }

  /**
   * The two certificates of a party whose keys are known.
   *
   * @throws KeyRejected if {@code subject} is an authority or has another party id than the keys
   */
  public CertificatePair issue(
      Subject subject, PartyIdentity keys, Validity validity, SecureRandom random) {
    if (subject.role() == Role.AUTHORITY || !subject.partyId().equals(keys.partyId())) {
      throw new KeyRejected("A pair of certificates is issued to the party that has the keys");
    }
    return new CertificatePair(
        writer()
            .write(
                new Content(subject, keys.signing().key(), Purpose.SIGNING, 0, validity), random),
        writer()
            .write(
                Content.encryption(
                    subject, keys.encryption().key(), validity, keys.signing().key()),
                random),
        authorities);
  }

  /**
   * The list of what is revoked, whole: it replaces the one before.
   *
   * @param number higher than that of every list before
   */
  public RevocationList revoke(
      long number, Instant thisUpdate, Instant nextUpdate, Collection<Revocation> revocations) {
    X509v2CRLBuilder list =
        new X509v2CRLBuilder(SubjectName.write(certificate.subject()), Der.time(thisUpdate));
    list.setNextUpdate(Der.time(nextUpdate));
    for (Revocation revocation : revocations) {
      list.addCRLEntry(
          new BigInteger(revocation.serial(), 16),
          Date.from(revocation.since()),
          RevocationList.code(revocation.reason()));
    }
    try {
      list.addExtension(Extension.cRLNumber, false, new ASN1Integer(number));
      list.addExtension(
          Extension.authorityKeyIdentifier, false, CertificateWriter.authorityKeyId(key));
      return RevocationList.decode(list.build(new Sm2ContentSigner(key)).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("BouncyCastle could not write a revocation list", e);
    }
  }

  private CertificateWriter writer() {
    return new CertificateWriter(key, certificate.subject(), certificate.isTest());
  }

  @Override
  public String toString() {
    return "CertificateAuthority[" + certificate + ", hidden]";
  }
}
