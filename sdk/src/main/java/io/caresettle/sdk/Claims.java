package io.caresettle.sdk;

import io.caresettle.eligibility.AreaLaw;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Registration;
import io.caresettle.journal.Draft;
import io.caresettle.money.Payer;
import io.caresettle.operator.Permission;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import io.caresettle.reimbursement.ClaimReason;
import io.caresettle.reimbursement.ClaimRules;
import io.caresettle.reimbursement.ClaimSlip;
import io.caresettle.reimbursement.ClaimSlips;
import io.caresettle.reimbursement.FundShares;
import io.caresettle.reimbursement.KeptSlips;
import io.caresettle.reimbursement.LateSettlement;
import io.caresettle.reimbursement.LateSettlementCheck;
import io.caresettle.reimbursement.PaidCare;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.SettlementSplit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a counter does with a bill that is paid now and claimed later: the slip, and the decision
 * whether it is settled after all (R-SETL-03, -07). A slip is in the journal before it can be
 * printed.
 */
public final class Claims {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Terminal terminal;
  private final Counter counter;
  private final KeptSlips kept;
  private final SelfPaid selfPaid;

  Claims(Terminal terminal, Counter counter) {
    this.terminal = terminal;
    this.counter = counter;
    this.kept = new KeptSlips(terminal.journal());
    this.selfPaid = new SelfPaid(terminal, counter);
  }

  /** The bills that slips were made out for on this terminal, also before it was opened. */
  public List<BillId> bills() {
    return kept.bills();
  }

  /**
   * The slip of a bill as it was kept, marked as a reprint; {@link #late} takes it as well.
   *
   * @throws io.caresettle.problem.RecordUnreadable when it is kept and cannot be opened
   */
  public Optional<ClaimSlip> reprint(BillId bill) {
    return kept.find(bill).map(ClaimSlip::asCopy);
  }

  /**
   * The slip of a bill that is paid all in cash; the reason is the verdict's.
   *
   * @throws io.caresettle.problem.NotPermitted when the operator may not settle
   */
  public ClaimSlip slip(Eligibility eligibility, Bill bill) {
    FundShares shares = shares(eligibility, bill);
    ClaimReason reason = reason(ClaimReason.of(eligibility), shares);
    Visit visit = eligibility.visit();
    String person = eligibility.patient().personNumber();
    return slip(
        eligibility,
        bill,
        inCash(bill),
        reason,
        shares,
        selfPaid.drafts(person, visit, bill, reason));
  }

  private static ClaimReason reason(ClaimReason found, FundShares shares) {
    return found == ClaimReason.PATIENT_CHOSE_CASH && shares instanceof FundShares.NotPublished
        ? ClaimReason.FIGURES_NOT_PUBLISHED
        : found;
  }

  /**
   * Keeps the costs of a bill that is paid all in cash and not claimed: the centre is told of them
   * as of all others (NT 41), once it can be.
   *
   * @throws io.caresettle.problem.NotPermitted when the operator may not settle
   * @throws Misuse when the bill is settled, or nobody knows yet whether it is
   */
  public void selfPaid(Eligibility eligibility, Bill bill, ClaimReason reason) {
    selfPaid.keep(eligibility.patient().personNumber(), eligibility.visit(), bill, reason);
  }

  /** The same of somebody whom the centre was not asked about. */
  public void selfPaidWithoutTheCentre(
      Registration registration, Visit visit, Bill bill, ClaimReason reason) {
    requireOf(registration, visit);
    selfPaid.keep("", visit, bill, reason);
  }

  /**
   * The slip of a bill that no fund paid, such as one that the account paid in a gap of
   * contributions (R-ELIG-15).
   *
   * @param paid who paid what, as it was settled
   * @throws io.caresettle.problem.NotPermitted when the operator may not settle
   * @throws Misuse when a fund paid
   */
  public ClaimSlip slip(
      Eligibility eligibility, Bill bill, SettlementSplit paid, ClaimReason reason) {
    // It is settled, or was to be, and the centre knows what it cost.
    return slip(eligibility, bill, paid, reason, shares(eligibility, bill), List.of());
  }

