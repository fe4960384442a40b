package io.caresettle.sim.phone;

import io.caresettle.credential.code.CodeIssuerKeys;
import io.caresettle.credential.code.CodePayload;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import io.caresettle.protocol.sm.Sm3;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.random.RandomGenerator;

/**
 * The simulated authority that issues test codes: it owns a signing key and knows who is behind a
 * pseudonym. Many threads may use it.
 */
public final class CodeIssuer {

  /** How long a code lives where nobody says otherwise. */
  public static final Duration DEFAULT_LIFE = Duration.ofSeconds(60);

  private static final String TEST_KEY = "test-code-issuer.properties";
  private static final byte[] PSEUDONYM = "pseudonym".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] NATIONAL = "national".getBytes(StandardCharsets.US_ASCII);

  private final String keyId;
  private final Sm2PrivateKey privateKey;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * @param keyId the name under which tills know the public key
   * @param random where nonces come from
   */
  public CodeIssuer(String keyId, Sm2PrivateKey privateKey, Clock clock, RandomGenerator random) {
    this.keyId = keyId;
    this.privateKey = privateKey;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The issuer of the simulation. Its private key lies in this jar for everybody to read, so that a
   * phone and a centre in two processes belong together; it proves nothing outside a simulation.
   */
  public static CodeIssuer ofTheSimulation(Clock clock) {
    Properties key = new Properties();
    try (InputStream in =
        Objects.requireNonNull(CodeIssuer.class.getResourceAsStream(TEST_KEY), TEST_KEY)) {
      key.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The simulation's own code issuer key cannot be read", e);
    }
    return new CodeIssuer(
        key.getProperty("key-id"),
        Sm2PrivateKey.parseHex(key.getProperty("private-key")),
        clock,
        new SecureRandom());
  }

  /** A code for {@code personNumber} that lives for {@link #DEFAULT_LIFE}. */
  public IssuedCode issue(String personNumber) {
    return issue(personNumber, DEFAULT_LIFE);
  }

  /**
   * A code for {@code personNumber} that is valid from this second on.
   *
   * @param life whole seconds, at least one
   */
  public IssuedCode issue(String personNumber, Duration life) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    byte[] nonce = new byte[8];
    random.nextBytes(nonce);
    CodePayload payload =
        new CodePayload(
            keyId,
            pseudonymOf(personNumber),
            now,
            now.plusSeconds(life.toSeconds()),
            HexFormat.of().formatHex(nonce));
    byte[] signature = privateKey.sign(Sm2PublicKey.DEFAULT_USER_ID, payload.toBeSigned());
    return new IssuedCode(payload.text(signature), payload);
  }

  /**
   * What stands for this person in every code: 32 hex digits, always the same, and nobody without
   * the issuer's key can tell whose it is.
   *
   * @param personNumber the centre's number of the person, never an identity number
   */
  public String pseudonymOf(String personNumber) {
    byte[] digest = secret(PSEUDONYM, personNumber.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
  }

  /** The same authority, where it issues codes like the national one. */
  public NationalCodeIssuer national() {
    return new NationalCodeIssuer(secret(NATIONAL, new byte[0]), clock, random);
  }

  private byte[] secret(byte[] purpose, byte[] of) {
    byte[] secret = privateKey.encoded(InsecureSecretAccess.get());
    return Sm3.digest(secret, purpose, of, secret);
  }

  /** What a till must know to accept this issuer's codes. */
  public CodeIssuerKeys keys() {
    return CodeIssuerKeys.of(Map.of(keyId, privateKey.publicKey()));
  }

  public String keyId() {
    return keyId;
  }
}
