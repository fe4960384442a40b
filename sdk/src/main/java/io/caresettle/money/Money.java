package io.caresettle.money;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of renminbi, held as a whole number of fen (分).
 *
 * <p>Adding and subtracting are exact and fail loudly on overflow. The one operation that can lose
 * something, {@link #share}, makes the caller name the rounding.
 */
public record Money(long fen) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);
  private static final Pattern YUAN = Pattern.compile("(-?)(\\d{1,15})\\.(\\d{2})");

  /**
   * Reads yuan with exactly two decimals, such as {@code "105.30"}.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static Money parseYuan(String yuan) {
    Matcher m = YUAN.matcher(yuan);
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "Expected yuan with two decimals, such as 105.30, but found '" + yuan + "'");
    }
    long fen = Long.parseLong(m.group(2)) * 100 + Long.parseLong(m.group(3));
    return new Money(m.group(1).isEmpty() ? fen : -fen);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }

  /** The smaller of the two. */
  public Money atMost(Money limit) {
    return fen <= limit.fen ? this : limit;
  }

  public boolean isNegative() {
    return fen < 0;
  }

  /**
   * The part of this amount that {@code rate} of it makes, rounded to a fen as {@code rounding}
   * says.
   */
  public Money share(Rate rate, Rounding rounding) {
    return new Money(rounding.share(fen, rate));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  /** Yuan with two decimals, as printed on a slip. */
  @Override
  public String toString() {
    long f = Math.abs(fen);
    return (fen < 0 ? "-" : "") + f / 100 + '.' + f % 100 / 10 + f % 10;
  }
}
