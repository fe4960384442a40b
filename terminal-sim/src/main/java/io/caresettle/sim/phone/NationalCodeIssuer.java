package io.caresettle.sim.phone;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The simulated authority that issues codes like the national one (医保码): an opaque number, or a
 * token, from which a terminal learns nothing at all. Only the simulated centre can open it, with
 * the key that both have.
 *
 * <p>What is in it, before it is made opaque: the person's number (7 digits), the second of issue
 * (10), its life in seconds (4), three digits by chance, and zeros to the end, by which a foreign
 * code is told. Real codes are made otherwise; how, is not published. Many threads may use it.
 */
public final class NationalCodeIssuer {

  /** What one public document says a scanner delivers. */
  public static final int USUAL_LENGTH = 28;

  private static final int LONGEST = 64;

  /** A token is forty capital letters and digits, so no number may have as many digits. */
  private static final int TOKEN_LENGTH = 40;

  /** The most digits that forty hexadecimal ones can hold. */
  private static final int TOKEN_DIGITS = 48;

  private static final int SAID = 24;
  private static final long LONGEST_LIFE_SECONDS = 9_999;

  /**
   * A code as the authority knows it.
   *
   * @param text what is shown
   * @param expires the second in which it is no longer valid
   */
  public record Issued(String text, String personNumber, Instant issued, Instant expires) {

    /** Leaves the text out: whoever reads a log must not be able to show it. */
    @Override
    public String toString() {
      return "Issued[" + text.length() + " characters, " + issued + " to " + expires + "]";
    }
  }

  private final DigitScramble scramble;
  private final Clock clock;
  private final RandomGenerator random;

  NationalCodeIssuer(byte[] secret, Clock clock, RandomGenerator random) {
    this.scramble = new DigitScramble(secret);
    this.clock = clock;
    this.random = random;
  }

  /** The authority of the simulation, the same in every process. It proves nothing outside it. */
  public static NationalCodeIssuer ofTheSimulation(Clock clock) {
    return CodeIssuer.ofTheSimulation(clock).national();
  }

  /** A number of {@link #USUAL_LENGTH} digits that lives for {@link CodeIssuer#DEFAULT_LIFE}. */
  public Issued number(String personNumber) {
    return number(personNumber, CodeIssuer.DEFAULT_LIFE, USUAL_LENGTH);
  }

  /**
   * A number.
   *
   * @param personNumber the centre's, P and seven digits; never an identity number
   * @param life whole seconds, 1 to 9,999
   * @param length an even number of digits, 28 to 64 and not 40
   * @throws IllegalArgumentException when one of them is something else
   */
  public Issued number(String personNumber, Duration life, int length) {
    if (!isLengthOfNumber(length)) {
      throw new IllegalArgumentException(
          "A number has an even count of digits, 28 to 64 and not 40, but was to have " + length);
    }
    return issue(personNumber, life, length);
  }

  private static boolean isLengthOfNumber(int length) {
    return length >= USUAL_LENGTH && length <= LONGEST && length % 2 == 0 && length != TOKEN_LENGTH;
  }

  /** A token of forty capital letters and digits, for {@code personNumber} and {@code life}. */
  public Issued token(String personNumber, Duration life) {
    Issued number = issue(personNumber, life, TOKEN_DIGITS);
    String hex = new BigInteger(number.text()).toString(16).toUpperCase(Locale.ROOT);
    return new Issued(
        "0".repeat(TOKEN_LENGTH - hex.length()) + hex,
        personNumber,
        number.issued(),
        number.expires());
  }

  private Issued issue(String personNumber, Duration life, int length) {
    if (!personNumber.matches("P\\d{7}")) {
      throw new IllegalArgumentException("A person's number is P and seven digits");
    }
    if (life.toSeconds() < 1 || life.toSeconds() > LONGEST_LIFE_SECONDS) {
      throw new IllegalArgumentException("A code lives for 1 to 9,999 seconds");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String said =
        String.format(
            Locale.ROOT,
            "%s%010d%04d%03d",
            personNumber.substring(1),
            now.getEpochSecond(),
            life.toSeconds(),
            random.nextInt(1_000));
    String text = scramble.scramble(said + "0".repeat(length - SAID));
    return new Issued(text, personNumber, now, now.plusSeconds(life.toSeconds()));
  }

  /** What a text says that this authority issued; empty for every other. */
  public Optional<Issued> open(String text) {
    if (text.matches("[0-9A-F]{40}")) {
      String digits = new BigInteger(text, 16).toString();
      return digits.length() > TOKEN_DIGITS
          ? Optional.empty()
          : open(text, "0".repeat(TOKEN_DIGITS - digits.length()) + digits);
    }
    return text.matches("\\d+") && isLengthOfNumber(text.length())
        ? open(text, text)
        : Optional.empty();
  }

  private Optional<Issued> open(String text, String digits) {
    String said = scramble.unscramble(digits);
    if (!said.substring(SAID).matches("0+")) {
      return Optional.empty();
    }
    Instant issued = Instant.ofEpochSecond(Long.parseLong(said.substring(7, 17)));
    Instant expires = issued.plusSeconds(Long.parseLong(said.substring(17, 21)));
    return Optional.of(new Issued(text, "P" + said.substring(0, 7), issued, expires));
  }
}
