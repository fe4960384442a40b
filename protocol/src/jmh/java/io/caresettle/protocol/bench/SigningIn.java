package io.caresettle.protocol.bench;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TestAuthority;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.session.CentreHandshake;
import io.caresettle.protocol.session.Ends;
import io.caresettle.protocol.session.TerminalHandshake;
import java.security.SecureRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * (d) A whole handshake at both ends, beside the SM2 operations that it takes.
 *
 * <p>The first session of two parties verifies the chain of the other at each end: two certificates
 * of a party, and the one authority between them and the root. A later session remembers that. Both
 * take two ephemeral pairs, and one calculation with confirmation at each end.
 */
@State(Scope.Thread)
public class SigningIn {

  private static final String PHARMACY = "P00000000001";

  /** About what is signed of a certificate. */
  private static final int CERTIFICATE_BYTES = 400;

  private final Ends ends = new Ends();
  private final SecureRandom random = new SecureRandom();
  private final TestAuthority authority = new TestAuthority(TrustProfile.TEST);
  private final CertifiedKeys till = authority.certified(Subject.terminal("TILL-1", PHARMACY));
  private final CertifiedKeys centre = authority.certified(Subject.centre("CENTRE"));
  private final Bare.Pair a = new Bare.Pair();
  private final Bare.Pair b = new Bare.Pair();
  private final Bare.Certificate certificate = new Bare.Certificate(CERTIFICATE_BYTES);

  @Benchmark
  public Ends.Pair first() {
    Trust ofTill = authority.trust();
    Trust ofCentre = authority.trust();
    TerminalHandshake terminal =
        new TerminalHandshake(till, ofTill, "CENTRE", random, () -> TestAuthority.NOW);
    var responded =
        new CentreHandshake(centre, ofCentre, random, () -> TestAuthority.NOW)
            .respond(terminal.hello());
    var confirmed = terminal.confirm(responded.frame());
    var session = responded.confirmedBy(confirmed.frame());
    return new Ends.Pair(confirmed.ready(CentreHandshake.ready(session, 0)), session);
  }

  @Benchmark
  public byte[] bareFirst() {
    // At each end: trusting its root again, three certificates of the other.
    for (int i = 0; i < 2 * 4; i++) {
      if (!certificate.verify()) {
        throw new IllegalStateException("A signature does not fit");
      }
    }
    return Bare.exchange(a, b);
  }

  @Benchmark
  public Ends.Pair again() {
    return ends.shakeHands();
  }

  @Benchmark
  public byte[] bareAgain() {
    return Bare.exchange(a, b);
  }
}
