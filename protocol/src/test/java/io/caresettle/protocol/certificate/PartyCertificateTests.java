package io.caresettle.protocol.certificate;

import static io.caresettle.protocol.certificate.TestAuthority.RANDOM;
import static io.caresettle.protocol.certificate.TestAuthority.YEAR;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A certificate")
class PartyCertificateTests {

  private static final TestAuthority AUTHORITY = new TestAuthority(TrustProfile.TEST);
  private static final Subject TILL = Subject.terminal("TILL-1", "P00000000001");
  private static final CertifiedKeys CERTIFIED = AUTHORITY.certified(TILL);
  private static final CertificatePair PAIR = CERTIFIED.certificates();

  @Test
  void saysWhoseKeyItIsForWhatAndWhen() {
    PartyCertificate signing = PAIR.signing();

    assertEquals("TILL-1", signing.partyId());
    assertEquals(Role.TERMINAL, signing.role());
    assertEquals("P00000000001", signing.institutionCode());
    assertEquals("ISSUING", signing.issuer().partyId());
    assertEquals(Purpose.SIGNING, signing.purpose());
    assertEquals(Purpose.ENCRYPTION, PAIR.encryption().purpose());
    assertEquals(YEAR, signing.validity());
    assertTrue(signing.isTest());
    assertEquals(CERTIFIED.keys().identity(), PAIR.identity());
    assertEquals(64, signing.fingerprint().length());
  }

  @Test
  void comesBackFromItsBytesAndFromItsText() {
    for (PartyCertificate each : List.of(PAIR.signing(), AUTHORITY.root().certificate())) {
      assertEquals(each, PartyCertificate.decode(each.encoded()));
      assertArrayEquals(each.encoded(), PartyCertificate.parsePem(each.pem()).encoded());
    }
    assertEquals(PAIR, CertificatePair.decode(PAIR.encoded()));
    assertEquals(PAIR, CertificatePair.parsePem("Explanation\n" + PAIR.pem()));
    assertEquals(List.of(AUTHORITY.issuing().certificate()), PAIR.authorities());
  }

  @Test
  void fitsItsBoundsWithTheLongestNames() {
    Subject longest = Subject.terminal("T".repeat(64), "P".repeat(32));
    CertificateAuthority above =
        CertificateAuthority.root(
                "R".repeat(64), TestAuthority.signing(), TrustProfile.TEST, YEAR, RANDOM)
            .below("A".repeat(64), TestAuthority.signing(), YEAR, RANDOM)
            .below("B".repeat(64), TestAuthority.signing(), YEAR, RANDOM);
    PartyKeys keys = PartyKeys.generate(longest.partyId(), RANDOM);

    CertificatePair pair = above.issue(longest, keys.identity(), YEAR, RANDOM);

    assertEquals(2, pair.authorities().size());
    assertTrue(pair.signing().encoded().length * 2 < PartyCertificate.MAX_BYTES);
    assertEquals(pair, CertificatePair.decode(pair.encoded()));
  }

  @Test
  void isNeverTakenForAnotherWhenAnyOfItsBytesIsDamaged() {
    Trust trust = AUTHORITY.trust();
    byte[] der = PAIR.signing().encoded();
    for (int at = 0; at < der.length; at++) {
      for (int flip : new int[] {1, 0x80, 0xff}) {
        byte[] damaged = der.clone();
        damaged[at] ^= (byte) flip;
        String where = "byte " + at + " xor " + flip;
        assertThrows(
            CertificateRefused.class,
            () ->
                trust.recognise(
                    new CertificatePair(
                            PartyCertificate.decode(damaged), PAIR.encryption(), PAIR.authorities())
                        .encoded()),
            where);
      }
    }
  }

  @Test
  void isReadInOneEncodingOnly() {
    byte[] der = PAIR.signing().encoded();
    refused(Kind.MALFORMED, Arrays.copyOf(der, der.length - 1));
    refused(Kind.MALFORMED, Arrays.copyOf(der, der.length + 1));
    refused(Kind.MALFORMED, new byte[0]);
    refused(Kind.MALFORMED, new byte[PartyCertificate.MAX_BYTES + 1]);
    byte[] indefinite = new byte[der.length + 2];
    System.arraycopy(der, 0, indefinite, 0, der.length);
    indefinite[1] = (byte) 0x80;
    refused(Kind.MALFORMED, indefinite);
  }

