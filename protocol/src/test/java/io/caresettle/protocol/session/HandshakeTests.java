package io.caresettle.protocol.session;

import static io.caresettle.protocol.certificate.TestAuthority.NOW;
import static io.caresettle.protocol.certificate.TestAuthority.YEAR;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.VersionRefused;
import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Revocation;
import io.caresettle.protocol.certificate.RevocationReason;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TestAuthority;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.session.CentreHandshake.Responded;
import io.caresettle.protocol.session.TerminalHandshake.Confirmed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A handshake")
class HandshakeTests {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PHARMACY = "P00000000001";
  private static final TestAuthority AUTHORITY = new TestAuthority(TrustProfile.TEST);
  private static final CertifiedKeys TILL =
      AUTHORITY.certified(Subject.terminal("TILL-1", PHARMACY));
  private static final CertifiedKeys CENTRE = AUTHORITY.certified(Subject.centre("CENTRE"));

  private final Trust trust = AUTHORITY.trust();
  private final TerminalHandshake till = tillWith(TILL);
  private final CentreHandshake centre = centreWith(CENTRE);

  @Test
  void givesBothEndsOneSessionAndTheNameOfTheOther() {
    Responded responded = centre.respond(till.hello());
    Confirmed confirmed = till.confirm(responded.frame());
    Session ofCentre = responded.confirmedBy(confirmed.frame());
    Session ofTill = confirmed.ready(CentreHandshake.ready(ofCentre, 7));

    assertEquals(ofCentre.id(), ofTill.id());
    Standing good = new Standing.Good();
    assertEquals(new PeerInfo(TILL.certificates(), good, PHARMACY), ofCentre.peer());
    assertEquals(new PeerInfo(CENTRE.certificates(), good, PHARMACY), ofTill.peer());

    byte[] bill = "3.50".getBytes(StandardCharsets.US_ASCII);
    var up = ofCentre.open(ofTill.seal(9, "M-1", "", 1, bill));
    assertArrayEquals(bill, up.payload().bytes());
    var down = ofTill.open(ofCentre.seal(10, "C-1", "M-1", 2, bill));
    assertEquals("M-1", down.header().inReplyTo());
    assertEquals(2, down.header().sequence()); // ready was the first
  }

  @Test
  void givesAnotherSessionEveryTime() {
    Session first = session();
    Session second = session();
    assertNotEquals(first.id(), second.id());
  }

  @Test
  void makesOneSessionAtEachEndAndNoSecondWithTheSameKeysAndNumbers() {
    Responded responded = centre.respond(till.hello());
    byte[] response = responded.frame();
    Confirmed confirmed = till.confirm(response);
    assertThrows(NotAuthentic.class, () -> till.confirm(response));

    Session ofCentre = responded.confirmedBy(confirmed.frame());
    assertThrows(NotAuthentic.class, () -> responded.confirmedBy(confirmed.frame()));

    // The first is as good as before.
    confirmed.ready(CentreHandshake.ready(ofCentre, 7));
  }

  @Test
  void letsAnExpiredOrStolenTerminalInAndSaysWhatItIs() {
    Instant late = YEAR.to().plusSeconds(1);
    CentreHandshake later = new CentreHandshake(CENTRE, trust, RANDOM, () -> late);
    assertEquals(new Standing.Expired(late), standingAt(later));

    Revocation theft =
        new Revocation(
            TILL.certificates().signing().serial(), NOW, RevocationReason.KEY_COMPROMISE);
    trust.accept(AUTHORITY.list(1, theft), TILL.certificates().authorities());
    assertEquals(new Standing.Revoked(NOW, theft.reason()), standingAt(centre));
  }

  private Standing standingAt(CentreHandshake called) {
    TerminalHandshake terminal = tillWith(TILL);
    Responded responded = called.respond(terminal.hello());
    return responded.confirmedBy(terminal.confirm(responded.frame()).frame()).peer().standing();
  }

  @Test
  void staysWithinTheFrameThatStrangersAreAllowed() {
    CertificateAuthority lowest =
        AUTHORITY.issuing().below("A".repeat(64), TestAuthority.signing(), YEAR, RANDOM);
    Subject subject = Subject.terminal("T".repeat(64), "P".repeat(32));
    PartyKeys keys = PartyKeys.generate(subject.partyId(), RANDOM);
    CertifiedKeys longest =
        new CertifiedKeys(keys, lowest.issue(subject, keys.identity(), YEAR, RANDOM));
    byte[] hello = tillWith(longest).hello();
    assertTrue(hello.length <= TerminalHandshake.MAX_FRAME, "bytes: " + hello.length);
  }

  @Nested
  @DisplayName("fails")
  class Fails {

