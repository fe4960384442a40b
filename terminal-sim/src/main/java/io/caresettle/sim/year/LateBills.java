package io.caresettle.sim.year;

import static io.caresettle.sim.year.Somebody.YEAR;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.reimbursement.LateSettlement;
import io.caresettle.sim.entitle.Verdict;
import java.time.LocalDate;
import java.util.Map;

/**
 * Asks on the year's last day what becomes of the bills that were paid in full: arrears were made
 * good since, a child was enrolled, or nothing changed (R-SETL-07). It is a decision; no money
 * moves.
 */
final class LateBills {

  private static final LocalDate ASKED = LocalDate.of(YEAR, 12, 31);

  private final Till till;
  private final Agency agency;
  private final Somebody who;
  private final BothEnds both;
  private final YearFigures figures;

  LateBills(Till till, Agency agency, Somebody who, BothEnds both, YearFigures figures) {
    this.till = till;
    this.agency = agency;
    this.who = who;
    this.both = both;
    this.figures = figures;
  }

  void ask(Fate.Cash paid, Purse purse) {
    if (paid.wish().settled().isAfter(ASKED)) {
      return;
    }
    Wish again = paid.wish().on(ASKED);
    Decided decided = agency.decide(who.history(), purse, again);
    Eligibility now = till.judge(decided.known(), again, Agency.answer(decided, Map.of(), 0));
    LateSettlement late = till.late(paid, again, now, purse, ASKED);
    boolean payable =
        decided.person().pool().state() != Verdict.State.CLOSED && decided.isForTheAgencyOrDirect();
    if (late instanceof LateSettlement.Offered) {
      figures.count(Count.LATE_OFFERED);
      if (!payable) {
        throw both.differ(again, "offered anew, and the centre says " + decided.why());
      }
    } else if (late instanceof LateSettlement.ByHand) {
      figures.count(Count.LATE_BY_HAND);
    } else if (late instanceof LateSettlement.NotEntitled no
        && decided.person().pool().state() == Verdict.State.PAYABLE_AFTERWARDS
        && no.why().rule().equals("R-ELIG-14")) {
      throw both.differ(again, "made good at the centre, and not settled anew: " + no.why());
    }
  }
}
