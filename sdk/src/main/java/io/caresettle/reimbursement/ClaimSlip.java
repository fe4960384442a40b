package io.caresettle.reimbursement;

import io.caresettle.eligibility.Finding;
import io.caresettle.eligibility.Gap;
import io.caresettle.eligibility.InsuredKind;
import io.caresettle.eligibility.Notice;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.split.BillId;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a patient takes home who paid what a fund might have paid (零星报销凭证; R-SETL-03, SZ 72, JS 56):
 * everything that a claim by hand or a late settlement needs, as data and as text for paper of 58
 * and 80 mm. Only {@link ClaimSlips} makes a first one.
 *
 * @param insured empty where nobody could ask the centre
 * @param why what closed which payer, by which article, until when, and what helps
 * @param notices what else the verdict said
 * @param paid who paid: cash, or the account and cash
 * @param shares what each fund would have paid; it is not paid
 * @param borne who bears what the funds do not, where contributions are missing
 * @param testFigures whether something on it is no law in force that we are sure of
 * @param copy whether this is a reprint
 */
public record ClaimSlip(
    BillId bill,
    ClaimReason reason,
    Issued issued,
    Care care,
    String maskedName,
    Optional<Insured> insured,
    List<Finding> why,
    List<Notice> notices,
    List<Line> lines,
    SettlementSplit paid,
    FundShares shares,
    Optional<Borne> borne,
    HandClaim claim,
    boolean testFigures,
    boolean copy) {

  public ClaimSlip {
    why = List.copyOf(why);
    notices = List.copyOf(notices);
    lines = List.copyOf(lines);
  }

  /** Who made the slip out, and when. */
  public record Issued(
      String institutionName, String area, int terminalSlot, String operator, Instant at) {}

  /**
   * Which care it was.
   *
   * @param serviceDate by which the entitlement is decided; of a stay the day of admission
   * @param lastDay of a stay that ended, the day of discharge
   * @param uploaded when the bill is sent, which decides nothing
   * @param declaration number of the declaration of an injury; empty where there is none
   */
  public record Care(
      String visitNumber,
      CareType careType,
      LocalDate serviceDate,
      LocalDate lastDay,
      LocalDate uploaded,
      boolean emergency,
      String disease,
      String department,
      String prescriber,
      String declaration) {}

  /**
   * Who is insured, where.
   *
   * @param personNumber the centre's own; it is data, and never printed
   * @param enrolment empty where none covers the day of service
   */
  public record Insured(String personNumber, Optional<Enrolled> enrolment) {

    /** Says nothing of who it is. */
    @Override
    public String toString() {
      return "Insured[" + enrolment + "]";
    }
  }

  /** By which enrolment. */
  public record Enrolled(String area, Scheme scheme, InsuredKind kind, InsuredCategory category) {}

  /**
   * One line of the bill.
   *
   * @param catalogueClass A, B or C; empty where no catalogue said it
   * @param firstSelfPay the patient's first share by the catalogue of the day; empty where none
   *     said it
   */
  public record Line(
      String lineId,
      String code,
      String name,
      String catalogueClass,
      Optional<Rate> firstSelfPay,
      UnitPrice unitPrice,
      Quantity quantity,
      Money total) {}

  /**
   * Who bears the funds' part (SZ 52, JS 72¶3).
   *
   * @param funds whose part it is: the medical insurance's own
   * @param payableAfterwards whether the bill may be settled late, once the gap is made good
   * @param mayBeMadeGoodUntil last day for that, where the centre said it
   */
  public record Borne(
      Gap.Bearer bearer,
      Set<Payer> funds,
      boolean payableAfterwards,
      Optional<LocalDate> mayBeMadeGoodUntil,
      String article) {
    public Borne {
      funds = Set.copyOf(funds);
    }
  }

  /** The same slip, marked as a reprint (补打). */
  public ClaimSlip asCopy() {
    return new ClaimSlip(
        bill,
        reason,
        issued,
        care,
        maskedName,
        insured,
        why,
        notices,
        lines,
        paid,
        shares,
        borne,
        claim,
        testFigures,
        true);
  }

  /** As it is printed, Chinese with English beside it. */
  public String text(PaperWidth width) {
    return new ClaimSlipText(this, width).print();
  }

  /** Names the bill and nobody. */
  @Override
  public String toString() {
    return "ClaimSlip[" + bill + ", " + reason + "]";
  }
}