  @Test
  void ofManyNestedNothingsIsMalformedAndNothingWorse() {
    byte[] nested = new byte[RevocationList.MAX_BYTES];
    for (int i = 0; i + 1 < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }
    assertThrows(CertificateRefused.class, () -> RevocationList.decode(nested));
    refused(Kind.MALFORMED, Arrays.copyOf(nested, PartyCertificate.MAX_BYTES));
  }

  @Test
  void namesTheCertificateAndWhoseTurnItIs() {
    CertificateRefused refusal =
        assertThrows(
            CertificateRefused.class,
            () -> CertificatePair.parsePem(PAIR.encryption().pem() + PAIR.signing().pem()));

    assertEquals(Kind.WRONG_PURPOSE, refusal.kind());
    assertEquals(
        "The encryption certificate of TILL-1, serial "
            + PAIR.encryption().serial()
            + ": found a key for ENCRYPTION, expected a key for SIGNING: its owner must present the"
            + " certificate of the other key",
        refusal.getMessage());
  }

  @Nested
  @DisplayName("that somebody signed all the same is refused")
  class Forged {

    @Test
    void whenItsKeyIsOfAnotherCurve() throws Exception {
      SubjectPublicKeyInfo nist =
          new SubjectPublicKeyInfo(
              new AlgorithmIdentifier(
                  X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1),
              PAIR.signing().publicKey().encoded());
      refused(Kind.OTHER_CURVE, signed(builder(nist)));
    }

    @Test
    void whenItsKeyIsAPointOffTheCurve() throws Exception {
      byte[] point = PAIR.signing().publicKey().encoded();
      point[64] ^= 1;
      SubjectPublicKeyInfo off =
          new SubjectPublicKeyInfo(Der.info(PAIR.signing().publicKey()).getAlgorithm(), point);
      refused(Kind.POINT_OFF_CURVE, signed(builder(off)));
    }

    @Test
    void whenItHasACriticalExtensionThatNobodyKnows() throws Exception {
      refused(
          Kind.UNKNOWN_EXTENSION,
          signed(
              builder(PAIR.signing().publicKey())
                  .addExtension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE)));
    }

    @Test
    void whenItsKeyUsageIsAMixtureOrNotCritical() throws Exception {
      refused(
          Kind.WRONG_PURPOSE,
          signed(
              builder(PAIR.signing().publicKey())
                  .replaceExtension(
                      Extension.keyUsage,
                      true,
                      new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyAgreement))));
      refused(
          Kind.WRONG_PURPOSE,
          signed(
              builder(PAIR.signing().publicKey())
                  .replaceExtension(Extension.keyUsage, false, Purpose.SIGNING.keyUsage())));
    }

    @Test
    void whenItSaysAuthorityOfWhoIsNone() throws Exception {
      refused(
          Kind.WRONG_PURPOSE,
          signed(
              builder(PAIR.signing().publicKey())
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))));
    }

    private static X509v3CertificateBuilder builder(Sm2PublicKey key) throws Exception {
      return builder(Der.info(key));
    }

    private static X509v3CertificateBuilder builder(SubjectPublicKeyInfo key) throws Exception {
      return new X509v3CertificateBuilder(
              SubjectName.write(AUTHORITY.issuing().certificate().subject()),
              BigInteger.TEN,
              Der.time(YEAR.from()),
              Der.time(YEAR.to()),
              SubjectName.write(TILL),
              key)
          .addExtension(Extension.keyUsage, true, Purpose.SIGNING.keyUsage());
    }

    private static byte[] signed(X509v3CertificateBuilder builder) throws Exception {
      return builder.build(new Sm2ContentSigner(TestAuthority.signing())).getEncoded();
    }
  }

  @Test
  void goesWithItsOwnKeysAlone() {
    CertifiedKeys other = AUTHORITY.certified(TILL);

    KeyRejected refusal =
        assertThrows(KeyRejected.class, () -> new CertifiedKeys(other.keys(), PAIR));

    assertFalse(CERTIFIED.toString().contains("private"), CERTIFIED.toString());
    assertTrue(refusal.toString().contains(other.keys().identity().keyId()));
    CertificateRefused mixed =
        assertThrows(
            CertificateRefused.class,
            () ->
                new CertificatePair(
                    PAIR.signing(),
                    AUTHORITY.certified(Subject.centre("TILL-1")).certificates().encryption(),
                    PAIR.authorities()));
    assertEquals(Kind.NOT_A_PAIR, mixed.kind());
  }

  private static void refused(Kind kind, byte[] der) {
    CertificateRefused refusal =
        assertThrows(CertificateRefused.class, () -> PartyCertificate.decode(der));
    assertEquals(kind, refusal.kind(), refusal.getMessage());
    assertEquals(null, refusal.getCause());
  }
}
