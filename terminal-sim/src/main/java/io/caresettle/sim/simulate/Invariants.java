package io.caresettle.sim.simulate;

import io.caresettle.problem.SettlementException;
import io.caresettle.reconciliation.Difference;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.sim.centre.Books;
import io.caresettle.sim.centre.Known;
import io.caresettle.sim.simulate.CallerBooks.Row;
import io.caresettle.sim.simulate.CallerBooks.Stage;
import io.caresettle.split.BillId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold when everything is mended and quiet: all books agree on every bill. */
final class Invariants {

  private final World world;
  private final CentreHost host;
  private final List<Till> tills;
  private final Map<BillId, Known.Settled> standing = new HashMap<>();

  Invariants(World world, CentreHost host, List<Till> tills) {
    this.world = world;
    this.host = host;
    this.tills = tills;
  }

  void check(boolean quiet) {
    if (!quiet) {
      broken("nothing is left to do in the end", "world", "a day has passed");
    }
    Books books = host.books();
    books.ledgers().forEach(l -> fact("ledger", l.ledger(), "" + l.fen(), "" + l.postings()));
    if (!books.balance()) {
      broken("money is neither made nor lost", "centre", books.faults().toString());
    }
    for (Known.Settled settlement : host.settlements()) {
      tell(settlement);
      BillId bill = billOf(settlement);
      if (stands(settlement) && standing.put(bill, settlement) != null) {
        broken("a bill stands at most once", settlement.bill(), "it stands twice");
      }
    }
    tills.forEach(this::check);
    if (quiet) {
      world.agenda.pass(DayEnds.ALL_CLOSED);
      tills.stream().filter(Till::isUp).forEach(this::compareDays);
    }
  }

  private void tell(Known.Settled one) {
    fact("settlement", one.id(), one.bill(), one.message(), one.undoneBy(), one.undoneOn());
  }

  private static boolean stands(Known.Settled settlement) {
    return settlement.undoneBy().isEmpty();
  }

  /** Where a centre numbers bills in its own way, a settlement is of whoever sent its message. */
  private BillId billOf(Known.Settled settlement) {
    return tills.stream()
        .flatMap(till -> till.disk.billOf(settlement.message()).stream())
        .findFirst()
        .orElseGet(() -> new BillId(settlement.institution(), settlement.bill()));
  }

  /** After the day's end, whoever settled what, there is nothing that only one side knows. */
  private void compareDays(Till till) {
    List<Difference> differences;
    try {
      differences = new DayEnds(world, till).differences();
    } catch (SettlementException e) {
      broken("a day can be compared", till.toString(), "" + e);
      return;
    }
    for (Difference one : differences) {
      if (!isExcused(one.bill())) {
        broken(
            "both books agree at the day's end",
            one.bill().number(),
            one.getClass().getSimpleName());
      }
    }
  }

  private void check(Till till) {
    if (!till.isUp()) {
      broken("a till comes back", till.toString(), "it is down");
      return;
    }
    if (!till.disk.trail().verifies()) {
      broken("the audit chain verifies", till.toString(), "a link does not fit");
    }
    for (BillId bill : till.settler().unfinished()) {
      if (isExcused(bill)) {
        continue;
      }
      broken("nothing is left open", bill.number(), "it is still listed as unfinished");
    }
    till.books.rows().forEach(row -> check(till, row));
    till.slips.inHand().forEach(this::checkSlip);
  }

  private void check(Till till, Row row) {
    fact("row", row.number, row.stage.name(), row.settlementId);
    BillId first = row.plan.id(row.plan.number());
    BillId bill = row.plan.id(row.number);
    if (timesPaid(first) > 1) {
      broken("a patient pays once", first.number(), "it stands under two numbers");
    }
    Optional<Known.Settled> atCentre = Optional.ofNullable(standing.get(bill));
    boolean open =
        row.stage == Stage.SETTLING || row.stage == Stage.CANCELLING || row.stage == Stage.DISPUTED;
    if (open && !isExcused(bill)) {
      broken("nothing is left open", bill.number(), "its caller never learned how it ended");
    }
    Optional<String> booked =
        row.stage == Stage.SETTLED ? Optional.of(row.settlementId) : Optional.empty();
    compare("the caller's books are the centre's", bill, booked, atCentre);
    compareTill(till, bill, atCentre);
  }

  /** Under its own number, and under those that a caller made of it. */
  private long timesPaid(BillId first) {
    return standing.keySet().stream()
        .filter(bill -> bill.institutionCode().equals(first.institutionCode()))
        .map(BillId::number)
        .filter(n -> n.equals(first.number()) || n.startsWith(first.number() + "-"))
        .count();
  }

  private void compareTill(Till till, BillId bill, Optional<Known.Settled> atCentre) {
    Optional<SettlementOutcome> outcome;
    try {
      outcome = till.settler().outcomeOf(bill);
    } catch (SettlementException e) {
      broken("a till can tell", bill.number(), "" + e);
      return;
    }
    if (outcome
        .filter(o -> !(o instanceof Settled || o instanceof SettlementOutcome.Refused))
        .isPresent()) {
      if (isExcused(bill)) {
        return;
      }
      broken("nothing is left open", bill.number(), "the till says " + outcome.get());
    }
    compare(
        "the till's books are the centre's",
        bill,
        outcome.filter(o -> o instanceof Settled).map(o -> ((Settled) o).settlementId()),
        atCentre);
  }

  private void compare(
      String invariant, BillId bill, Optional<String> here, Optional<Known.Settled> atCentre) {
    Optional<String> there = atCentre.map(Known.Settled::id);
    if (!here.equals(there) && !isExcused(bill)) {
      broken(
          invariant,
          bill.number(),
          here.orElse("nothing") + " here, " + there.orElse("nothing") + " there");
    }
  }

  private void checkSlip(BillId bill, String settlementId) {
    fact("slip", bill.number(), settlementId);
    boolean held =
        Optional.ofNullable(standing.get(bill))
            .filter(s -> s.id().equals(settlementId))
            .isPresent();
    if (!held && !isExcused(bill)) {
      broken("a patient holds a slip of what stands", bill.number(), settlementId);
    }
  }

  /**
   * What a centre lost with an hour of its books, or a till with its disk, only a day's end can
   * find and people mend.
   */
  private boolean isExcused(BillId bill) {
    if (isLeftToAPerson(bill)) {
      return true;
    }
    return tills.stream().anyMatch(till -> till.contested.contains(bill))
        || tills.stream().flatMap(till -> till.disk.timesOf(bill).stream()).anyMatch(host::hasLost);
  }

  private void fact(String... what) {
    world.chronicle.fact(what);
  }

  /** Nobody can know what the platform's words meant; the bill is disputed, and listed. */
  private boolean isLeftToAPerson(BillId bill) {
    return world.undecided.contains(bill)
        && tills.stream()
            .filter(Till::isUp)
            .anyMatch(
                till ->
                    till.settler().disputeOf(bill).isPresent()
                        && till.settler().unfinished().contains(bill));
  }

  private void broken(String invariant, String where, String what) {
    world.chronicle.violation(invariant, where, what);
  }
}