  private ClaimSlip slip(
      Eligibility eligibility,
      Bill bill,
      SettlementSplit paid,
      ClaimReason reason,
      FundShares shares,
      List<Draft> costs) {
    PaidCare care = paid(bill, eligibility.visit(), eligibility.patient().name().masked(), paid);
    return keep(
        new ClaimSlips(law(), ClaimRules.all()).of(care, eligibility, reason, shares), costs);
  }

  /** The slip, and what the centre is told of its costs, or neither. */
  private ClaimSlip keep(ClaimSlip slip, List<Draft> costs) {
    ClaimSlip made = kept.keep(slip, costs);
    terminal.costs().kept(costs);
    return made;
  }

  /**
   * The slip of a bill of somebody whom the centre was not asked about (R-TXN-08): it was out of
   * reach, or no credential was shown. All of it is paid in cash.
   *
   * @throws io.caresettle.problem.NotPermitted when the operator may not settle
   */
  public ClaimSlip slipWithoutTheCentre(
      Registration registration, Visit visit, Bill bill, ClaimReason reason) {
    requireOf(registration, visit);
    PaidCare care = paid(bill, visit, registration.name().masked(), inCash(bill));
    return keep(
        new ClaimSlips(law(), ClaimRules.all()).withoutTheCentre(care, reason),
        selfPaid.drafts("", visit, bill, reason));
  }

  private static void requireOf(Registration registration, Visit visit) {
    if (!registration.visitNumber().equals(visit.number())) {
      throw new Misuse("The registration is of another visit than the slip");
    }
  }

  /**
   * What can be done about a slip now (R-SETL-07). It moves no money.
   *
   * @param now the verdict on the visit of the slip, by what the centre answers today
   * @param bill the bill of the slip
   * @param settledAnew whether it was settled anew or claimed before
   * @throws Misuse when slip, verdict and bill are not of one visit
   */
  public LateSettlement late(ClaimSlip slip, Eligibility now, Bill bill, boolean settledAnew) {
    if (!slip.bill().equals(bill.id()) || !slip.paid().total().equals(bill.total())) {
      throw new Misuse("Slip " + slip.bill() + " is not of bill " + bill.id());
    }
    return new LateSettlementCheck(law(), ClaimRules.all())
        .decide(slip, now, shares(now, bill), settledAnew, today());
  }

  /** What each fund would have paid had nothing closed it that a claim can make good. */
  private FundShares shares(Eligibility eligibility, Bill bill) {
    Set<Payer> payers = eligibility.wouldPay();
    return FundShares.of(
        () ->
            payers.contains(Payer.POOL_FUND)
                ? Optional.of(counter.estimate(eligibility, bill, payers))
                : Optional.empty());
  }

  private PaidCare paid(Bill bill, Visit visit, String maskedName, SettlementSplit paid) {
    return new PaidCare(
        bill,
        visit,
        terminal.institution(),
        maskedName,
        catalogue(),
        paid,
        terminal.slot(),
        counter.actingFor(Permission.SETTLE).operatorId(),
        now(),
        visit.uploaded().orElseGet(this::today));
  }

  private static SettlementSplit inCash(Bill bill) {
    return new SettlementSplit(bill.total(), Map.of(Payer.CASH, bill.total()));
  }

  /** The one that is here already, if one is: a slip does not wait for a centre that is away. */
  private Optional<Catalogue> catalogue() {
    try {
      return Optional.of(terminal.catalogue(Duration.ZERO));
    } catch (CentreUnreachable away) {
      return Optional.empty();
    }
  }

  private AreaLaw law() {
    return new BookLaw(terminal.policy());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now(), CHINA);
  }

  private Instant now() {
    return terminal.centreTime().orElseGet(terminal::localTime);
  }
}
