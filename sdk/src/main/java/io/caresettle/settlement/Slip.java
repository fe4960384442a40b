package io.caresettle.settlement;

import io.caresettle.centre.Receipt;
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

/**
 * What the patient takes home (结算单): data for whoever has a printer of their own, and text for
 * paper of 58 and 80 mm. There is one only for what stands, is durable, and is decided.
 *
 * @param area the pooling area of the institution
 * @param visitNumber the institution's own number of the visit
 * @param maskedName the patient's, 测*
 * @param told what the verdict on the visit noticed, such as an emergency order in force
 *     (R-SCOPE-12) or the file under which a fund recovers what it pays first (R-SCOPE-03)
 * @param agreed to which lines out of scope somebody agreed, or why nobody had to
 * @param accountBalanceAfter the personal account's, by the centre
 * @param settledAt by the centre's clock
 * @param testFigures whether some figure of the policy is no law in force that we are sure of
 * @param copy whether this is a reprint
 */
public record Slip(
    BillId bill,
    String institutionName,
    String area,
    int terminalSlot,
    String operator,
    String settlementId,
    String visitNumber,
    String maskedName,
    Scheme scheme,
    List<Line> lines,
    Agreed agreed,
    List<Told> told,
    ScopeCut cut,
    SettlementSplit split,
    Money accountBalanceAfter,
    Instant settledAt,
    LocalDate businessDate,
    boolean testFigures,
    boolean copy) {

  public Slip {
    lines = List.copyOf(lines);
    told = List.copyOf(told);
  }

  /** What the patient should read besides, with its rule. */
  public record Told(String rule, String zh, String en) {}

  /**
   * One line of the bill.
   *
   * @param catalogueClass A, B or C; empty where the catalogue did not hold the item
   */
  public record Line(
      String code,
      String name,
      String catalogueClass,
      UnitPrice unitPrice,
      Quantity quantity,
      Money total) {}

  static Slip of(Intent intent, Receipt receipt) {
    Particulars p = intent.particulars();
    return new Slip(
        intent.bill(),
        p.institutionName(),
        p.area(),
        p.terminalSlot(),
        intent.operator(),
        receipt.settlementId(),
        p.visitNumber(),
        p.maskedName(),
        p.scheme(),
        p.lines(),
        p.agreed(),
        p.told(),
        receipt.cut(),
        receipt.split(),
        receipt.accountBalanceAfter(),
        receipt.settledAt(),
        receipt.businessDate(),
        p.testFigures(),
        false);
  }

  /** The same slip, marked as a reprint (补打). */
  public Slip asCopy() {
    return new Slip(
        bill,
        institutionName,
        area,
        terminalSlot,
        operator,
        settlementId,
        visitNumber,
        maskedName,
        scheme,
        lines,
        agreed,
        told,
        cut,
        split,
        accountBalanceAfter,
        settledAt,
        businessDate,
        testFigures,
        true);
  }

  /** As it is printed, Chinese with English beside it. */
  public String text(PaperWidth width) {
    return SlipText.of(this, width);
  }

  /** Names the bill and nobody. */
  @Override
  public String toString() {
    return "Slip[" + bill + ", " + settlementId + "]";
  }
}
