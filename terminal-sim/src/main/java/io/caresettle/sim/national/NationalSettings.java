package io.caresettle.sim.national;

import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Profiles;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a simulated national endpoint is made of.
 *
 * @param profile the province whose ways it has
 * @param secret what header authentication is checked with: the token, the key, the secret key
 * @param tls what it shows; none by default, for it listens on loopback only
 * @param tokenLife how long an e-credential token that a code was opened into is good
 * @param unknownReversed whether reversing a message that never came is called done
 * @param negativeUndo whether the answer to an undo has its amounts below zero
 * @param traceCodesFrom the first day on which a sale without trace codes is refused
 * @param mostBytes of a request that are read
 */
public record NationalSettings(
    Profile profile,
    String secret,
    Optional<NationalTls> tls,
    Duration tokenLife,
    boolean unknownReversed,
    boolean negativeUndo,
    LocalDate traceCodesFrom,
    int mostBytes) {

  /** What the simulator's clients are to sign with. */
  public static final String TEST_SECRET = "caresettle-test-secret";

  /** The endpoint of a province that comes with the library. */
  public static NationalSettings of(String profile) {
    return new NationalSettings(
        Profiles.shipped(profile),
        TEST_SECRET,
        Optional.empty(),
        Duration.ofMinutes(30),
        true,
        false,
        LocalDate.of(2026, 1, 1),
        4 << 20);
  }

  /** The same with TLS. */
  public NationalSettings withTls(NationalTls shown) {
    return new NationalSettings(
        profile,
        secret,
        Optional.of(shown),
        tokenLife,
        unknownReversed,
        negativeUndo,
        traceCodesFrom,
        mostBytes);
  }

  /** The same where reversing a message that never came is refused; it leaves a tombstone, too. */
  public NationalSettings refusingUnknownReversals() {
    return new NationalSettings(
        profile, secret, tls, tokenLife, false, negativeUndo, traceCodesFrom, mostBytes);
  }

  /** The same whose undo answers amounts below zero. */
  public NationalSettings withNegativeUndo() {
    return new NationalSettings(
        profile, secret, tls, tokenLife, unknownReversed, true, traceCodesFrom, mostBytes);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "NationalSettings[" + profile.id() + "]";
  }
}
