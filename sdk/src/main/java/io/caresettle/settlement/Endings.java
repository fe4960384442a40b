package io.caresettle.settlement;

import io.caresettle.money.Money;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.split.BillId;
import io.caresettle.split.OtherLayer;
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
    Agreed agreed = differs.intent().particulars().agreed();
    Money confirmed = differs.intent().confirmed().cut().outOfCatalogue();
    Money known = confirmed.compareTo(agreed.upTo()) < 0 ? agreed.upTo() : confirmed;
    Money settled = differs.receipt().cut().outOfCatalogue();
    return !agreed.emergency().isEmpty() || settled.compareTo(known) <= 0
        ? Money.ZERO
        : settled.minus(known);
  }

  List<OtherLayer> unauthorised(SettledDifferently seen) {
    return ledger.ask(seen.bill(), Case::state) instanceof BillState.Differs differs
        ? Leave.missing(differs.receipt().split(), differs.intent().particulars().leave())
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
    BillState state = ledger.ask(bill, Case::state);
    if (state instanceof BillState.Settled s) {
      return Slip.of(s.intent(), s.receipt());
    }
    throw new Misuse(
        "Bill " + bill + " is " + state.name() + ": only what is settled and decided is printed");
  }

  static void requireAttempt(Case work) {
    if (work.state() instanceof BillState.Fresh) {
      throw new Misuse("Bill " + work.bill() + " was never to be settled here");
    }
  }
}
