package io.caresettle.protocol.certificate;

import static io.caresettle.protocol.certificate.TestAuthority.DECADE;
import static io.caresettle.protocol.certificate.TestAuthority.NOW;
import static io.caresettle.protocol.certificate.TestAuthority.RANDOM;
import static io.caresettle.protocol.certificate.TestAuthority.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.certificate.Standing.Expired;
import io.caresettle.protocol.certificate.Standing.Good;
import io.caresettle.protocol.certificate.Standing.Revoked;
import io.caresettle.protocol.keys.SigningPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Trust")
class TrustTests {

  private static final TestAuthority AUTHORITY = new TestAuthority(TrustProfile.TEST);
  private static final CertificatePair TILL =
      AUTHORITY.certified(Subject.terminal("TILL-1", "P00000000001")).certificates();
  private static final CertificatePair CENTRE =
      AUTHORITY.certified(Subject.centre("CENTRE")).certificates();
  private static final Duration HOUR = Duration.ofHours(1);

  private final Trust trust = AUTHORITY.trust();

  @Test
  void findsWhatItsRootStandsAboveGood() {
    assertEquals(new Good(), trust.check(TILL, Role.TERMINAL, NOW));
    assertEquals(new Good(), trust.check(CENTRE, Role.CENTRE, NOW));
    assertEquals(TILL, trust.recognise(TILL.encoded()));
  }

  @Test
  void remembersAChainAndReadsItsBytesOnce() {
    CertificatePair first = trust.recognise(TILL.encoded());
    assertSame(first, trust.recognise(TILL.encoded()));
  }

  @Test
  void holdsToTheSecondWhenItBeginsAndEnds() {
    assertEquals(new Good(), trust.check(TILL, Role.TERMINAL, YEAR.from()));
    assertEquals(new Good(), trust.check(TILL, Role.TERMINAL, YEAR.to().plusMillis(999)));
    Instant over = YEAR.to().plusSeconds(1);
    assertEquals(new Expired(over), trust.check(TILL, Role.TERMINAL, over));
    assertEquals(Kind.NOT_YET_VALID, refusal(TILL, Role.TERMINAL, YEAR.from().minusMillis(1)));
  }

  @Test
  void saysThatTheClockMayBeWrongWhenItIsAnHourOff() {
    CertificateRefused early =
        assertThrows(
            CertificateRefused.class,
            () -> trust.requireGood(CENTRE, Role.CENTRE, YEAR.from().minus(HOUR)));
    assertEquals(Kind.NOT_YET_VALID, early.kind());
    CertificateRefused late =
        assertThrows(
            CertificateRefused.class,
            () -> trust.requireGood(CENTRE, Role.CENTRE, YEAR.to().plus(HOUR)));
    assertEquals(Kind.EXPIRED, late.kind());
    for (CertificateRefused each : List.of(early, late)) {
      assertTrue(each.getMessage().contains("this clock, which may be wrong"), each.getMessage());
    }
  }

  @Test
  void refusesARoleThatIsNotMeant() {
    assertEquals(Kind.WRONG_ROLE, refusal(TILL, Role.CENTRE, NOW));
    assertEquals(Kind.WRONG_ROLE, refusal(CENTRE, Role.TERMINAL, NOW));
  }

  @Test
  void refusesWhatAnotherRootStandsAbove() {
    CertificatePair foreign =
        CertificateAuthority.root(
                "OTHER-ROOT", TestAuthority.signing(), TrustProfile.TEST, DECADE, RANDOM)
            .issue(TILL.subject(), TILL.identity(), YEAR, RANDOM);
    assertEquals(Kind.UNKNOWN_ROOT, refusal(foreign, Role.TERMINAL, NOW));
  }

  @Test
  void refusesARootOfTheSameNameWithAnotherKey() {
    CertificatePair forged =
        new TestAuthority(TrustProfile.TEST).certified(TILL.subject()).certificates();
    assertEquals(Kind.BAD_SIGNATURE, refusal(forged, Role.TERMINAL, NOW));
    CertificatePair mixed =
        new CertificatePair(forged.signing(), forged.encryption(), TILL.authorities());
    assertEquals(Kind.BAD_SIGNATURE, refusal(mixed, Role.TERMINAL, NOW));
  }

