package io.caresettle.sdk;

import io.caresettle.centre.Costs;
import io.caresettle.eligibility.Visit;
import io.caresettle.journal.Draft;
import io.caresettle.operator.Permission;
import io.caresettle.problem.Misuse;
import io.caresettle.reimbursement.ClaimReason;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import java.util.List;

/** What the centre is told of a bill that was paid all in cash at a counter (NT 41). */
final class SelfPaid {

  private final Terminal terminal;
  private final Counter counter;

  SelfPaid(Terminal terminal, Counter counter) {
    this.terminal = terminal;
    this.counter = counter;
  }

  /** Keeps costs without a slip. */
  void keep(String person, Visit visit, Bill bill, ClaimReason reason) {
    if (isSettledHere(bill.id())) {
      throw new Misuse(
          "Bill "
              + bill.id()
              + " is settled over the line, or it is not known yet: the centre learns its costs"
              + " with that; resolve or cancel it first");
    }
    terminal.costs().keep(costs(person, visit, bill, reason, ""));
  }

  /** What keeps the costs of a bill with a slip; none of one that the centre may have settled. */
  List<Draft> drafts(String person, Visit visit, Bill bill, ClaimReason reason) {
    return isSettledHere(bill.id())
        ? List.of()
        : terminal.costs().drafts(costs(person, visit, bill, reason, bill.id().number()));
  }

  private boolean isSettledHere(BillId bill) {
    return terminal
        .outcomeOf(bill)
        .filter(outcome -> !(outcome instanceof SettlementOutcome.Refused))
        .isPresent();
  }

  private Costs costs(String person, Visit visit, Bill bill, ClaimReason reason, String slip) {
    return new Costs(
        terminal.nextRequestId(),
        bill,
        person,
        visit,
        told(reason),
        slip,
        terminal.centreTime().orElseGet(terminal::localTime),
        counter.actingFor(Permission.SETTLE).operatorId());
  }

  /** The centre knows fewer reasons than a slip tells. */
  private static Costs.Reason told(ClaimReason reason) {
    return switch (reason) {
      case PATIENT_CHOSE_CASH, FIGURES_NOT_PUBLISHED -> Costs.Reason.PATIENT_CHOSE_CASH;
      case NO_CREDENTIAL -> Costs.Reason.NO_CREDENTIAL;
      case NOT_ENTITLED, NOT_FILED, TO_BE_EXAMINED -> Costs.Reason.NOT_ENTITLED;
      case CENTRE_OUT_OF_REACH -> Costs.Reason.CENTRE_OUT_OF_REACH;
      case OUT_OF_CATALOGUE_ONLY -> Costs.Reason.OUT_OF_CATALOGUE_ONLY;
      case SETTLEMENT_SUSPENDED -> Costs.Reason.SETTLEMENT_SUSPENDED;
    };
  }
}
