package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is to be judged: one bill of one insured person on one day. All words are those of the
 * packs, such as {@code employee}, {@code active}, {@code outpatient}, {@code level-3}.
 *
 * @param open the payers that may pay: {@code pool-fund}, {@code personal-account}
 * @param yearToDate sums of the settlement year in fen, by accumulator name; absent is zero
 * @param accountBalance in fen
 * @param catalogue the items by code
 */
public record Claim(
    String scheme,
    String area,
    String category,
    String care,
    String level,
    LocalDate date,
    Set<String> open,
    Map<String, Long> yearToDate,
    long accountBalance,
    Map<String, Item> catalogue,
    List<Line> lines) {

  /** The pooled fund's name among the open payers. */
  public static final String POOL_FUND = "pool-fund";

  /** The personal account's name among the open payers. */
  public static final String PERSONAL_ACCOUNT = "personal-account";

  public Claim {
    open = Set.copyOf(open);
    yearToDate = Map.copyOf(yearToDate);
    catalogue = Map.copyOf(catalogue);
    lines = List.copyOf(lines);
  }

  /**
   * One item of the catalogue.
   *
   * @param itemClass {@code A}, {@code B} or {@code C}
   * @param firstSelfPay the patient's first share, in parts of 10,000; zero for class A
   * @param priceLimit in yuan, at most six decimals
   */
  public record Item(
      String code, String itemClass, int firstSelfPay, Optional<String> priceLimit) {}

  /**
   * One line of the bill.
   *
   * @param price in yuan, at most six decimals
   * @param quantity at most four decimals
   * @param total in fen; where absent it is price times quantity
   */
  public record Line(String id, String code, String price, String quantity, OptionalLong total) {

    /** A line as it travels: millionths of a yuan, ten-thousandths, fen. */
    public static Line scaled(String id, String code, long micros, long e4, long fen) {
      return new Line(id, code, decimal(micros, 6), decimal(e4, 4), OptionalLong.of(fen));
    }
  }

  /** {@code number} with its last {@code places} digits after the point. */
  public static String decimal(long number, int places) {
    String digits = Long.toString(number);
    String padded = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
    int point = padded.length() - places;
    return padded.substring(0, point) + "." + padded.substring(point);
  }
}