  @Test
  void refusesMoreAuthoritiesThanTheOneAboveAllows() {
    CertificateAuthority issuing = AUTHORITY.issuing();
    CertificateAuthority lowest = issuing.below("LOWEST", TestAuthority.signing(), YEAR, RANDOM);
    assertThrows(
        KeyRejected.class, () -> lowest.below("TOO-LOW", TestAuthority.signing(), YEAR, RANDOM));
    CertificatePair pair = lowest.issue(TILL.subject(), TILL.identity(), YEAR, RANDOM);
    assertEquals(new Good(), trust.check(pair, Role.TERMINAL, NOW));

    // An authority that may have none below it certifies one all the same.
    SigningPair rogueKey = TestAuthority.signing();
    Subject rogue = Subject.authority("ROGUE");
    SigningPair lastKey = TestAuthority.signing();
    PartyCertificate last =
        new CertificateWriter(AUTHORITY.rootKey(), AUTHORITY.root().certificate().subject(), true)
            .write(
                new CertificateWriter.Content(
                    Subject.authority("LAST"),
                    lastKey.publicKey().key(),
                    Purpose.AUTHORITY,
                    0,
                    YEAR),
                RANDOM);
    PartyCertificate below =
        new CertificateWriter(lastKey, last.subject(), true)
            .write(
                new CertificateWriter.Content(
                    rogue, rogueKey.publicKey().key(), Purpose.AUTHORITY, 0, YEAR),
                RANDOM);
    CertificatePair forged =
        CertificateAuthority.of(rogueKey, below, List.of(below, last))
            .issue(TILL.subject(), TILL.identity(), YEAR, RANDOM);
    assertEquals(Kind.WRONG_PURPOSE, refusal(forged, Role.TERMINAL, NOW));
  }

  @Nested
  @DisplayName("in production")
  class Production {

    @Test
    void refusesTestRootsAndTestCertificates() {
      PartyCertificate testRoot = AUTHORITY.root().certificate();
      CertificateRefused refusal =
          assertThrows(
              CertificateRefused.class, () -> Trust.in(TrustProfile.PRODUCTION, List.of(testRoot)));
      assertEquals(Kind.TEST_IN_PRODUCTION, refusal.kind());

      TestAuthority real = new TestAuthority(TrustProfile.PRODUCTION);
      Trust production = Trust.in(TrustProfile.PRODUCTION, List.of(real.root().certificate()));
      CertificateRefused test =
          assertThrows(CertificateRefused.class, () -> production.check(TILL, Role.TERMINAL, NOW));
      assertEquals(Kind.TEST_IN_PRODUCTION, test.kind());
      CertificatePair good = real.certified(TILL.subject()).certificates();
      assertEquals(new Good(), production.check(good, Role.TERMINAL, NOW));
    }
  }

  @Nested
  @DisplayName("with a revocation list")
  class WithAList {

    private final Instant theft = NOW.minus(HOUR);

    @Test
    void knowsAStolenTerminalFromItsTheftOn() {
      trust.accept(AUTHORITY.list(7, stolen(TILL.signing())), TILL.authorities());

      assertEquals(
          new Revoked(theft, RevocationReason.KEY_COMPROMISE),
          trust.check(TILL, Role.TERMINAL, NOW));
      assertEquals(new Good(), trust.check(TILL, Role.TERMINAL, theft.minusMillis(1)));
      assertEquals(new Good(), trust.check(CENTRE, Role.CENTRE, NOW));
      Instant muchLater = YEAR.to().plus(HOUR);
      assertInstanceOf(Revoked.class, trust.check(TILL, Role.TERMINAL, muchLater));
    }

    @Test
    void revokesThePairWithEitherOfTheTwo() {
      trust.accept(
          AUTHORITY.list(
              7,
              new Revocation(TILL.encryption().serial(), NOW, RevocationReason.SUPERSEDED),
              new Revocation(CENTRE.signing().serial(), NOW, RevocationReason.CESSATION)),
          TILL.authorities());
      assertEquals(
          new Revoked(NOW, RevocationReason.SUPERSEDED), trust.check(TILL, Role.TERMINAL, NOW));
      CertificateRefused refusal =
          assertThrows(CertificateRefused.class, () -> trust.requireGood(CENTRE, Role.CENTRE, NOW));
      assertEquals(Kind.REVOKED, refusal.kind());
    }

    @Test
    void refusesAnotherListOfTheSameNumber() {
      RevocationList list = AUTHORITY.list(7, stolen(TILL.signing()));
      trust.accept(list, TILL.authorities());
      trust.accept(list, TILL.authorities());
      RevocationList other = AUTHORITY.list(7);
      assertThrows(CertificateRefused.class, () -> trust.accept(other, TILL.authorities()));
      assertInstanceOf(Revoked.class, trust.check(TILL, Role.TERMINAL, NOW));
    }

