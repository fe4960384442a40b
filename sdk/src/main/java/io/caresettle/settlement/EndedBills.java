package io.caresettle.settlement;

import io.caresettle.money.Money;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.split.BillId;
import io.caresettle.split.OtherLayer;
import java.util.List;
import java.util.Optional;

/** What is asked and decided of bills that have ended. */
abstract class EndedBills {

  final Endings endings;

  EndedBills(Endings endings) {
    this.endings = endings;
  }

  /** Why both sides disagree about a bill; empty where they do not. */
  public Optional<String> disputeOf(BillId bill) {
    return endings.disputeOf(bill);
  }

  /**
   * Takes the other figures of a settlement, after someone has seen them.
   *
   * @param seen what was seen; it must still be what stands
   */
  public Settled accept(SettledDifferently seen) {
    return endings.accept(seen);
  }

  /**
   * What a settlement counts as out of scope beyond what the patient agreed to or confirmed; zero
   * where an emergency lifted the need, or the bill was decided on.
   */
  public Money unagreed(SettledDifferently seen) {
    return endings.unagreed(seen);
  }

  /**
   * The commercial insurers and mutual funds that pay in a settlement without leave (R-DATA-07);
   * none where the bill was decided on.
   */
  public List<OtherLayer> unauthorised(SettledDifferently seen) {
    return endings.unauthorised(seen);
  }

  /**
   * The caller has booked the ending; it is no longer listed as unfinished.
   *
   * @throws Misuse when there is no ending to book yet
   */
  public void acknowledge(BillId bill) {
    endings.acknowledge(bill);
  }

  /**
   * The slip of a settlement that stands.
   *
   * @throws Misuse when it does not stand, or its other figures were not decided on
   */
  public Slip slip(BillId bill) {
    return endings.slip(bill);
  }

  /**
   * The slip of a refund, which is of both bills: what goes back, and what is settled anew.
   *
   * @throws Misuse when the old one is not cancelled, or the new one does not stand
   */
  public Slip refundSlip(BillId old, BillId anew) {
    return endings.refundSlip(old, anew);
  }

  /**
   * Where a refund stands whose first half was the cancellation of {@code old}; empty where it was
   * cancelled for good, or is not cancelled.
   */
  public Optional<Refunding> refunding(BillId old) {
    return endings.refunding(old);
  }
}
