package io.caresettle.sim.simulate;

import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.settlement.Settler;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.simulate.CallerBooks.Row;
import io.caresettle.sim.simulate.CallerBooks.Stage;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * One life of the hospital's program at a till: it quotes, settles, prints, books and acknowledges,
 * and may end between any two of these. A later life asks what became of what it finds begun.
 *
 * <p>Cancelling and refunding a booked bill begin in {@link #booked}.
 */
final class Caller {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final int MOST_TRIES = 3;

  private final Till till;
  private final World world;
  private final Settler settler;
  private final Life life;
  private final Tasks tasks;
  private final Dice dice;
  private final Returns returns;
  private final BookedBefore bookedBefore;

  Caller(Till till, Settler settler, Life life, Life process) {
    this.till = till;
    this.world = till.world;
    this.settler = settler;
    this.life = life;
    this.tasks = new Tasks(till, life, process, this::recover);
    this.dice = world.dice("caller " + life);
    this.returns = new Returns(this, till, dice);
    this.bookedBefore = new BookedBefore(this, till, dice);
  }

  void begin() {
    try {
      takeUp();
    } catch (JournalUnavailable e) {
      // The till ends by itself soon, and the next life begins anew.
      world.chronicle.tell(till.toString(), "the caller cannot begin");
    }
  }

  private void takeUp() {
    List<BillId> unfinished = till.unfinished();
    for (Row row : till.books.rows()) {
      BillId bill = row.plan.id(row.number);
      if (row.stage == Stage.NEW) {
        Duration wait = row.plan.arrives().minus(world.agenda.elapsed());
        later(wait.isNegative() ? dice.seconds(1, 20) : wait, row, () -> serve(row));
      } else if (row.stage == Stage.SETTLING && world.has(Defect.CALLER_SETTLES_AGAIN)) {
        row.number = row.plan.number() + "-" + row.tries;
        later(dice.seconds(1, 20), row, () -> serve(row));
      } else if (row.stage == Stage.CANCELLING) {
        later(dice.millis(10, 2000), row, () -> returns.ask(row));
      } else if (row.stage == Stage.SETTLING || unfinished.contains(bill)) {
        later(dice.millis(10, 2000), row, () -> lookAgain(row));
      } else if (row.stage == Stage.SETTLED) {
        returns.remember(row);
      }
    }
  }

  /** What became of a bill that was begun: by the one that knows. */
  void lookAgain(Row row) {
    Optional<SettlementOutcome> outcome = at(row).outcomeOf(row.plan.id(row.number));
    if (outcome.isPresent()) {
      ended(row, outcome.get());
    } else if (row.stage == Stage.SETTLING) {
      again(row);
    }
  }

  void serve(Row row) {
    if (!till.lookUp(row.plan)) {
      later(dice.seconds(10, 40), row, () -> serve(row));
      return;
    }
    then(
        row,
        settler.quoteLater(row.plan.request(row.number), WITHIN),
        quote -> quoted(row, quote),
        e -> notQuoted(row, e));
  }

  private void notQuoted(Row row, Throwable e) {
    if (e instanceof CentreUnreachable || e instanceof EnvelopeRejected) {
      again(row);
    } else if (e instanceof CentreRefused refused) {
      tell(row, "is refused a quote: " + refused.code());
      again(row);
    } else {
      fail(e);
    }
  }

  private void quoted(Row row, Quote quote) {
    if (goesOn("with a quote")) {
      later(dice.millis(500, 40_000), row, () -> settle(row, quote));
    }
  }

  private void settle(Row row, Quote quote) {
    row.stage = Stage.SETTLING;
    row.tries++;
    if (!goesOn("before it settles")) {
      return;
    }
    tell(row, "is to be settled");
    then(
        row,
        settler.settleLater(quote.bill(), quote, "op-1", dice.seconds(2, world.weather.patience())),
        outcome -> ended(row, outcome),
        e -> {
          if (e instanceof CentreUnreachable || e instanceof EnvelopeRejected) {
            row.stage = Stage.NEW;
            again(row);
          } else if (isOfAnotherTill(e)) {
            later(dice.seconds(1, 30), row, () -> lookAgain(row));
          } else {
            fail(e);
          }
        });
  }

  /**
   * Whoever is to be asked about the row: where tills keep one journal, the one that answers for
   * the bill.
   */
  Settler at(Row row) {
    return till.answeringFor(row.plan.id(row.number)).settler();
  }

  static boolean isOfAnotherTill(Throwable e) {
    return e instanceof JournalUnavailable journal
        && journal.reason() == JournalUnavailable.Reason.OTHER_TILL;
  }

  /** Nothing was settled: later once more, or never. */
  private void again(Row row) {
    row.stage = Stage.NEW;
    if (row.tries++ < MOST_TRIES && row.wanted) {
      later(dice.seconds(5, 90), row, () -> serve(row));
    } else {
      row.stage = Stage.NONE;
      tell(row, "is paid in cash");
    }
  }

  private void ended(Row row, SettlementOutcome outcome) {
    if (BookedBefore.is(row)) {
      bookedBefore.ended(row, outcome);
      return;
    }
    var unused =
        outcome.<Row>fold(
            settled -> settled(row, settled),
            differently -> decide(row, differently),
            refused -> refused(row, refused),
            unknown -> unknown(row));
  }

  private Row settled(Row row, Settled settled) {
    if (!row.wanted || (row.plan.regrets() && row.tries < MOST_TRIES)) {
      row.wanted = false;
      unwanted(row);
      return row;
    }
    BillId bill = settled.bill();
    if (goesOn("before it prints")) {
      at(row).slip(bill);
      till.slips.print(bill, settled.settlementId());
      if (goesOn("before it books")) {
        book(bill, settled.settlementId());
        acknowledge(row);
      }
    }
    return row;
  }

  void book(BillId bill, String settlementId) {
    Row row = till.books.row(bill.number());
    row.stage = Stage.SETTLED;
    row.settlementId = settlementId;
    tell(row, "is booked as " + settlementId);
  }

  private Row decide(Row row, SettledDifferently seen) {
    if (row.wanted && dice.happens(600)) {
      tell(row, "has other figures, which are taken");
      return settled(row, at(row).accept(seen));
    }
    row.wanted = false;
    unwanted(row);
    return row;
  }

  void unwanted(Row row) {
    tell(row, "is not wanted any more");
    till.slips.takeBack(row.plan.id(row.number));
    then(
        row,
        at(row).resolveLater(row.plan.id(row.number), Wish.NOT_WANTED, WITHIN),
        outcome -> ended(row, outcome),
        e -> wishFailed(row, e));
  }

  private void wishFailed(Row row, Throwable e) {
    if (e instanceof CentreUnreachable || isOfAnotherTill(e)) {
      later(dice.seconds(1, 30), row, () -> lookAgain(row));
    } else {
      fail(e);
    }
  }

  private Row refused(Row row, SettlementOutcome.Refused refused) {
    tell(row, "did not settle: " + refused.code());
    BillId bill = row.plan.id(row.number);
    if (goesOn("before it books a refusal")) {
      if (at(row).outcomeOf(bill).isPresent()) {
        at(row).acknowledge(bill);
      }
      again(row);
    }
    return row;
  }

  private Row unknown(Row row) {
    if (at(row).disputeOf(row.plan.id(row.number)).isPresent()) {
      row.stage = Stage.DISPUTED;
      tell(row, "is disputed, and left to a person");
      return row;
    }
    if (row.wanted && row.plan.regrets() && dice.happens(300)) {
      row.wanted = false;
    }
    if (dice.happens(400)) {
      Wish wish = row.wanted ? Wish.WANTED : Wish.NOT_WANTED;
      then(
          row,
          at(row).resolveLater(row.plan.id(row.number), wish, dice.seconds(5, 60)),
          outcome -> ended(row, outcome),
          e -> wishFailed(row, e));
    } else {
      later(dice.seconds(5, 60), row, () -> lookAgain(row));
    }
    return row;
  }

  void acknowledge(Row row) {
    if (goesOn("before it acknowledges")) {
      at(row).acknowledge(row.plan.id(row.number));
      booked(row);
    }
  }

  private void booked(Row row) {
    tell(row, "is acknowledged");
    if (row.stage == Stage.SETTLED) {
      returns.consider(row);
    }
  }

  /** Whether this life goes on; sometimes it ends here, alone or with its process. */
  boolean goesOn(String when) {
    if (world.isStorm() && dice.happens(world.weather.callerEnds())) {
      if (dice.happens(500)) {
        till.end(when);
      } else {
        till.endCaller(when);
      }
    }
    return !life.isOver();
  }

  void tell(Row row, String what) {
    world.chronicle.tell(till.toString(), row.number + " " + what);
  }

  void later(Duration wait, Row row, Runnable task) {
    tasks.later(wait, row, task);
  }

  <T> void then(
      Row row,
      CompletionStage<T> stage,
      Consumer<? super T> good,
      Consumer<? super Throwable> bad) {
    tasks.then(row, stage, good, bad);
  }

  /** A till that keeps the journal with this one ended, or answers for the bill: ask again. */
  private void recover(Row row) {
    if (row.stage == Stage.CANCELLING) {
      later(dice.seconds(1, 30), row, () -> returns.ask(row));
    } else if (row.stage != Stage.NEW) {
      later(dice.seconds(1, 30), row, () -> lookAgain(row));
    }
  }

  static void fail(Throwable e) {
    if (e instanceof RuntimeException known) {
      throw known;
    } else if (e instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(e);
  }
}
