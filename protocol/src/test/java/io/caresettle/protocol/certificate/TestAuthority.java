package io.caresettle.protocol.certificate;

import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A root, an authority below it, and what they give to the parties of a test. */
public final class TestAuthority {

  public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  public static final Validity YEAR =
      new Validity(NOW.minus(Duration.ofDays(100)), NOW.plus(Duration.ofDays(265)));
  public static final Validity DECADE =
      new Validity(NOW.minus(Duration.ofDays(1000)), NOW.plus(Duration.ofDays(3650)));
  public static final SecureRandom RANDOM = new SecureRandom();

  private final CertificateAuthority root;
  private final CertificateAuthority issuing;

  public TestAuthority(TrustProfile profile) {
    root = CertificateAuthority.root("ROOT", signing(), profile, DECADE, RANDOM);
    issuing = root.below("ISSUING", signing(), DECADE, RANDOM);
  }

  public static SigningPair signing() {
    return new SigningPair(Sm2PrivateKey.generate(RANDOM));
  }

  public CertificateAuthority root() {
    return root;
  }

  public CertificateAuthority issuing() {
    return issuing;
  }

  public Trust trust() {
    return Trust.in(TrustProfile.TEST, List.of(root.certificate()));
  }

  public CertifiedKeys certified(Subject subject) {
    return certified(subject, YEAR);
  }

  public CertifiedKeys certified(Subject subject, Validity validity) {
    return certified(subject, PartyKeys.generate(subject.partyId(), RANDOM), validity);
  }

  public CertifiedKeys certified(Subject subject, PartyKeys keys, Validity validity) {
    return new CertifiedKeys(keys, issuing.issue(subject, keys.identity(), validity, RANDOM));
  }

  /** The list of the issuing authority with these lines. */
  public RevocationList list(long number, Revocation... revocations) {
    return issuing.revoke(number, NOW, NOW.plus(Duration.ofDays(30)), List.of(revocations));
  }
}
