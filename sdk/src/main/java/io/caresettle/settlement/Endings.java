package io.caresettle.settlement;

import io.caresettle.journal.RecordType;
import io.caresettle.money.Money;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.split.BillId;
import io.caresettle.split.OtherLayer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is done with a bill that has ended: someone decides on it, prints it, books it. */
final class Endings {

  private final Ledger ledger;

  Endings(Ledger ledger) {
    this.ledger = ledger;
  }

  Settled accept(SettledDifferently seen) {
    return ledger.ask(
        seen.bill(),
        work -> {
          Optional<SettlementOutcome> now = Outcomes.of(seen.bill(), work.state());
          if (now.filter(o -> o.equals(seen) || o.equals(seen.settled())).isEmpty()) {
            throw new Misuse(
                "Bill " + seen.bill() + " does not stand with these figures: ask for its outcome");
          }
          work.happen(new Event.Accepted());
          return seen.settled();
        });
  }

  Money unagreed(SettledDifferently seen) {
    if (!(ledger.ask(seen.bill(), Case::state) instanceof BillState.Differs differs)) {
      return Money.ZERO;
    }
    return Differing.unagreed(differs.intent(), differs.receipt());
  }

  List<OtherLayer> unauthorised(SettledDifferently seen) {
    return ledger.ask(seen.bill(), Case::state) instanceof BillState.Differs differs
        ? Differing.unauthorised(differs.intent(), differs.receipt())
        : List.of();
  }

  void acknowledge(BillId bill) {
    var unused =
        ledger.ask(
            bill,
            work -> {
              requireAttempt(work);
              work.happen(new Event.Acknowledged());
              if (!work.state().isAcknowledged()) {
                throw new Misuse(
                    "Bill "
                        + bill
                        + " has no ending that could be booked: it is "
                        + work.state().name()
                        + "; resolve or decide it first");
              }
              return work.state();
            });
  }

  Slip slip(BillId bill) {
    return Slips.of(source(bill));
  }

  /** Of both bills of a refund. */
  Slip refundSlip(BillId old, BillId anew) {
    return Slips.refund(source(old), source(anew));
  }

  /** What is durable, once those who came before are done with it. */
  private SlipSource source(BillId bill) {
    return ledger.ask(bill, work -> SlipSource.of(bill, ledger.records(bill)));
  }

  /** What both sides disagree about; empty where they do not. */
  Optional<String> disputeOf(BillId bill) {
    BillState state = ledger.ask(bill, Case::state);
    if (state instanceof BillState.HeldByCentre h && !h.acknowledged()) {
      return Optional.of(h.reason());
    }
    return state instanceof BillState.Disputed d ? Optional.of(d.reason()) : Optional.empty();
  }

  Optional<Refunding> refunding(BillId old) {
    BillState state = ledger.ask(old, Case::state);
    Optional<BillId> anew =
        state instanceof BillState.Cancelled c
            ? c.anew()
            : state instanceof BillState.Cancelling c ? c.order().anew() : Optional.empty();
    return anew.map(
        remaining ->
            ledger.ask(
                remaining,
                work ->
                    new Refunding(
                        old,
                        remaining,
                        Outcomes.ofCancelling(old, state),
                        Outcomes.of(remaining, work.state()),
                        Machine.mayBegin(work.state()))));
  }

  /** The day's end found both sides agreed about it; kept once for a day. */
  void agrees(BillId bill, LocalDate day) {
    var unused =
        ledger.ask(
            bill,
            work -> {
              boolean kept =
                  ledger.records(bill).stream()
                      .filter(entry -> entry.type() == RecordType.RECONCILED)
                      .map(RecordReader::understand)
                      .anyMatch(new BillRecord.Reconciled(day)::equals);
              if (!kept && work.happen(new Event.Agrees(day)).records().isEmpty()) {
                throw new Misuse(
                    "Bill "
                        + bill
                        + " is "
                        + work.state().name()
                        + ": only what has ended can agree with the centre's books");
              }
              return work.state();
            });
  }

  static void requireAttempt(Case work) {
    if (work.state() instanceof BillState.Fresh) {
      throw new Misuse("Bill " + work.bill() + " was never to be settled here");
    }
  }
}
