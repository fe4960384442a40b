package io.caresettle.settlement;

import io.caresettle.centre.Centre;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.centre.PreparedReversal;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Undone;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * The one owner of every bill of which nobody knows how it ended: it asks, and it undoes, turn
 * after turn, until it is known. Nobody else sends a reversal.
 *
 * <p>It never gives a bill up. What makes it slow down is {@link Backoff}; what makes a person look
 * is the count it reports.
 */
final class Resolver {

  /** How often a bill had a turn in vain, and which of its planned turns is the valid one. */
  private record Plan(int tries, long number) {}

  private final Ledger ledger;
  private final Centre centre;
  private final Clock clock;
  private final Backoff backoff;
  private final Duration within;
  private final ScheduledExecutorService thread;
  private final IntConsumer unresolved;
  private final Map<BillId, Plan> plans = new HashMap<>();
  private long planned;

  Resolver(
      Ledger ledger,
      Centre centre,
      Clock clock,
      Backoff backoff,
      Duration within,
      ScheduledExecutorService thread,
      IntConsumer unresolved) {
    this.ledger = ledger;
    this.centre = centre;
    this.clock = clock;
    this.backoff = backoff;
    this.within = within;
    this.thread = thread;
    this.unresolved = unresolved;
  }

  /** Gives the bill a turn at once, whatever was planned for it. */
  void now(BillId bill) {
    plan(bill, 0, Duration.ZERO);
  }

  private void plan(BillId bill, int tries, Duration wait) {
    long number;
    int count;
    synchronized (plans) {
      number = ++planned;
      plans.put(bill, new Plan(tries, number));
      count = plans.size();
    }
    unresolved.accept(count);
    try {
      var unused = thread.schedule(() -> turn(bill, number), wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The terminal is closing. The journal knows the bill; the next opening goes on with it.
      return;
    }
  }

  private void turn(BillId bill, long number) {
    Plan plan;
    synchronized (plans) {
      plan = plans.get(bill);
    }
    if (plan == null || plan.number() != number) {
      return;
    }
    boolean open;
    boolean moved = false;
    try {
      BillState before = stateOf(bill);
      open = ledger.with(bill, this::oneTurn);
      moved = !before.getClass().equals(stateOf(bill).getClass());
    } catch (RuntimeException | Error e) {
      // The journal failed, so nothing may be done; or we did. Either way the bill stays ours.
      open = true;
    }
    synchronized (plans) {
      Plan latest = plans.get(bill);
      if (latest == null || latest.number() != number) {
        return; // Somebody asked for a turn in the meantime.
      }
      if (!open) {
        plans.remove(bill);
      }
    }
    if (open) {
      // From finding out to undoing there is nothing to wait for.
      int tries = moved ? 0 : plan.tries() + 1;
      plan(bill, tries, moved ? Duration.ZERO : backoff.after(tries));
    } else {
      report();
    }
  }

  private void report() {
    int count;
    synchronized (plans) {
      count = plans.size();
    }
    unresolved.accept(count);
  }

  private BillState stateOf(BillId bill) {
    return ledger.with(
        bill,
        c -> {
          c.lock();
          try {
            return c.state();
          } finally {
            c.unlock();
          }
        });
  }

  /** Whether the bill still needs turns after this one. */
  private boolean oneTurn(Case c) {
    Optional<Effect> effect;
    Evidence document;
    c.lock();
    try {
      effect = c.happen(turn(c.state())).effect();
      document = c.state() instanceof BillState.Reversing r ? r.document() : Evidence.NONE;
    } finally {
      c.unlock();
    }
    effect.flatMap(e -> send(e, document)).ifPresent(event -> locked(c, event));
    c.lock();
    try {
      return c.state().unresolved();
    } finally {
      c.unlock();
    }
  }

  /** A reversal is sent as it was kept, unless it was signed with a key that this terminal lost. */
  private Event turn(BillState state) {
    return state instanceof BillState.Reversing r && !centre.canSend(r.document())
        ? new Event.KeyChanged(ledger.nextMessageId())
        : new Event.Turn(clock.instant(), ledger.nextMessageId());
  }

  private static Machine.Step locked(Case c, Event event) {
    c.lock();
    try {
      return c.happen(event);
    } finally {
      c.unlock();
    }
  }

  /** What the centre told; empty when it told nothing that can be believed. */
  private Optional<Event> send(Effect effect, Evidence document) {
    if (effect instanceof Effect.Ask ask) {
      Reply<Fate> reply = centre.query(ask.message(), within);
      return reply instanceof Reply.Answered<Fate> told
          ? Optional.of(
              new Event.FateTold(
                  ask.message().messageId(), told.value(), clock.instant(), ledger.nextMessageId()))
          : Optional.empty();
    } else if (effect instanceof Effect.Undo undo) {
      Reply<Undone> reply =
          centre.reverse(new PreparedReversal(undo.reversalId(), undo.message(), document), within);
      return reply instanceof Reply.Answered<Undone> told
          ? Optional.of(new Event.UndoneTold(undo.message().messageId(), told.value()))
          : Optional.empty();
    }
    return Optional.empty();
  }
}