    @Test
    void givesNoGraceToAnExpiredAuthority() {
      assertEquals(Kind.EXPIRED, refusal(TILL, Role.TERMINAL, DECADE.to().plusSeconds(1)));
    }

    @Test
    void leavesAThiefNothingToPutBesideTheReplacement() {
      CertificatePair replacement = AUTHORITY.certified(TILL.subject()).certificates();
      for (var half : TILL.revocations(theft, RevocationReason.KEY_COMPROMISE)) {
        Trust other = AUTHORITY.trust();
        other.accept(AUTHORITY.list(7, half), TILL.authorities());
        assertInstanceOf(Revoked.class, other.check(TILL, Role.TERMINAL, NOW));
      }
      for (var mixed :
          List.of(
              List.of(replacement.signing(), TILL.encryption()),
              List.of(TILL.signing(), replacement.encryption()))) {
        CertificateRefused refusal =
            assertThrows(
                CertificateRefused.class,
                () -> new CertificatePair(mixed.get(0), mixed.get(1), TILL.authorities()));
        assertEquals(Kind.NOT_A_PAIR, refusal.kind());
      }
    }

    @Test
    void refusesAnOlderListOverANewerOne() {
      trust.accept(AUTHORITY.list(7, stolen(TILL.signing())), TILL.authorities());
      CertificateRefused refusal =
          assertThrows(
              CertificateRefused.class, () -> trust.accept(AUTHORITY.list(6), TILL.authorities()));
      assertEquals(Kind.OLDER_LIST, refusal.kind());
      assertInstanceOf(Revoked.class, trust.check(TILL, Role.TERMINAL, NOW));

      trust.accept(AUTHORITY.list(8), TILL.authorities());
      assertEquals(new Good(), trust.check(TILL, Role.TERMINAL, NOW));
    }

    @Test
    void refusesAListThatItsAuthorityDidNotSign() {
      RevocationList forged = new TestAuthority(TrustProfile.TEST).list(9, stolen(TILL.signing()));
      CertificateRefused refusal =
          assertThrows(CertificateRefused.class, () -> trust.accept(forged, TILL.authorities()));
      assertEquals(Kind.BAD_SIGNATURE, refusal.kind());
    }

    @Test
    void givesNoGraceToARevokedAuthority() {
      trust.accept(
          AUTHORITY
              .root()
              .revoke(1, NOW, NOW.plus(HOUR), List.of(stolen(AUTHORITY.issuing().certificate()))));
      assertEquals(Kind.REVOKED, refusal(TILL, Role.TERMINAL, NOW));
    }

    @Test
    void staysInForceWhenTheNextIsLateAndSaysSo() {
      trust.accept(AUTHORITY.list(7, stolen(TILL.signing())), TILL.authorities());
      Instant late = NOW.plus(Duration.ofDays(31));
      assertEquals(List.of(), trust.overdue(NOW));
      assertEquals(1, trust.overdue(late).size());
      assertInstanceOf(Revoked.class, trust.check(TILL, Role.TERMINAL, late));
    }

    @Test
    void comesBackFromItsBytesAndFromItsText() {
      RevocationList list = AUTHORITY.list(7, stolen(TILL.signing()));
      RevocationList again = RevocationList.parsePem(list.pem());
      assertEquals(7, again.number());
      assertEquals(stolen(TILL.signing()), again.find(TILL.signing().serial()).orElseThrow());
      assertEquals(NOW, again.thisUpdate());
    }

    @Test
    void isNeverTakenForAnotherWhenAnyOfItsBytesIsDamaged() {
      byte[] der = AUTHORITY.list(7, stolen(TILL.signing())).encoded();
      for (int at = 0; at < der.length; at++) {
        byte[] damaged = der.clone();
        damaged[at] ^= 1;
        assertThrows(
            CertificateRefused.class,
            () -> trust.accept(RevocationList.decode(damaged), TILL.authorities()),
            "byte " + at);
      }
    }

    private Revocation stolen(PartyCertificate certificate) {
      return new Revocation(certificate.serial(), theft, RevocationReason.KEY_COMPROMISE);
    }
  }

  private Kind refusal(CertificatePair pair, Role role, Instant at) {
    return assertThrows(CertificateRefused.class, () -> trust.check(pair, role, at)).kind();
  }
}
