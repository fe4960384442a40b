package io.caresettle.protocol.session;

import static io.caresettle.protocol.certificate.TestAuthority.NOW;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TestAuthority;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;

/** A till and a centre that know each other: the one place of these tests that knows how. */
public final class Ends {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PHARMACY = "P00000000001";

  private final TestAuthority authority = new TestAuthority(TrustProfile.TEST);
  private final CertifiedKeys till = authority.certified(Subject.terminal("TILL-1", PHARMACY));
  private final CertifiedKeys centre = authority.certified(Subject.centre("CENTRE"));
  private final Sm2PrivateKey ephemeral = Sm2PrivateKey.generate(RANDOM);

  /** The till's part of a new handshake. */
  public TerminalHandshake terminal() {
    return new TerminalHandshake(till, authority.trust(), "CENTRE", RANDOM, () -> NOW);
  }

  /** The centre's part of new handshakes. */
  public CentreHandshake centre() {
    return new CentreHandshake(centre, authority.trust(), RANDOM, () -> NOW);
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
   * keys again: an end that has not yet seen what another one has.
   */
  public Pair session(int number) {
    byte[] bytes = new byte[Session.SECRET_BYTES];
    Arrays.fill(bytes, (byte) number);
    SecretBytes secret = SecretBytes.copyOf(bytes);
    return new Pair(
        Session.ofTerminal(peer(centre), secret, ephemeral.publicKey(), ephemeral.publicKey()),
        Session.ofCentre(peer(till), secret, ephemeral.publicKey(), ephemeral.publicKey()));
  }

  private static PeerInfo peer(CertifiedKeys other) {
    return new PeerInfo(other.certificates(), new Standing.Good(), PHARMACY);
  }
}
