package io.caresettle.sim.load;

import io.caresettle.credential.InsuranceCode;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.operator.Shift;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.SettlementException;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.phone.CodeIssuer;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Somebody at a counter who buys the same thing again and again; one bill in flight. */
final class Buyer {

  private static final List<String> PEOPLE = List.of("P0000001", "P0000002", "P0000004");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_ASKED = 40;

  private final Terminal terminal;
  private final Counter counter;
  private final Shift supervisor;
  private final String name;
  private final Eligibility eligibility;

  private Buyer(
      Terminal terminal, Counter counter, Shift supervisor, String name, Eligibility eligibility) {
    this.terminal = terminal;
    this.counter = counter;
    this.supervisor = supervisor;
    this.name = name;
    this.eligibility = eligibility;
  }

  /** Comes to a counter of its own and shows a code. */
  static Buyer comes(
      Simulator simulator, Terminal terminal, Shift supervisor, Clock clock, String level, int at) {
    String name = level + "-" + at;
    String person = PEOPLE.get(at % PEOPLE.size());
    Counter counter = terminal.counter(TestOperators.key("cashier-1"));
    InsuranceCode code =
        simulator.codeReader().fromText(CodeIssuer.ofTheSimulation(clock).issue(person).text());
    // One visit of each person: who is at two counters for two visits is asked why.
    String visit = "V-" + person;
    Patient patient = counter.identify(code, simulator.registration(person, visit));
    Eligibility eligibility =
        counter.eligibility(patient, new Visit(visit, CareType.PHARMACY, Simulator.DEMO_DAY));
    return new Buyer(terminal, counter, supervisor, name, eligibility);
  }

  /** Buys until there is nothing more to buy. */
  void buy(Tally tally) {
    for (long number = tally.next(); number >= 0; number = tally.next()) {
      BillId bill = new BillId(Simulator.PHARMACY.code(), name + tally.mark() + number);
      try {
        buy(tally, bill);
      } catch (CentreUnreachable e) {
        // Nothing was begun, or the centre could not be asked: the terminal knows.
        tally.trouble();
      } catch (SettlementException e) {
        tally.trouble();
        if (terminal.outcomeOf(bill).isEmpty()) {
          tally.notSettled();
        }
      } catch (RuntimeException e) {
        tally.fault(bill, e.toString());
      }
    }
  }

  private void buy(Tally tally, BillId bill) {
    long begun = System.nanoTime();
    Quote quote =
        counter.quote(
            eligibility, new Bill(bill, List.of(FeeLine.of("1", "TEST-0001", "1.00", "1"))));
    long quoted = System.nanoTime();
    SettlementOutcome outcome = counter.settle(bill, quote);
    long answered = System.nanoTime();
    for (int asked = 0; !isEnd(outcome) && asked < MOST_ASKED; asked++) {
      tally.trouble();
      outcome =
          outcome instanceof SettlementOutcome.SettledDifferently differently
              ? terminal.accept(supervisor, differently)
              : terminal.resolve(supervisor, bill, Wish.WANTED, PATIENCE);
    }
    if (!isEnd(outcome)) {
      tally.fault(bill, "hangs: " + outcome);
      return;
    }
    if (terminal.outcomeOf(bill).isPresent()) {
      terminal.acknowledge(bill);
    }
    if (outcome instanceof SettlementOutcome.Settled) {
      tally.settled(answered - quoted, System.nanoTime() - begun);
    } else {
      tally.notSettled();
    }
  }

  private static boolean isEnd(SettlementOutcome outcome) {
    return outcome instanceof SettlementOutcome.Settled
        || outcome instanceof SettlementOutcome.Refused;
  }

  void leave() {
    counter.close();
  }
}
