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
 * <p>Cancelling and refunding a booked bill begin in {@link #booked}, which is the end of a bill's
 * way today.
 */
final class Caller {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final int MOST_TRIES = 3;

  private final Till till;
  private final World world;
  private final Settler settler;
  private final Life life;
  private final Life process;
  private final Dice dice;
  private final Returns returns;
  private final BookedBefore bookedBefore;

  Caller(Till till, Settler settler, Life life, Life process) {
    this.till = till;
    this.world = till.world;
    this.settler = settler;
    this.life = life;
    this.process = process;
    this.dice = world.dice("caller " + life);
    this.returns = new Returns(this, till, settler, dice);
    this.bookedBefore = new BookedBefore(this, till, settler, dice);
  }

  void begin() {
    guarded(this::takeUp).run();
  }

  private void takeUp() {
    List<BillId> unfinished = settler.unfinished();
    for (Row row : till.books.rows()) {
      BillId bill = row.plan.id(row.number);
      if (row.stage == Stage.NEW) {
        Duration wait = row.plan.arrives().minus(world.agenda.elapsed());
        later(wait.isNegative() ? dice.seconds(1, 20) : wait, () -> serve(row));
      } else if (row.stage == Stage.SETTLING && world.has(Defect.CALLER_SETTLES_AGAIN)) {
        row.number = row.plan.number() + "-" + row.tries;
        later(dice.seconds(1, 20), () -> serve(row));
      } else if (row.stage == Stage.CANCELLING) {
        later(dice.millis(10, 2000), () -> returns.ask(row));
      } else if (row.stage == Stage.SETTLING || unfinished.contains(bill)) {
        later(dice.millis(10, 2000), () -> lookAgain(row));
      } else if (row.stage == Stage.SETTLED) {
        returns.remember(row);
      }
    }
  }

  /** What became of a bill that was begun: by the one that knows. */
  void lookAgain(Row row) {
    Optional<SettlementOutcome> outcome = settler.outcomeOf(row.plan.id(row.number));
    if (outcome.isPresent()) {
      ended(row, outcome.get());
    } else if (row.stage == Stage.SETTLING) {
      again(row);
    }
  }

  void serve(Row row) {
    if (!till.lookUp(row.plan)) {
      later(dice.seconds(10, 40), () -> serve(row));
      return;
    }
    then(
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
      later(dice.millis(500, 40_000), () -> settle(row, quote));
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
        settler.settleLater(quote.bill(), quote, "op-1", dice.seconds(2, world.weather.patience())),
        outcome -> ended(row, outcome),
        e -> {
          if (e instanceof CentreUnreachable || e instanceof EnvelopeRejected) {
            row.stage = Stage.NEW;
            again(row);
          } else {
            fail(e);
          }
        });
  }

  /** Nothing was settled: later once more, or never. */
  private void again(Row row) {
    row.stage = Stage.NEW;
    if (row.tries++ < MOST_TRIES && row.wanted) {
      later(dice.seconds(5, 90), () -> serve(row));
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
      settler.slip(bill);
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
      return settled(row, settler.accept(seen));
    }
    row.wanted = false;
    unwanted(row);
    return row;
  }

  void unwanted(Row row) {
    tell(row, "is not wanted any more");
    till.slips.takeBack(row.plan.id(row.number));
    then(
        settler.resolveLater(row.plan.id(row.number), Wish.NOT_WANTED, WITHIN),
        outcome -> ended(row, outcome),
        e -> wishFailed(row, e));
  }

  private void wishFailed(Row row, Throwable e) {
    if (e instanceof CentreUnreachable) {
      later(dice.seconds(1, 30), () -> lookAgain(row));
    } else {
      fail(e);
    }
  }

  private Row refused(Row row, SettlementOutcome.Refused refused) {
    tell(row, "did not settle: " + refused.code());
    BillId bill = row.plan.id(row.number);
    if (goesOn("before it books a refusal")) {
      if (settler.outcomeOf(bill).isPresent()) {
        settler.acknowledge(bill);
      }
      again(row);
    }
    return row;
  }

  private Row unknown(Row row) {
    if (settler.disputeOf(row.plan.id(row.number)).isPresent()) {
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
          settler.resolveLater(row.plan.id(row.number), wish, dice.seconds(5, 60)),
          outcome -> ended(row, outcome),
          e -> wishFailed(row, e));
    } else {
      later(dice.seconds(5, 60), () -> lookAgain(row));
    }
    return row;
  }

  void acknowledge(Row row) {
    if (goesOn("before it acknowledges")) {
      settler.acknowledge(row.plan.id(row.number));
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

  void later(Duration wait, Runnable task) {
    var unused = world.agenda.after(wait, life, guarded(task));
  }

  <T> void then(
      CompletionStage<T> stage, Consumer<? super T> good, Consumer<? super Throwable> bad) {
    var unused =
        stage.whenComplete(
            (value, e) ->
                guarded(
                        () -> {
                          if (e == null) {
                            good.accept(value);
                          } else {
                            bad.accept(e);
                          }
                        })
                    .run());
  }

  static void fail(Throwable e) {
    if (e instanceof RuntimeException known) {
      throw known;
    } else if (e instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(e);
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      if (life.isOver()) {
        return;
      }
      try {
        task.run();
      } catch (JournalUnavailable e) {
        // The till ends by itself soon, and the next life asks again.
        return;
      } catch (ProcessEnded e) {
        if (!process.isOver()) {
          throw e;
        }
      } catch (RuntimeException e) {
        world.chronicle.violation("a caller is told what it can expect", till.toString(), "" + e);
      }
    };
  }
}
