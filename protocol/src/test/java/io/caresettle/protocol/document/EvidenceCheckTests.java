package io.caresettle.protocol.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.PartyCertificate;
import io.caresettle.protocol.certificate.Revocation;
import io.caresettle.protocol.certificate.RevocationReason;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.wire.Evidence;
import io.caresettle.protocol.wire.ReversalDocument;
import io.caresettle.protocol.wire.ReversalReceipt;
import io.caresettle.protocol.wire.SignedDocument;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Evidence proves who signed, by the certificate as of the time of signing")
class EvidenceCheckTests {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant SIGNED = Instant.parse("2026-05-04T02:03:04.567Z");
  private static final Instant AUTUMN = Instant.parse("2026-10-01T00:00:00Z");
  private static final Validity HALF_A_YEAR = new Validity(SPRING, AUTUMN);
  private static final Validity LONG = new Validity(SPRING, Instant.parse("2040-01-01T00:00:00Z"));

  private static final CertificateAuthority ROOT = root("root", TrustProfile.PRODUCTION);
  private static final CertificateAuthority CITY =
      ROOT.below("city", new SigningPair(Sm2PrivateKey.generate(RANDOM)), LONG, RANDOM);
  private static final PartyKeys TILL = PartyKeys.generate("TILL-3", RANDOM);
  private static final CertificatePair TILLS =
      CITY.issue(Subject.terminal("TILL-3", "H0001"), TILL.identity(), HALF_A_YEAR, RANDOM);

  private static final ReversalDocument REVERSAL =
      ReversalDocument.newBuilder()
          .setMessageId("M2")
          .setOriginalMessageId("M1")
          .setInstitutionCode("H0001")
          .setBillNumber("B1")
          .setTimeMillis(SIGNED.toEpochMilli())
          .build();

  private static CertificateAuthority root(String name, TrustProfile profile) {
    return CertificateAuthority.root(
        name, new SigningPair(Sm2PrivateKey.generate(RANDOM)), profile, LONG, RANDOM);
  }

  private static Trust trust() {
    return Trust.in(TrustProfile.PRODUCTION, List.of(ROOT.certificate()));
  }

  private static Evidence evidence(
      PartyKeys signer, CertificatePair certificates, DocumentContext context, Message document) {
    Evidence.Builder evidence =
        Evidence.newBuilder()
            .setSigned(Documents.sign(signer, context, document))
            .setContext(context.text())
            .setKeptAtMillis(SIGNED.plusMillis(5).toEpochMilli());
    evidence.addCertificates(der(certificates.signing()));
    certificates.authorities().forEach(each -> evidence.addCertificates(der(each)));
    return evidence.addCertificates(der(ROOT.certificate())).build();
  }

  private static ByteString der(PartyCertificate certificate) {
    return ByteString.copyFrom(certificate.encoded());
  }

  private static Evidence ofTheTill() {
    return evidence(TILL, TILLS, DocumentContext.REVERSAL, REVERSAL);
  }

  private static void assertRefused(Kind kind, Trust trust, Evidence evidence) {
    CertificateRefused refused =
        assertThrows(CertificateRefused.class, () -> EvidenceCheck.with(trust).check(evidence));
    assertEquals(kind, refused.kind(), refused.getMessage());
  }

  @Test
  void whoSignedWhatWhenAndUnderWhichRootIsSaid() {
    Evidence read = EvidenceCheck.read(ofTheTill().toByteArray());
    Proven proven = EvidenceCheck.with(trust()).check(read);
    assertEquals(REVERSAL, proven.document());
    assertEquals("TILL-3", proven.signer().partyId());
    assertEquals("root", proven.root().partyId());
    assertEquals(SIGNED, proven.at());
    assertEquals(SIGNED, proven.signedAt().orElseThrow());
    assertEquals(SIGNED.plusMillis(5), proven.keptAt().orElseThrow());
  }

  @Test
  void aCertificateThatExpiredLaterStillProvesAndOneThatHadExpiredDoesNot() {
    assertEquals(SIGNED, EvidenceCheck.with(trust()).check(ofTheTill()).at());
    Instant late = AUTUMN.plus(Duration.ofDays(1));
    ReversalDocument after = REVERSAL.toBuilder().setTimeMillis(late.toEpochMilli()).build();
    assertRefused(Kind.EXPIRED, trust(), evidence(TILL, TILLS, DocumentContext.REVERSAL, after));
    CertificateRefused refused =
        assertThrows(
            CertificateRefused.class, () -> EvidenceCheck.with(trust()).check(ofTheTill(), late));
    assertEquals(Kind.EXPIRED, refused.kind());
  }

  @Test
  void revokedAfterwardsItStillProvesRevokedBeforeItDoesNot() {
    Trust later = revoking(SIGNED.plusSeconds(60));
    assertEquals("TILL-3", EvidenceCheck.with(later).check(ofTheTill()).signer().partyId());
    assertRefused(Kind.REVOKED, revoking(SIGNED.minusSeconds(60)), ofTheTill());
  }

  @Test
  void aStolenKeyCannotWriteItselfATimeBeforeTheTheft() {
    Trust stolen = revoking(SIGNED.plusSeconds(60));
    Evidence backdated =
        ofTheTill().toBuilder().setKeptAtMillis(SIGNED.plusSeconds(3600).toEpochMilli()).build();
    assertRefused(Kind.REVOKED, stolen, backdated);
    Proven anchored = EvidenceCheck.with(stolen).check(backdated, SIGNED.plusSeconds(1));
    assertEquals(SIGNED.plusSeconds(1), anchored.at());
  }

