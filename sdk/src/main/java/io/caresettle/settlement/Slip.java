package io.caresettle.settlement;

import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.split.BillId;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the patient takes home (结算单): data for whoever has a printer of their own, and text for
 * paper of 58 and 80 mm. There is one for each way in which a bill ends and money moved, or was to
 * move; it is made of the records of the journal, and of an ending that is decided.
 */
public final class Slip {

  private final BillId bill;
  private final Issued issued;
  private final Ending ending;
  private final List<Line> lines;
  private final Agreed agreed;
  private final List<Told> told;
  private final Sums sums;
  private final boolean testFigures;
  private final boolean copy;

  /** Only for {@link Slips}, which makes it of what is kept. */
  Slip(
      BillId bill,
      Issued issued,
      Ending ending,
      List<Line> lines,
      Agreed agreed,
      List<Told> told,
      Sums sums,
      boolean testFigures,
      boolean copy) {
    this.bill = bill;
    this.issued = issued;
    this.ending = ending;
    this.lines = List.copyOf(lines);
    this.agreed = agreed;
    this.told = List.copyOf(told);
    this.sums = sums;
    this.testFigures = testFigures;
    this.copy = copy;
  }

  /**
   * Who made the bill out, where, and for whom.
   *
   * @param area the pooling area of the institution
   * @param operator who settled; of a cancellation, who cancelled
   * @param visitNumber the institution's own number of the visit
   * @param maskedName the patient's, 测*
   */
  public record Issued(
      String institutionName,
      String area,
      int terminalSlot,
      String operator,
      String visitNumber,
      String maskedName,
      Scheme scheme) {}

  /** How the bill ended. */
  public sealed interface Ending {

    /** By the centre's clock; of a reversal, when this terminal knew of it. */
    Instant at();
  }

  /** It stands, and nobody has anything left to decide (结算). */
  public record Settled(String settlementId, Instant at, LocalDate businessDate)
      implements Ending {}

  /**
   * It stood, and stands no more (撤销).
   *
   * @param reason such as 退费
   * @param approvedBy the second person; empty where none was asked for
   */
  public record Cancelled(
      String settlementId,
      String cancellationId,
      String reason,
      String approvedBy,
      Instant at,
      LocalDate businessDate)
      implements Ending {}

  /**
   * Another bill was given back, and what is left of it is settled anew by this one (退费).
   *
   * @param of the cancellation of the other bill
   * @param lines of the other bill, all of which are given back
   * @param returned what goes back of the other bill, payer by payer
   * @param anew how this bill stands
   */
  public record Refunded(
      BillId replaced, Cancelled of, List<Line> lines, SettlementSplit returned, Settled anew)
      implements Ending {

    /** Copies the lines. */
    public Refunded {
      lines = List.copyOf(lines);
    }

    @Override
    public Instant at() {
      return anew.at();
    }
  }

  /**
   * It is undone, or never was (冲正).
   *
   * @param settlementId of the settlement that was undone; empty where none is known to have stood
   */
  public record Reversed(Optional<String> settlementId, Instant at) implements Ending {}

  /**
   * The money.
   *
   * @param total of the lines
   * @param split who pays what; of a cancellation, what goes back to whom; of a reversal, nothing
   * @param cut the bill by what; only of what stands
   * @param account the personal account's balance, by the centre; none where it was not told
   */
  public record Sums(
      Money total,
      SettlementSplit split,
      Optional<ScopeCut> cut,
      Optional<Account> account,
      YearToDate year) {}

  /** The personal account's balance before the bill and after it. */
  public record Account(Money before, Money after) {}

  /** What the patient should read besides, with its rule. */
  public record Told(String rule, String zh, String en) {}

  /**
   * One line of the bill.
   *
   * @param catalogueClass A, B or C, which is all the patient's own; empty where the line is no
   *     care, such as a premium
   * @param specification such as 0.25g*24; empty where nobody told it
   */
  public record Line(
      String code,
      String name,
      String specification,
      String catalogueClass,
      UnitPrice unitPrice,
      Quantity quantity,
      Money total) {}

  public BillId bill() {
    return bill;
  }

  public Issued issued() {
    return issued;
  }

  public Ending ending() {
    return ending;
  }

  public List<Line> lines() {
    return lines;
  }

  /** To which lines out of scope somebody agreed, or why nobody had to. */
  public Agreed agreed() {
    return agreed;
  }

  /**
   * What the verdict on the visit noticed, such as an emergency order in force (R-SCOPE-12) or the
   * file under which a fund recovers what it pays first (R-SCOPE-03).
   */
  public List<Told> told() {
    return told;
  }

  public Sums sums() {
    return sums;
  }

  /** Who pays what; {@link Sums#split} says what that is of which ending. */
  public SettlementSplit split() {
    return sums.split();
  }

  /** Whether some figure of the policy is no law in force that we are sure of. */
  public boolean testFigures() {
    return testFigures;
  }

  /** Whether this is a reprint. */
  public boolean copy() {
    return copy;
  }

  /** The same slip, marked as a reprint (补打). */
  public Slip asCopy() {
    return new Slip(bill, issued, ending, lines, agreed, told, sums, testFigures, true);
  }

  /** As it is printed, Chinese with English beside it. */
  public String text(PaperWidth width) {
    return new SlipText(this, width).print();
  }

  /** All of it as a JSON object on one line, amounts as texts in yuan. */
  public String json() {
    return SlipJson.of(this).toString();
  }

  /** Names the bill and nobody. */
  @Override
  public String toString() {
    return "Slip[" + bill + ", " + ending.getClass().getSimpleName() + "]";
  }
}
