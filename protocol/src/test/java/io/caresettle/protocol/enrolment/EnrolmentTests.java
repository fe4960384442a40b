package io.caresettle.protocol.enrolment;

import static io.caresettle.protocol.certificate.TestAuthority.NOW;
import static io.caresettle.protocol.certificate.TestAuthority.RANDOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.EnrolmentRefused;
import io.caresettle.protocol.EnrolmentRefused.Kind;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.ExpiryAlarm;
import io.caresettle.protocol.certificate.Revocation;
import io.caresettle.protocol.certificate.RevocationReason;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TestAuthority;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A terminal that enrols")
class EnrolmentTests {

  private static final TestAuthority AUTHORITY = new TestAuthority(TrustProfile.TEST);
  private static final CertifiedKeys CENTRE =
      AUTHORITY.certified(Subject.centre("CENTRE"), TestAuthority.DECADE);
  private static final Subject TILL = Subject.terminal("TILL-1", "P00000000001");
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration WEEK = Duration.ofDays(7);

  private Instant now = NOW;
  private final Trust trust = AUTHORITY.trust();
  private final Invitation invitation =
      new Invitation(
          CENTRE.certificates(),
          List.of(AUTHORITY.root().certificate()),
          List.of("192.0.2.1:7443", "192.0.2.2:7443"));
  private final EnrolmentDesk desk =
      new EnrolmentDesk(
          CENTRE, AUTHORITY.issuing(), trust, YEAR, EnrolmentBook.inMemory(), this::now, RANDOM);

  @Test
  void getsCertificatesForItsKeysAgainstItsCode() {
    ActivationCode code = desk.invite(TILL, WEEK);
    Invitation carried = Invitation.parse(invitation.text().replace("\n", "\r\n"));
    ActivationCode typed =
        ActivationCode.parse(code.text(InsecureSecretAccess.get()).toLowerCase(Locale.ROOT));
    PartyKeys keys = PartyKeys.generate("TILL-1", RANDOM);
    EnrolmentRequest request =
        EnrolmentRequest.make(carried, TrustProfile.TEST, typed, TILL, keys, this::now, RANDOM);

    CertifiedKeys certified = request.complete(desk.answer(request.encoded()));

    assertEquals(TILL, certified.certificates().subject());
    assertEquals(keys.identity(), certified.certificates().identity());
    assertEquals(new Standing.Good(), trust.check(certified.certificates(), Role.TERMINAL, now));
  }

  @Test
  void mayAskAgainUntilTheAnswerComesAndGetsTheSameCertificates() {
    EnrolmentRequest request = request(desk.invite(TILL, WEEK), TILL);
    byte[] lost = desk.answer(request.encoded());
    now = now.plus(Duration.ofDays(8)); // The code has expired meanwhile.
    CertifiedKeys certified = request.complete(desk.answer(request.encoded()));
    assertEquals(request.complete(lost).certificates(), certified.certificates());
  }

  @Test
  void isNotTakenUpAgainWhereTheCentreOfTheInvitationIsGoodNoMore() {
    PartyKeys keys = PartyKeys.generate("TILL-1", RANDOM);
    byte[] sent = {1};
    EnrolmentRequest.sent(sent, invitation, TrustProfile.TEST, TILL, keys, this::now);
    now = TestAuthority.DECADE.to().plusSeconds(1);
    assertThrows(
        CertificateRefused.class,
        () -> EnrolmentRequest.sent(sent, invitation, TrustProfile.TEST, TILL, keys, this::now));
  }

  @Test
  void isRefusedWithAWrongUsedExpiredOrForeignCode() {
    assertEquals(Kind.UNKNOWN_TERMINAL, refusal(request(ActivationCode.generate(RANDOM), TILL)));

    ActivationCode code = desk.invite(TILL, WEEK);
    Subject elsewhere = Subject.terminal("TILL-1", "P00000000002");
    assertEquals(Kind.WRONG_INSTITUTION, refusal(request(code, elsewhere)));
    assertEquals(Kind.WRONG_CODE, refusal(request(ActivationCode.generate(RANDOM), TILL)));

    EnrolmentRequest right = request(code, TILL);
    right.complete(desk.answer(right.encoded()));
    assertEquals(Kind.USED_CODE, refusal(request(code, TILL)));

    ActivationCode late = desk.invite(TILL, WEEK);
    now = now.plus(WEEK);
    assertEquals(Kind.EXPIRED_CODE, refusal(request(late, TILL)));
  }

  @Test
  void cannotGuessForEver() {
    ActivationCode code = desk.invite(TILL, WEEK);
    for (int i = 0; i < EnrolmentDesk.MAX_FAILURES; i++) {
      assertEquals(Kind.WRONG_CODE, refusal(request(ActivationCode.generate(RANDOM), TILL)));
    }
    assertEquals(Kind.TOO_MANY_ATTEMPTS, refusal(request(code, TILL)));
    EnrolmentRequest afresh = request(desk.invite(TILL, WEEK), TILL);
    assertEquals(TILL, afresh.complete(desk.answer(afresh.encoded())).certificates().subject());
  }

