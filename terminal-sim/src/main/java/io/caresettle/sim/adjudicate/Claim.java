package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is to be judged: one bill of one insured person for one day or one stay. All words are those
 * of the packs, such as {@code employee}, {@code active}, {@code outpatient}, {@code level-3}.
 *
 * @param date the day of service; of a stay the first
 * @param discharge the last day of a stay; else the day of service
 * @param open the payers that may pay, such as {@code pool-fund} and {@code personal-account}
 * @param yearToDate sums of the settlement year in fen, by accumulator name; absent is zero
 * @param catalogue the items by code
 * @param totals the bill's four parts, where it comes without lines
 */
public record Claim(
    String scheme,
    String area,
    String category,
    String care,
    String level,
    LocalDate date,
    LocalDate discharge,
    Circumstances circumstances,
    Set<String> open,
    Map<String, Long> yearToDate,
    Balances balances,
    Map<String, Item> catalogue,
    List<Line> lines,
    Optional<Totals> totals) {

  /** The pooled fund's name among the open payers. */
  public static final String POOL_FUND = Payers.POOL_FUND;

  /** The personal account's name among the open payers. */
  public static final String PERSONAL_ACCOUNT = Payers.PERSONAL_ACCOUNT;

  /** The largest amount that is counted, in fen. */
  public static final long MOST_FEN = 1_000_000_000_000L;

  /**
   * @throws IllegalArgumentException when it ends before it begins
   */
  public Claim {
    if (discharge.isBefore(date)) {
      throw new IllegalArgumentException(
          "Found a discharge on " + discharge + ", expected none before " + date);
    }
    open = Set.copyOf(open);
    yearToDate = Map.copyOf(yearToDate);
    catalogue = Map.copyOf(catalogue);
    lines = List.copyOf(lines);
  }

  /** A bill of ordinary circumstances, of a person with one purse. */
  public Claim(
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
    this(
        scheme,
        area,
        category,
        care,
        level,
        date,
        date,
        Circumstances.ORDINARY,
        open,
        yearToDate,
        new Balances(accountBalance, 0, List.of()),
        catalogue,
        lines,
        Optional.empty());
  }

  /** What the account holds of the current year. */
  public long accountBalance() {
    return balances.currentYear();
  }

  /** The same bill in other circumstances. */
  public Claim in(Circumstances others) {
    return changed(draft -> draft.circumstances = others);
  }

  /** The same bill of a stay that ends on this day. */
  public Claim until(LocalDate last) {
    return changed(draft -> draft.discharge = last);
  }

  /** The same bill with these payers open. */
  public Claim openTo(Set<String> payers) {
    return changed(draft -> draft.open = payers);
  }

  /** The same bill after these sums of the year. */
  public Claim after(Map<String, Long> sums) {
    return changed(draft -> draft.yearToDate = sums);
  }

  /** The same bill with these balances. */
  public Claim with(Balances others) {
    return changed(draft -> draft.balances = others);
  }

  /** The same person's bill in totals, without lines. */
  public Claim of(Totals parts) {
    return changed(
        draft -> {
          draft.lines = List.of();
          draft.totals = Optional.of(parts);
        });
  }

  private Claim changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new Claim(
        scheme,
        area,
        category,
        care,
        level,
        date,
        draft.discharge,
        draft.circumstances,
        draft.open,
        draft.yearToDate,
        draft.balances,
        catalogue,
        draft.lines,
        draft.totals);
  }

  /** What may be another, while it is changed. */
  private static final class Draft {
    private LocalDate discharge;
    private Circumstances circumstances;
    private Set<String> open;
    private Map<String, Long> yearToDate;
    private Balances balances;
    private List<Line> lines;
    private Optional<Totals> totals;

    private Draft(Claim from) {
      this.discharge = from.discharge;
      this.circumstances = from.circumstances;
      this.open = from.open;
      this.yearToDate = from.yearToDate;
      this.balances = from.balances;
      this.lines = from.lines;
      this.totals = from.totals;
    }
  }

  /**
   * What else a number of the law may depend on.
   *
   * @param group a word of the pack's groups
   * @param aid a word of the pack's aid classes
   * @param offSite {@code home}, {@code long-term}, {@code referred}, {@code temporary}, {@code
   *     unregistered} or {@code emergency}
   * @param stay which stay of the year it is, from 1
   * @param grade the institution's grade, {@code A} to {@code D}
   */
  public record Circumstances(String group, String aid, String offSite, int stay, String grade) {

    /** No group, no aid, at home, the first stay, grade A. */
    public static final Circumstances ORDINARY = new Circumstances("none", "none", "home", 1, "A");
  }

  /**
   * What the accounts hold, in fen. An account below zero counts as zero; what one purse of the
   * personal account owes the other has not.
   *
   * @param currentYear what the personal account got this year
   * @param pastYears what it kept of the years before
   * @param family the accounts of the family, in the order in which they pay
   */
  public record Balances(long currentYear, long pastYears, List<Long> family) {
    public Balances {
      family = List.copyOf(family);
    }
  }

  /** A bill's four parts in fen, already cut. */
  public record Totals(long outOfCatalogue, long overLimit, long firstSelfPay, long inScope) {}

  /**
   * One item of the catalogue.
   *
   * @param itemClass {@code A}, {@code B} or {@code C}
   * @param firstSelfPay the patient's first share, in parts of 10,000; zero for class A
   * @param priceLimit in yuan, at most six decimals
   * @param accountNever R-ACCT-04: whether no account may ever pay it; for class C only
   */
  public record Item(
      String code,
      String itemClass,
      int firstSelfPay,
      Optional<String> priceLimit,
      boolean accountNever) {

    /** An item that an account may pay. */
    public Item(String code, String itemClass, int firstSelfPay, Optional<String> priceLimit) {
      this(code, itemClass, firstSelfPay, priceLimit, false);
    }
  }

  /**
   * One line of the bill: a price and a quantity, or an amount alone.
   *
   * @param price in yuan, at most six decimals; absent where {@code total} alone is known
   * @param quantity at most four decimals
   * @param total in fen; where absent it is price times quantity
   */
  public record Line(
      String id,
      String code,
      Optional<String> price,
      Optional<String> quantity,
      OptionalLong total) {

    /** A line of a price and a quantity. */
    public Line(String id, String code, String price, String quantity, OptionalLong total) {
      this(id, code, Optional.of(price), Optional.of(quantity), total);
    }

    /** A line as it travels: millionths of a yuan, ten-thousandths, fen. */
    public static Line scaled(String id, String code, long micros, long e4, long fen) {
      return new Line(id, code, decimal(micros, 6), decimal(e4, 4), OptionalLong.of(fen));
    }

    /** A line of an amount in fen; without a price no price limit can cut it. */
    public static Line ofAmount(String id, String code, long fen) {
      return new Line(id, code, Optional.empty(), Optional.empty(), OptionalLong.of(fen));
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