    @Test
    void whenAnyBitOfTheHelloWasTurned() {
      byte[] hello = till.hello();
      for (int bit = 0; bit < hello.length * 8; bit += step(bit, 256)) {
        byte[] turned = turned(hello, bit);
        refuses("bit " + bit + " of the hello", () -> finish(till, centre.respond(turned)));
      }
    }

    @Test
    void whenAnyBitOfTheResponseWasTurned() {
      byte[] response = centre.respond(till.hello()).frame();
      for (int bit = 0; bit < response.length * 8; bit += step(bit, 128)) {
        byte[] turned = turned(response, bit);
        refuses("bit " + bit + " of the response", () -> till.confirm(turned));
      }
    }

    @Test
    void whenAnyBitOfTheConfirmationWasTurned() {
      Responded responded = centre.respond(till.hello());
      byte[] confirm = till.confirm(responded.frame()).frame();
      for (int bit = 0; bit < confirm.length * 8; bit++) {
        byte[] turned = turned(confirm, bit);
        fails("bit " + bit + " of the confirmation", () -> responded.confirmedBy(turned));
      }
    }

    @Test
    void whenAFrameIsLongerOrShorter() {
      byte[] hello = till.hello();
      Responded responded = centre.respond(hello);
      byte[] response = responded.frame();
      byte[] confirm = till.confirm(response).frame();
      for (int change : new int[] {-1, 1}) {
        refuses("hello", () -> centre.respond(Arrays.copyOf(hello, hello.length + change)));
        refuses("response", () -> till.confirm(Arrays.copyOf(response, response.length + change)));
        fails(
            "confirm",
            () -> responded.confirmedBy(Arrays.copyOf(confirm, confirm.length + change)));
      }
      fails("nothing", () -> centre.respond(new byte[0]));
    }

    @Test
    void withACentreThatHasOtherKeys() {
      CertifiedKeys impostor = AUTHORITY.certified(Subject.centre("CENTRE"));
      // Everybody can have the centre's certificates; only the centre has the keys to them.
      byte[] response = centreWith(impostor).respond(till.hello()).frame();
      byte[] honest = CENTRE.certificates().encoded();
      byte[] patched = Arrays.copyOf(response, 1 + 65 + 32 + honest.length);
      System.arraycopy(honest, 0, patched, 1 + 65 + 32, honest.length);
      fails("another centre's proof", () -> till.confirm(patched));
    }

    @Test
    void withAnotherCentreOfTheSameAuthority() {
      CertifiedKeys other = AUTHORITY.certified(Subject.centre("OTHER"));
      byte[] response = centreWith(other).respond(till.hello()).frame();
      refuses(Kind.WRONG_PARTY, () -> till.confirm(response));
    }

    @Test
    void withATerminalThatPosesAsACentre() {
      CertifiedKeys thief = AUTHORITY.certified(Subject.terminal("CENTRE", PHARMACY));
      byte[] response = centreWith(thief).respond(till.hello()).frame();
      refuses(Kind.WRONG_ROLE, () -> till.confirm(response));
    }

    @Test
    void withACentreWhoseCertificatesAreExpiredRevokedOrNotYetValid() {
      byte[] response = centre.respond(till.hello()).frame();
      Duration hour = Duration.ofHours(1);
      refuses(Kind.EXPIRED, () -> tillWith(TILL, trust, YEAR.to().plus(hour)).confirm(response));
      refuses(
          Kind.NOT_YET_VALID,
          () -> tillWith(TILL, trust, YEAR.from().minus(hour)).confirm(response));
      Trust warned = AUTHORITY.trust();
      warned.accept(
          AUTHORITY.list(
              1,
              new Revocation(
                  CENTRE.certificates().encryption().serial(),
                  NOW,
                  RevocationReason.KEY_COMPROMISE)),
          CENTRE.certificates().authorities());
      refuses(Kind.REVOKED, () -> tillWith(TILL, warned, NOW).confirm(response));
    }

    @Test
    void withATerminalThatNobodyTrustsOrThatSaysWhatItsCertificatesDoNot() {
      CertifiedKeys stranger =
          new TestAuthority(TrustProfile.TEST).certified(TILL.certificates().subject());
      refuses(Kind.BAD_SIGNATURE, () -> centre.respond(tillWith(stranger).hello()));
      byte[] hello = till.hello();
      byte[] institution = hello.clone();
      institution[hello.length - 66 - TILL.certificates().encoded().length] ^= 1;
      refuses(Kind.WRONG_INSTITUTION, () -> centre.respond(institution));
      byte[] party = hello.clone();
      party[1 + 3 + 1] ^= 1;
      refuses(Kind.WRONG_PARTY, () -> centre.respond(party));
    }