  @Test
  void mayAskAgainAlsoWhenSomebodyGuessedMeanwhile() {
    EnrolmentRequest request = request(desk.invite(TILL, WEEK), TILL);
    byte[] lost = desk.answer(request.encoded());
    for (int i = 0; i < EnrolmentDesk.MAX_FAILURES; i++) {
      assertEquals(Kind.WRONG_CODE, refusal(request(ActivationCode.generate(RANDOM), TILL)));
    }
    CertifiedKeys certified = request.complete(desk.answer(request.encoded()));
    assertEquals(request.complete(lost).certificates(), certified.certificates());
  }

  @Test
  void keepsItsCodeAndItsRequestFromEverybodyElse() {
    ActivationCode code = desk.invite(TILL, WEEK);
    EnrolmentRequest request = request(code, TILL);
    assertFalse(code.toString().contains(code.text(InsecureSecretAccess.get())));
    assertFalse(request.toString().contains(code.text(InsecureSecretAccess.get())));
    EnrolmentDesk other =
        new EnrolmentDesk(
            AUTHORITY.certified(Subject.centre("CENTRE")),
            AUTHORITY.issuing(),
            trust,
            YEAR,
            EnrolmentBook.inMemory(),
            this::now,
            RANDOM);
    assertThrows(NotAuthentic.class, () -> other.answer(request.encoded()));
    byte[] answer = desk.answer(request.encoded());
    assertThrows(NotAuthentic.class, () -> request(code, TILL).complete(answer));
  }

  @Test
  void believesNoDamagedRequestOrAnswer() {
    EnrolmentRequest request = request(desk.invite(TILL, WEEK), TILL);
    byte[] encoded = request.encoded();
    byte[] answer = desk.answer(encoded);
    for (int at = 0; at < encoded.length; at++) {
      byte[] damaged = encoded.clone();
      damaged[at] ^= 1;
      assertThrows(ProtocolException.class, () -> desk.answer(damaged), "byte " + at);
    }
    for (int at = 0; at < answer.length; at++) {
      byte[] damaged = answer.clone();
      damaged[at] ^= 1;
      assertThrows(ProtocolException.class, () -> request.complete(damaged), "byte " + at);
    }
    assertThrows(ProtocolException.class, () -> desk.answer(new byte[1 << 20]));
    assertThrows(ProtocolException.class, () -> desk.answer(new byte[0]));
  }

  @Test
  void doesNotTrustATestInvitationInProductionNorAtAWrongTime() {
    ActivationCode code = desk.invite(TILL, WEEK);
    PartyKeys keys = PartyKeys.generate("TILL-1", RANDOM);
    assertEquals(
        CertificateRefused.Kind.TEST_IN_PRODUCTION,
        assertThrows(
                CertificateRefused.class,
                () ->
                    EnrolmentRequest.make(
                        invitation, TrustProfile.PRODUCTION, code, TILL, keys, this::now, RANDOM))
            .kind());
    assertEquals(
        CertificateRefused.Kind.EXPIRED,
        assertThrows(
                CertificateRefused.class,
                () ->
                    EnrolmentRequest.make(
                        invitation,
                        TrustProfile.TEST,
                        code,
                        TILL,
                        keys,
                        () -> NOW.plus(YEAR.multipliedBy(11)),
                        RANDOM))
            .kind());
  }

  @Test
  void renewsWithItsOldKeysWhileTheyAreInForceAndBothAreGoodMeanwhile() {
    EnrolmentRequest first = request(desk.invite(TILL, WEEK), TILL);
    CertifiedKeys old = first.complete(desk.answer(first.encoded()));
    now = now.plus(Duration.ofDays(340));
    assertEquals(
        ExpiryAlarm.Level.RENEW, ExpiryAlarm.of(old.certificates().validity(), now).level());

    EnrolmentRequest renewal = renewal(old);
    CertifiedKeys next = renewal.complete(desk.answer(renewal.encoded()));

    assertNotEquals(old.keys().identity(), next.keys().identity());
    for (CertifiedKeys each : List.of(old, next)) {
      assertEquals(new Standing.Good(), trust.check(each.certificates(), Role.TERMINAL, now));
    }
    assertEquals(
        next.certificates(), renewal.complete(desk.answer(renewal.encoded())).certificates());
  }

  @Test
  void doesNotRenewWithKeysThatAreStolenOrTheSame() {
    EnrolmentRequest first = request(desk.invite(TILL, WEEK), TILL);
    CertifiedKeys old = first.complete(desk.answer(first.encoded()));
    assertThrows(
        KeyRejected.class,
        () ->
            EnrolmentRequest.renew(
                old, old.keys(), CENTRE.certificates(), trust, this::now, RANDOM));
    trust.accept(
        AUTHORITY.list(
            1,
            new Revocation(
                old.certificates().signing().serial(), now, RevocationReason.KEY_COMPROMISE)),
        old.certificates().authorities());
    assertEquals(Kind.NOT_IN_FORCE, refusal(renewal(old)));
  }