  @Test
  void aRevokedKeyProvesNothingByItsOwnWordForTheTimeAlone() {
    Trust stolen = revoking(SIGNED.plusSeconds(60));
    Evidence undated = ofTheTill().toBuilder().clearKeptAtMillis().build();
    assertRefused(Kind.REVOKED, stolen, undated);
    assertEquals(
        SIGNED.plusSeconds(1),
        EvidenceCheck.with(stolen).check(undated, SIGNED.plusSeconds(1)).at());
    assertEquals(SIGNED, EvidenceCheck.with(trust()).check(undated).at());
  }

  private static Trust revoking(Instant since) {
    Trust trust = trust();
    trust.accept(
        CITY.revoke(
            7,
            since,
            since.plus(Duration.ofDays(30)),
            List.of(
                new Revocation(TILLS.signing().serial(), since, RevocationReason.KEY_COMPROMISE))),
        EvidenceCheck.authorities(ofTheTill()));
    return trust;
  }

  @Test
  void oneBitOfDocumentOrSignatureAndItIsNotAuthentic() {
    SignedDocument signed = ofTheTill().getSigned();
    for (int bit = 0; bit < signed.getDocument().size() * 8; bit += 7) {
      SignedDocument turned =
          signed.toBuilder().setDocument(turned(signed.getDocument(), bit)).build();
      assertNotAuthentic(ofTheTill().toBuilder().setSigned(turned).build());
    }
    for (int bit = 0; bit < signed.getSignature().size() * 8; bit += 7) {
      SignedDocument turned =
          signed.toBuilder().setSignature(turned(signed.getSignature(), bit)).build();
      assertNotAuthentic(ofTheTill().toBuilder().setSigned(turned).build());
    }
  }

  private static ByteString turned(ByteString bytes, int bit) {
    byte[] copy = bytes.toByteArray();
    copy[bit / 8] ^= (byte) (1 << (bit % 8));
    return ByteString.copyFrom(copy);
  }

  private static void assertNotAuthentic(Evidence evidence) {
    assertThrows(NotAuthentic.class, () -> EvidenceCheck.with(trust()).check(evidence));
  }

  @Test
  void aSignatureForOnePurposeIsNoneForAnother() {
    assertNotAuthentic(
        ofTheTill().toBuilder().setContext(DocumentContext.CANCELLATION.text()).build());
    Evidence unknown = ofTheTill().toBuilder().setContext("CareSettle settlement v9").build();
    assertThrows(MessageRejected.class, () -> EvidenceCheck.with(trust()).check(unknown));
  }

  @Test
  void aTerminalSignsNoReceiptAndTheCentreNoReversal() {
    ReversalReceipt receipt =
        ReversalReceipt.newBuilder()
            .setBillNumber("B1")
            .setUndoneAtMillis(SIGNED.toEpochMilli())
            .build();
    assertRefused(
        Kind.WRONG_ROLE, trust(), evidence(TILL, TILLS, DocumentContext.REVERSAL_RECEIPT, receipt));
    PartyKeys centre = PartyKeys.generate("CENTRE", RANDOM);
    CertificatePair centres = ROOT.issue(Subject.centre("CENTRE"), centre.identity(), LONG, RANDOM);
    assertRefused(
        Kind.WRONG_ROLE, trust(), evidence(centre, centres, DocumentContext.REVERSAL, REVERSAL));
    assertEquals(
        "CENTRE",
        EvidenceCheck.with(trust())
            .check(evidence(centre, centres, DocumentContext.REVERSAL_RECEIPT, receipt))
            .signer()
            .partyId());
  }

  @Test
  void aTerminalDoesNotSpeakForAnotherInstitution() {
    ReversalDocument foreign = REVERSAL.toBuilder().setInstitutionCode("H0002").build();
    assertRefused(
        Kind.WRONG_INSTITUTION, trust(), evidence(TILL, TILLS, DocumentContext.REVERSAL, foreign));
  }

  @Test
  void aRootThatCameAlongProvesNothing() {
    Trust other =
        Trust.in(
            TrustProfile.PRODUCTION,
            List.of(root("another", TrustProfile.PRODUCTION).certificate()));
    assertRefused(Kind.UNKNOWN_ROOT, other, ofTheTill());
  }

  @Test
  void theKeyThatOpensEnvelopesSignsNothing() {
    Evidence swapped = ofTheTill().toBuilder().setCertificates(0, der(TILLS.encryption())).build();
    assertRefused(Kind.WRONG_PURPOSE, trust(), swapped);
    assertRefused(Kind.MALFORMED, trust(), ofTheTill().toBuilder().clearCertificates().build());
  }

  @Test
  void aTestCertificateProvesNothingInProduction() {
    CertificateAuthority tests = root("tests", TrustProfile.TEST);
    CertificatePair pair =
        tests.issue(Subject.terminal("TILL-3", "H0001"), TILL.identity(), LONG, RANDOM);
    assertRefused(
        Kind.TEST_IN_PRODUCTION, trust(), evidence(TILL, pair, DocumentContext.REVERSAL, REVERSAL));
  }
}