    @Test
    void withWhoShowsTheCertificatesOfAnotherTerminal() {
      byte[] others = AUTHORITY.certified(TILL.certificates().subject()).certificates().encoded();
      byte[] hello = till.hello();
      int before = hello.length - TILL.certificates().encoded().length;
      byte[] patched = Arrays.copyOf(hello, before + others.length);
      System.arraycopy(others, 0, patched, before, others.length);
      refuses(Kind.WRONG_PARTY, () -> centre.respond(patched));
    }

    @Test
    void whenCertificatesWereExchangedForOthersOfTheSameKeys() {
      byte[] honest = TILL.certificates().encoded();
      byte[] others =
          AUTHORITY
              .certified(TILL.certificates().subject(), TILL.keys(), YEAR)
              .certificates()
              .encoded();
      byte[] hello = till.hello();
      int before = hello.length - honest.length;
      byte[] patched = Arrays.copyOf(hello, before + others.length);
      System.arraycopy(others, 0, patched, before, others.length);
      Responded responded = centre.respond(patched);
      fails("certificates that were not sent", () -> till.confirm(responded.frame()));
    }

    @Test
    void betweenVersionsWithoutFallingBack() {
      byte[] newer = till.hello();
      newer[1] = 2;
      VersionRefused refusal = assertThrows(VersionRefused.class, () -> centre.respond(newer));
      assertTrue(refusal.getMessage().contains("version 2"), refusal.getMessage());
      VersionRefused old =
          assertThrows(VersionRefused.class, () -> till.confirm(new byte[] {0, 2, 2}));
      assertEquals(
          "The centre says that it speaks version 2, this terminal speaks version 1: the"
              + " administrator updates this terminal",
          old.getMessage());
      fails("a lie", () -> till.confirm(CentreHandshake.versions()));
      fails("a lie", () -> till.confirm(new byte[] {0, 3, 2}));
    }

    @Test
    void withWhoRepeatsARecordedHandshake() {
      byte[] hello = till.hello();
      Responded first = centre.respond(hello);
      byte[] confirm = till.confirm(first.frame()).frame();
      first.confirmedBy(confirm);

      Responded again = centre.respond(hello);
      fails("a recorded confirmation", () -> again.confirmedBy(confirm));
      TerminalHandshake another = tillWith(TILL);
      fails("a recorded response", () -> another.confirm(first.frame()));
    }

    @Test
    void withWhoSendsAFrameBackOrOutOfTurn() {
      byte[] hello = till.hello();
      Responded responded = centre.respond(hello);
      fails("reflected hello", () -> till.confirm(hello));
      fails("reflected response", () -> responded.confirmedBy(responded.frame()));
      fails("confirm first", () -> centre.respond(till.confirm(responded.frame()).frame()));
    }

    @Test
    void whenTheFirstEnvelopeIsNotTheCentresReady() {
      Responded responded = centre.respond(till.hello());
      Confirmed confirmed = till.confirm(responded.frame());
      Session ofCentre = responded.confirmedBy(confirmed.frame());
      byte[] money = ofCentre.seal(10, "C-1", "M-1", 0, new byte[0]);
      fails("money before ready", () -> confirmed.ready(money));
    }

    /** Every bit of what is not certificates, and one of each byte of those. */
    private int step(int bit, int certificatesFromByte) {
      return bit < certificatesFromByte * 8 ? 1 : 7;
    }

    private void refuses(Kind kind, Runnable step) {
      CertificateRefused refusal = assertThrows(CertificateRefused.class, step::run);
      assertEquals(kind, refusal.kind(), refusal.getMessage());
    }

    private void refuses(String what, Runnable step) {
      ProtocolException refusal = assertThrows(ProtocolException.class, step::run, what);
      assertEquals(null, refusal.getCause(), what);
    }

    private void finish(TerminalHandshake terminal, Responded responded) {
      responded.confirmedBy(terminal.confirm(responded.frame()).frame());
    }

    private void fails(String what, Runnable step) {
      NotAuthentic refusal = assertThrows(NotAuthentic.class, step::run, what);
      assertEquals(null, refusal.getCause(), what);
    }
  }

  private Session session() {
    TerminalHandshake fresh = tillWith(TILL);
    Responded responded = centre.respond(fresh.hello());
    return responded.confirmedBy(fresh.confirm(responded.frame()).frame());
  }

  private CentreHandshake centreWith(CertifiedKeys keys) {
    return new CentreHandshake(keys, trust, RANDOM, () -> NOW);
  }

  private TerminalHandshake tillWith(CertifiedKeys keys) {
    return tillWith(keys, trust, NOW);
  }

  private static TerminalHandshake tillWith(CertifiedKeys keys, Trust trust, Instant now) {
    return new TerminalHandshake(keys, trust, "CENTRE", RANDOM, () -> now);
  }

  private static byte[] turned(byte[] frame, int bit) {
    byte[] turned = frame.clone();
    turned[bit / 8] ^= (byte) (1 << bit % 8);
    return turned;
  }
}
