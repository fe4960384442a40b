package io.caresettle.sim.simulate;

import io.caresettle.problem.SettlementException;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.sim.centre.Books;
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
  private final Map<BillId, CentreHost.Settlement> standing = new HashMap<>();

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
    if (!books.balance()) {
      broken("money is neither made nor lost", "centre", books.faults().toString());
    }
    for (CentreHost.Settlement settlement : host.settlements()) {
      BillId bill = new BillId(settlement.institution(), settlement.bill());
      if (settlement.stands() && standing.put(bill, settlement) != null) {
        broken("a bill stands at most once", settlement.bill(), "it stands twice");
      }
    }
    tills.forEach(this::check);
  }

  private void check(Till till) {
    if (!till.isUp()) {
      broken("a till comes back", till.toString(), "it is down");
      return;
    }
    for (BillId bill : till.settler().unfinished()) {
      broken("nothing is left open", bill.number(), "it is still listed as unfinished");
    }
    till.books.rows().forEach(row -> check(till, row));
    till.slips.inHand().forEach(this::checkSlip);
  }

  private void check(Till till, Row row) {
    BillId first = row.plan.id(row.plan.number());
    BillId bill = row.plan.id(row.number);
    if (timesPaid(first) > 1) {
      broken("a patient pays once", first.number(), "it stands under two numbers");
    }
    Optional<CentreHost.Settlement> atCentre = Optional.ofNullable(standing.get(bill));
    if (row.stage == Stage.SETTLING) {
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

  private void compareTill(Till till, BillId bill, Optional<CentreHost.Settlement> atCentre) {
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
      broken("nothing is left open", bill.number(), "the till says " + outcome.get());
    }
    compare(
        "the till's books are the centre's",
        bill,
        outcome.filter(o -> o instanceof Settled).map(o -> ((Settled) o).settlementId()),
        atCentre);
  }

  private void compare(
      String invariant,
      BillId bill,
      Optional<String> here,
      Optional<CentreHost.Settlement> atCentre) {
    Optional<String> there = atCentre.map(CentreHost.Settlement::id);
    if (!here.equals(there) && !isExcused(bill)) {
      broken(
          invariant,
          bill.number(),
          here.orElse("nothing") + " here, " + there.orElse("nothing") + " there");
    }
  }

  private void checkSlip(BillId bill, String settlementId) {
    boolean held =
        Optional.ofNullable(standing.get(bill))
            .filter(s -> s.id().equals(settlementId))
            .isPresent();
    if (!held && !isExcused(bill)) {
      broken("a patient holds a slip of what stands", bill.number(), settlementId);
    }
  }

  /** What a centre lost with an hour of its books, only a day's end can find and people mend. */
  private boolean isExcused(BillId bill) {
    return tills.stream().flatMap(till -> till.disk.timesOf(bill).stream()).anyMatch(host::hasLost);
  }

  private void broken(String invariant, String where, String what) {
    world.chronicle.violation(invariant, where, what);
  }
}
