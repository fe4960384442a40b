package io.caresettle.protocol.session;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TestAuthority;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;

/** A till and a centre that know each other: the one place of these tests that knows how. */
public final class Ends {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PHARMACY = "P00000000001";

  private final TestAuthority authority = new TestAuthority(TrustProfile.TEST);
  private final CertifiedKeys till = authority.certified(Subject.terminal("TILL-1", PHARMACY));
  private final CertifiedKeys centre = authority.certified(Subject.centre("CENTRE"));
  private final Trust trust = authority.trust();
  private final Sm2PrivateKey ephemeral = Sm2PrivateKey.decode(bytes(32, 7));

  /** The till's part of a new handshake. */
  public TerminalHandshake terminal() {
    return new TerminalHandshake(till, trust, "CENTRE", RANDOM, InstantSource.system());
  }

  /** The centre's part of new handshakes. */
  public CentreHandshake centre() {
    return new CentreHandshake(centre, trust, RANDOM, InstantSource.system());
  }

  /** Both ends of one session, as they are after its handshake. */
  public record Pair(Session till, Session centre) {}

  /** The two ends of a new session, by a handshake. */
  public Pair shakeHands() {
    TerminalHandshake terminal = terminal();
    CentreHandshake.Responded responded = centre().respond(terminal.hello());
    TerminalHandshake.Confirmed confirmed = terminal.confirm(responded.frame());
    Session ofCentre = responded.confirmedBy(confirmed.frame());
    return new Pair(confirmed.ready(CentreHandshake.ready(ofCentre, 0)), ofCentre);
  }

  /**
   * The two ends of session {@code number}, without a handshake. The same number gives the same
   * keys again, even in another run: an end that has not yet seen what another one has.
   */
  public Pair session(int number) {
    SecretBytes secret = SecretBytes.copyOf(bytes(Session.SECRET_BYTES, number));
    return new Pair(
        Session.ofTerminal(
            new PeerInfo(centre.certificates(), new Standing.Good(), PHARMACY),
            secret,
            ephemeral.publicKey(),
            ephemeral.publicKey()),
        Session.ofCentre(
            new PeerInfo(till.certificates(), new Standing.Good(), PHARMACY),
            secret,
            ephemeral.publicKey(),
            ephemeral.publicKey()));
  }

  private static byte[] bytes(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
