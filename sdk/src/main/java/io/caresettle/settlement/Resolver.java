package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/**
 * The one owner of every bill of which nobody knows how it ended: it asks, and it undoes, turn
 * after turn, until it is known. Nobody else sends a reversal.
 *
 * <p>It never gives a bill up. What makes it slow down is {@link Backoff}; what makes a person look
 * is the count it reports.
 */
final class Resolver {

  /**
   * So many bills have a turn at once: a till with many must not block the line for its patients.
   */
  private static final int AT_ONCE = 8;

  /** How often a bill had a turn in vain, and which of its planned turns is the valid one. */
  private record Plan(int tries, long number) {}

  private record Due(BillId bill, long number) {}

  private final Ledger ledger;
  private final Line line;
  private final SettlerSettings settings;
  private final Courier courier;
  private final Map<BillId, Plan> plans = new HashMap<>();
  private final Deque<Due> due = new ArrayDeque<>();
  private final Set<BillId> atWork = new HashSet<>();
  private long planned;
  private boolean held;
  private Set<BillId> stillHeld = Set.of();

  Resolver(Ledger ledger, Line line, SettlerSettings settings) {
    this.ledger = ledger;
    this.line = line;
    this.settings = settings;
    this.courier = new Courier(ledger, line, settings);
  }

  /** From now on no turn begins, until it is known whose journal this is. */
  void hold() {
    synchronized (plans) {
      held = true;
    }
  }

  /**
   * Turns begin again, those first whose time came meanwhile.
   *
   * @param except bills that have none until this is said again without them
   */
  void release(Set<BillId> except) {
    synchronized (plans) {
      held = false;
      stillHeld = Set.copyOf(except);
    }
    workOnWhatIsDue();
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
    settings.unresolved().accept(count);
    Runnable turn = () -> due(new Due(bill, number));
    try {
      if (wait.isZero()) {
        settings.turns().now(turn);
      } else {
        // Never taken back: a turn whose number is an older one is none.
        Runnable unused = settings.turns().after(wait, turn);
      }
    } catch (RejectedExecutionException e) {
      // The terminal is closing. The journal knows the bill; the next opening goes on with it.
      return;
    }
  }

  private void due(Due turn) {
    synchronized (plans) {
      due.add(turn);
    }
    workOnWhatIsDue();
  }

  private void workOnWhatIsDue() {
    while (true) {
      Optional<Due> next = next();
      if (next.isEmpty()) {
        return;
      }
      new Turn(next.get()).begin();
    }
  }

  /** The next turn that may begin; the bill is at work then. */
  private Optional<Due> next() {
    synchronized (plans) {
      if (held) {
        return Optional.empty();
      }
      Iterator<Due> waiting = due.iterator();
      while (waiting.hasNext() && atWork.size() < AT_ONCE) {
        Due turn = waiting.next();
        if (planOf(turn).isEmpty()) {
          waiting.remove();
        } else if (!stillHeld.contains(turn.bill()) && atWork.add(turn.bill())) {
          waiting.remove();
          return Optional.of(turn);
        }
      }
      return Optional.empty();
    }
  }

  /** Empty when somebody asked for another turn since this one was planned. */
  private Optional<Plan> planOf(Due turn) {
    return Optional.ofNullable(plans.get(turn.bill()))
        .filter(plan -> plan.number() == turn.number());
  }

  private void done(Due turn, boolean open, boolean moved) {
    Optional<Plan> plan;
    int count;
    synchronized (plans) {
      atWork.remove(turn.bill());
      plan = planOf(turn);
      if (!open && plan.isPresent()) {
        plans.remove(turn.bill());
      }
      count = plans.size();
    }
    if (open && plan.isPresent()) {
      // From finding out to undoing there is nothing to wait for.
      int tries = moved ? 0 : plan.get().tries() + 1;
      plan(turn.bill(), tries, moved ? Duration.ZERO : settings.backoff().after(tries));
    } else {
      settings.unresolved().accept(count);
    }
    workOnWhatIsDue();
  }

  /** One turn of one bill. */
  private final class Turn {

    private final Due due;

    Turn(Due due) {
      this.due = due;
    }

    void begin() {
      guarded(
          () -> ledger.on(due.bill(), work -> guarded(() -> ask(work, work.state().getClass()))));
    }

    private void ask(Case work, Class<?> before) {
      follow(work, work.happen(event(work.state())).effect(), before);
    }

    /** What an answer asks for, such as a query after a refusal, is of the same turn. */
    private void follow(Case work, Optional<Effect> effect, Class<?> before) {
      Evidence document =
          work.state() instanceof BillState.Reversing r ? r.document() : Evidence.NONE;
      if (effect.isEmpty()) {
        end(work, before);
      } else {
        courier.send(
            effect.get(),
            document,
            told ->
                guarded(
                    () ->
                        ledger.on(
                            due.bill(),
                            again ->
                                guarded(
                                    () -> {
                                      Optional<Effect> next =
                                          told.get().flatMap(e -> again.happen(e).effect());
                                      follow(again, next, before);
                                    }))));
      }
    }

    private void end(Case work, Class<?> before) {
      BillState state = work.state();
      done(due, state.unresolved(), !state.getClass().equals(before));
    }

    /** When the journal failed, nothing may be done; or we did. Either way the bill stays ours. */
    private void guarded(Runnable task) {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        done(due, true, false);
      }
    }
  }

  /** A reversal is sent as it was kept, unless it was signed with a key that this terminal lost. */
  private Event event(BillState state) {
    boolean lost =
        (state instanceof BillState.Reversing r && !line.canSend(r.document()))
            || (state instanceof BillState.Cancelling c && !line.canSend(c.document()));
    return lost
        ? new Event.KeyChanged(ledger.nextMessageId())
        : new Event.Turn(settings.clock().instant(), ledger.nextMessageId());
  }
}
