package io.caresettle.centre.national.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of the interface, which are yuan, made into fen and back. */
public final class Yuan {

  private static final Pattern AMOUNT = Pattern.compile("(-?)(\\d{1,15})(?:\\.(\\d{1,2})0{0,8})?");

  private Yuan() {}

  /**
   * The fen of an amount; empty where it says nothing.
   *
   * @throws IllegalArgumentException when it is no amount: an exponent, a third decimal that is not
   *     0, a comma, more than the interface has digits for
   */
  public static Optional<Long> fen(Value amount) {
    return amount.said().map(Yuan::fen);
  }

  /**
   * The fen of the first of these members that says anything; empty where none does.
   *
   * @param names what the amount is called, most likely first
   * @throws IllegalArgumentException when it is no amount
   */
  public static Optional<Long> fen(Node node, List<String> names) {
    return node.firstText(names).map(Yuan::fen);
  }

  /**
   * The same of a text.
   *
   * @throws IllegalArgumentException when it is no amount
   */
  public static long fen(String amount) {
    Matcher found = AMOUNT.matcher(amount);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "金额格式有误 no amount: expected yuan with at most two decimals, such as 105.30");
    }
    String decimals = found.group(3) == null ? "00" : (found.group(3) + "0").substring(0, 2);
    long fen = Long.parseLong(found.group(2)) * 100 + Long.parseLong(decimals);
    return found.group(1).isEmpty() ? fen : -fen;
  }

  /** Yuan with two decimals, such as {@code 105.30}. */
  public static String text(long fen) {
    long positive = Math.absExact(fen);
    return (fen < 0 ? "-" : "") + positive / 100 + '.' + positive % 100 / 10 + positive % 10;
  }
}