  @Test
  void whoseKeysWereStolenEnrolsAgainWithOthersAlone() {
    PartyKeys keys = PartyKeys.generate("TILL-1", RANDOM);
    ActivationCode first = desk.invite(TILL, WEEK);
    CertifiedKeys stolen = enrol(first, keys);
    ActivationCode second = desk.invite(TILL, WEEK);

    EnrolmentRefused refused = assertThrows(EnrolmentRefused.class, () -> enrol(second, keys));

    assertEquals(EnrolmentRefused.Kind.KEYS_NOT_NEW, refused.kind());
    // The code was not spent on them.
    CertifiedKeys fresh = enrol(second, PartyKeys.generate("TILL-1", RANDOM));
    assertNotEquals(stolen.keys().identity(), fresh.keys().identity());
  }

  @Test
  void isRevokedWithAllThatAThiefHadRenewed() {
    CertifiedKeys stolen = enrol(desk.invite(TILL, WEEK), PartyKeys.generate("TILL-1", RANDOM));
    PartyKeys next = PartyKeys.generate("TILL-1", RANDOM);
    EnrolmentRequest renewal =
        EnrolmentRequest.renew(stolen, next, CENTRE.certificates(), trust, this::now, RANDOM);
    CertifiedKeys renewed = renewal.complete(desk.answer(renewal.encoded()));

    Revocation[] all =
        desk.revocations("TILL-1", now, RevocationReason.KEY_COMPROMISE).toArray(new Revocation[0]);
    trust.accept(AUTHORITY.list(1, all), AUTHORITY.issuing().authorities());

    for (CertifiedKeys each : List.of(stolen, renewed)) {
      assertInstanceOf(
          Standing.Revoked.class, trust.check(each.certificates(), Role.TERMINAL, now));
    }
    // Nor does the desk hand them out again.
    EnrolmentRefused refused =
        assertThrows(
            EnrolmentRefused.class, () -> renewal.complete(desk.answer(renewal.encoded())));
    assertEquals(EnrolmentRefused.Kind.NOT_IN_FORCE, refused.kind());
  }

  private CertifiedKeys enrol(ActivationCode code, PartyKeys keys) {
    EnrolmentRequest request =
        EnrolmentRequest.make(invitation, TrustProfile.TEST, code, TILL, keys, this::now, RANDOM);
    return request.complete(desk.answer(request.encoded()));
  }

  @Test
  void saysInTimeThatItsCertificatesEnd() {
    var validity = CENTRE.certificates().validity();
    Instant end = validity.to().plusSeconds(1);
    Duration day = Duration.ofDays(1);
    assertEquals(ExpiryAlarm.Level.FINE, level(end.minus(day.multipliedBy(30)).minusSeconds(1)));
    assertEquals(ExpiryAlarm.Level.RENEW, level(end.minus(day.multipliedBy(30))));
    assertEquals(ExpiryAlarm.Level.RENEW, level(end.minus(day.multipliedBy(7)).minusSeconds(1)));
    assertEquals(ExpiryAlarm.Level.URGENT, level(end.minus(day.multipliedBy(7))));
    assertEquals(ExpiryAlarm.Level.URGENT, level(end.minusMillis(1)));
    assertEquals(ExpiryAlarm.Level.EXPIRED, level(end));
    assertEquals(3, ExpiryAlarm.of(validity, end.minus(day.multipliedBy(3))).days());
  }

  @Test
  void findsTypingMistakesBeforeItAsks() {
    String code = ActivationCode.generate(RANDOM).text(InsecureSecretAccess.get());
    int accepted = 0;
    for (int at = 0; at < code.length(); at++) {
      if (code.charAt(at) == '-') {
        continue;
      }
      char other = code.charAt(at) == '7' ? '8' : '7';
      String mistyped = code.substring(0, at) + other + code.substring(at + 1);
      try {
        ActivationCode.parse(mistyped);
        accepted++;
      } catch (KeyRejected refusal) {
        assertFalse(refusal.getMessage().contains(mistyped));
      }
    }
    assertEquals(0, accepted);
    assertTrue(code.matches("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}"), code);
  }

  private Instant now() {
    return now;
  }

  private static ExpiryAlarm.Level level(Instant at) {
    return ExpiryAlarm.of(CENTRE.certificates().validity(), at).level();
  }

  private EnrolmentRequest request(ActivationCode code, Subject subject) {
    return EnrolmentRequest.make(
        invitation,
        TrustProfile.TEST,
        code,
        subject,
        PartyKeys.generate(subject.partyId(), RANDOM),
        this::now,
        RANDOM);
  }

  private EnrolmentRequest renewal(CertifiedKeys old) {
    return EnrolmentRequest.renew(
        old, PartyKeys.generate("TILL-1", RANDOM), CENTRE.certificates(), trust, this::now, RANDOM);
  }

  private Kind refusal(EnrolmentRequest request) {
    byte[] answer = desk.answer(request.encoded());
    return assertThrows(EnrolmentRefused.class, () -> request.complete(answer)).kind();
  }
}
