package io.caresettle.settlement;

import io.caresettle.centre.Receipt;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.problem.Misuse;
import io.caresettle.split.SettlementSplit;
import java.util.Map;
import java.util.Optional;

/** Makes the slips: one of each ending that is kept and decided, and of nothing else. */
final class Slips {

  private static final SettlementSplit NOTHING = new SettlementSplit(Money.ZERO, Map.of());

  private Slips() {}

  /**
   * The slip of a bill that ended.
   *
   * @throws Misuse when it did not, or not in a way that gives the patient anything
   */
  static Slip of(SlipSource source) {
    if (source.end() instanceof BillState.Settled s) {
      return slip(s.intent(), s.intent().operator(), settled(s.receipt()), standing(s));
    } else if (source.end() instanceof BillState.Cancelled c) {
      return slip(c.intent(), operator(source, c), cancelled(source, c), returned(c));
    } else if (source.end() instanceof BillState.Reversed r) {
      return slip(
          r.intent(),
          r.intent().operator(),
          new Slip.Reversed(source.undone(), source.at()),
          new Slip.Sums(
              r.intent().confirmed().split().total(),
              NOTHING,
              Optional.empty(),
              Optional.empty(),
              YearToDate.untold()));
    }
    throw new Misuse(
        "Bill "
            + source.bill()
            + " is "
            + source.end().name()
            + ": only what is settled and decided, cancelled or reversed is printed");
  }

  /**
   * The one slip of a refund: the old bill is cancelled, and the rest of it stands as the new one.
   *
   * @throws Misuse when one of both is not so far, or the two are no refund
   */
  static Slip refund(SlipSource old, SlipSource anew) {
    if (!(old.end() instanceof BillState.Cancelled gone)
        || !(anew.end() instanceof BillState.Settled stands)) {
      throw new Misuse(
          "Bill "
              + old.bill()
              + " is "
              + old.end().name()
              + " and bill "
              + anew.bill()
              + " is "
              + anew.end().name()
              + ": a refund is printed once the one is cancelled and the other is settled");
    }
    requireRefund(old, gone, anew, stands);
    Slip.Sums now = standing(stands);
    return slip(
        stands.intent(),
        operator(old, gone),
        new Slip.Refunded(
            old.bill(),
            cancelled(old, gone),
            gone.intent().particulars().lines(),
            gone.word().returned(),
            settled(stands.receipt())),
        new Slip.Sums(
            now.total(),
            now.split(),
            now.cut(),
            Optional.of(
                new Slip.Account(
                    returned(gone).account().orElseThrow().before(),
                    stands.receipt().accountBalanceAfter())),
            now.year()));
  }

  private static void requireRefund(
      SlipSource old, BillState.Cancelled gone, SlipSource anew, BillState.Settled stands) {
    boolean sameVisit =
        old.bill().institutionCode().equals(anew.bill().institutionCode())
            && gone.intent()
                .particulars()
                .visitNumber()
                .equals(stands.intent().particulars().visitNumber());
    boolean costsNoMore =
        stands.receipt().split().total().compareTo(gone.word().returned().total()) <= 0;
    boolean afterwards = !stands.receipt().settledAt().isBefore(gone.word().cancelledAt());
    if (!sameVisit || !costsNoMore || !afterwards || old.bill().equals(anew.bill())) {
      throw new Misuse(
          "Bill "
              + anew.bill()
              + " is not what was left of bill "
              + old.bill()
              + ": expected another bill of the same visit, settled after the cancellation, of no"
              + " more than it");
    }
  }

  private static Slip slip(Intent intent, String operator, Slip.Ending ending, Slip.Sums sums) {
    Particulars p = intent.particulars();
    return new Slip(
        intent.bill(),
        new Slip.Issued(
            p.institutionName(),
            p.area(),
            p.terminalSlot(),
            operator,
            p.visitNumber(),
            p.maskedName(),
            p.scheme()),
        ending,
        p.lines(),
        p.agreed(),
        p.told(),
        sums,
        p.testFigures(),
        false);
  }

  private static String operator(SlipSource source, BillState.Cancelled cancelled) {
    return source.order().map(CancelOrder::operator).orElse(cancelled.intent().operator());
  }

  private static Slip.Settled settled(Receipt receipt) {
    return new Slip.Settled(receipt.settlementId(), receipt.settledAt(), receipt.businessDate());
  }

  private static Slip.Cancelled cancelled(SlipSource source, BillState.Cancelled cancelled) {
    return new Slip.Cancelled(
        cancelled.word().settlementId(),
        cancelled.word().cancellationId(),
        source.order().map(CancelOrder::reason).orElse(""),
        source.order().map(CancelOrder::approvedBy).orElse(""),
        cancelled.word().cancelledAt(),
        cancelled.word().businessDate());
  }

  /** Before it, the account held what it paid besides. */
  private static Slip.Sums standing(BillState.Settled settled) {
    Receipt receipt = settled.receipt();
    Money after = receipt.accountBalanceAfter();
    return new Slip.Sums(
        receipt.split().total(),
        receipt.split(),
        Optional.of(receipt.cut()),
        Optional.of(
            new Slip.Account(after.plus(receipt.split().paidBy(Payer.PERSONAL_ACCOUNT)), after)),
        settled.intent().particulars().year());
  }

  private static Slip.Sums returned(BillState.Cancelled cancelled) {
    SettlementSplit back = cancelled.word().returned();
    Money after = cancelled.word().accountBalanceAfter();
    return new Slip.Sums(
        back.total(),
        back,
        Optional.empty(),
        Optional.of(new Slip.Account(after.minus(back.paidBy(Payer.PERSONAL_ACCOUNT)), after)),
        YearToDate.untold());
  }
}
