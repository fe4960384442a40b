package io.caresettle.settlement;

import io.caresettle.centre.Centre;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reservation;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.journal.Journal;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** Settles bills, each exactly once or not at all. Safe for use by many threads. */
public final class Settler {

  private final Centre centre;
  private final Ledger ledger;
  private final Sender sender;
  private final SettlerSettings settings;
  private final Resolver resolver;

  /** Takes up what an earlier process left open, before anything else. */
  public Settler(Centre centre, Journal journal, SettlerSettings settings) {
    this.centre = centre;
    this.settings = settings;
    this.ledger =
        new Ledger(
            journal,
            (bill, r) ->
                centre
                    .prepare(
                        new ReverseRequest(
                            r.reversalId(),
                            new SettleMessage(r.messageId(), bill),
                            settings.clock().instant()))
                    .document());
    this.sender = new Sender(centre, ledger, settings.clock());
    this.resolver =
        new Resolver(
            ledger,
            centre,
            settings.clock(),
            settings.backoff(),
            settings.within(),
            settings.resolver(),
            settings.unresolved());
    ledger.unfinished().forEach(this::takeUp);
  }

  private void takeUp(BillId bill) {
    try {
      if (locked(bill, c -> happenAndLook(c, new Event.Restarted())).unresolved()) {
        resolver.now(bill);
      }
    } catch (RecordUnreadable e) {
      // It stays on the list, and whoever asks for it is told why. The others are not concerned.
      return;
    }
  }

  /**
   * Asks the centre who would pay what.
   *
   * @throws CentreUnreachable when no answer came that can be believed; no money is concerned
   * @throws io.caresettle.problem.CentreRefused when the centre will not settle this bill
   */
  public Quote quote(QuoteRequest request, Duration within) {
    Quote quote = Quoting.ask(centre, settings.centreClock(), request, within);
    locked(quote.bill(), c -> ledger.keep(quote.bill(), c.state(), List.of(Quoting.record(quote))));
    return quote;
  }

  /**
   * Settles {@code bill} as the patient confirmed it, or says how it ended already.
   *
   * <p>An interrupt before anything was sent throws {@link CentreUnreachable}; after that it ends
   * the waiting with {@code Unknown}. The interrupt flag stays set either way.
   *
   * @throws CentreUnreachable when nothing was sent: the bill can be tried again
   * @throws io.caresettle.problem.EnvelopeRejected when nothing was sent, because somebody else
   *     than the centre was there
   * @throws Misuse when the bill is bound to another body
   */
  public SettlementOutcome settle(BillId bill, Quote quote, String operator, Duration within) {
    if (!quote.bill().equals(bill)) {
      throw new Misuse(
          "The quote is for bill "
              + quote.bill()
              + ", not for "
              + bill
              + ": ask for a quote of it");
    }
    return locked(bill, c -> settle(c, quote, operator, within));
  }

  private SettlementOutcome settle(Case c, Quote quote, String operator, Duration within) {
    requireSameBody(c, quote);
    if (!Machine.mayBegin(c.state(), quote.reference())) {
      awaitEnd(c, within);
      return Outcomes.of(c.bill(), c.state()).orElseThrow();
    }
    Optional<SettlementOutcome> voided = Outcomes.voided(quote, settings.centreClock());
    if (voided.isPresent()) {
      return voided.get();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CentreUnreachable(
          "Interrupted before anything of bill " + c.bill() + " was sent: it can be tried again");
    }
    long begun = System.nanoTime();
    Reservation way = sender.reserve(c.bill(), within);
    Duration left = within.minusNanos(System.nanoTime() - begun);
    if (left.isNegative() || left.isZero()) {
      way.close();
      throw new CentreUnreachable(
          "The deadline passed before anything of bill "
              + c.bill()
              + " was sent: it can be tried again");
    }
    Intent intent;
    try {
      intent = sender.prepare(quote, operator, left.plus(settings.keepFor()));
      c.happen(new Event.Confirmed(intent));
    } catch (RuntimeException | Error e) {
      way.close();
      throw e;
    }
    start(c, intent, way, left);
    String gaveUp = awaitEnd(c, left);
    return outcomeAfterSending(c, intent, gaveUp);
  }

  private static void requireSameBody(Case c, Quote quote) {
    Optional<Intent> earlier = c.state().lastIntent();
    if (earlier.filter(i -> !i.bodyDigest().equals(quote.bodyDigest())).isPresent()) {
      throw new Misuse(
          "Bill "
              + c.bill()
              + " was to be settled before with other lines, another visit or another person: give"
              + " the changed bill a number of its own");
    }
  }

  /** Sends on a thread of its own, so that whoever stops waiting does not stop the answer. */
  private void start(Case c, Intent intent, Reservation way, Duration within) {
    try {
      settings.senders().execute(() -> send(intent, way, within));
    } catch (RejectedExecutionException e) {
      way.close();
      c.happen(
          new Event.NotSent(
              intent.message().messageId(),
              "the terminal is closing or has too much to send",
              false));
    }
  }

  private void send(Intent intent, Reservation way, Duration within) {
    Event answer = sender.settle(intent, way, within);
    BillId bill = intent.bill();
    try {
      if (locked(bill, c -> happenAndLook(c, answer)).unresolved()) {
        resolver.now(bill);
      }
    } catch (JournalUnavailable e) {
      // Whoever waits was woken and answers "unknown"; the next opening finds the intent.
      return;
    }
  }

  /** A receipt that came when nobody waited for it any more. Too late for a reversal, it loses. */
  public void late(Receipt receipt) {
    BillId bill = receipt.message().bill();
    locked(
        bill,
        c ->
            happenAndLook(
                c,
                new Event.Answered(receipt, settings.clock().instant(), ledger.nextMessageId())));
  }

  private SettlementOutcome outcomeAfterSending(Case c, Intent intent, String gaveUp) {
    if (c.state() instanceof BillState.Settling s) {
      try {
        c.happen(new Event.NoAnswer(intent.message().messageId(), gaveUp));
        resolver.now(c.bill());
      } catch (JournalUnavailable e) {
        // It was sent, so it is unknown, whatever the disk does.
        return new SettlementOutcome.Unknown(c.bill(), s.position(), intent.message().messageId());
      }
    }
    if (c.state() instanceof BillState.NotSent n) {
      String what =
          "Nothing of bill "
              + c.bill()
              + " was sent (message "
              + intent.message().messageId()
              + ")";
      throw n.impostor() ? Sender.impostor(what, n.why()) : Sender.unsent(what, n.why());
    }
    return Outcomes.of(c.bill(), c.state()).orElseThrow();
  }

  /** Waits while the attempt is on its way, and says why the waiting ended if it still is. */
  private static String awaitEnd(Case c, Duration within) {
    long left = within.toNanos();
    BillState state = c.state();
    try {
      while (state instanceof BillState.Settling && left > 0) {
        left = c.await(state, left);
        state = c.state();
      }
      return "no answer came in time";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "the waiting for the answer was interrupted";
    }
  }

  /** How the bill ended, as far as this terminal knows; empty when it never was to be settled. */
  public Optional<SettlementOutcome> outcomeOf(BillId bill) {
    return locked(bill, c -> Outcomes.of(bill, c.state()));
  }

  /**
   * What the journal keeps to prove what was said about a bill, oldest first.
   *
   * @throws RecordUnreadable when a record is kept and cannot be opened
   */
  public List<KeptDocument> evidence(BillId bill) {
    return KeptDocument.of(ledger.records(bill));
  }

  /** The bills whose ending nobody knows, nobody has decided on, or the caller has not booked. */
  public List<BillId> unfinished() {
    return ledger.unfinished();
  }

  /**
   * Says whether the bill is wanted, and waits for what becomes of it.
   *
   * <p>{@code WANTED} keeps it if it turns out to stand before {@code within} has passed, and
   * undoes it otherwise. {@code NOT_WANTED} undoes it also if it stands. A bill that was being
   * undone already stays so.
   *
   * @return {@code Unknown} when it is not known yet; the resolver goes on
   * @throws Misuse when the bill was never to be settled, or its ending is booked already
   */
  public SettlementOutcome resolve(BillId bill, Wish wish, Duration within) {
    return locked(
        bill,
        c -> {
          requireAttempt(c);
          if (wish == Wish.NOT_WANTED) {
            requireNotBooked(c);
            c.happen(new Event.NotWanted(ledger.nextMessageId()));
          } else {
            c.happen(new Event.Wanted(settings.clock().instant().plus(within)));
          }
          if (c.state().unresolved()) {
            resolver.now(bill);
          }
          awaitKnown(c, within);
          return Outcomes.of(bill, c.state()).orElseThrow();
        });
  }

  private static void awaitKnown(Case c, Duration within) {
    long left = within.toNanos();
    BillState state = c.state();
    try {
      while ((state.unresolved() || state instanceof BillState.Settling) && left > 0) {
        left = c.await(state, left);
        state = c.state();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Takes the other figures of a settlement, after someone has seen them.
   *
   * @param seen what was seen; it must still be what stands
   */
  public Settled accept(SettledDifferently seen) {
    return locked(
        seen.bill(),
        c -> {
          Optional<SettlementOutcome> now = Outcomes.of(seen.bill(), c.state());
          if (now.filter(o -> o.equals(seen) || o.equals(seen.settled())).isEmpty()) {
            throw new Misuse(
                "Bill " + seen.bill() + " does not stand with these figures: ask for its outcome");
          }
          c.happen(new Event.Accepted());
          return seen.settled();
        });
  }

  /**
   * The caller has booked the ending; it is no longer listed as unfinished.
   *
   * @throws Misuse when there is no ending to book yet
   */
  public void acknowledge(BillId bill) {
    locked(
        bill,
        c -> {
          requireAttempt(c);
          if (!happenAndLook(c, new Event.Acknowledged()).isAcknowledged()) {
            throw new Misuse(
                "Bill "
                    + bill
                    + " has no ending that could be booked: it is "
                    + c.state().name()
                    + "; resolve or decide it first");
          }
          return c.state();
        });
  }

  /**
   * The slip of a settlement that stands.
   *
   * @throws Misuse when it does not stand, or its other figures were not decided on
   */
  public Slip slip(BillId bill) {
    BillState state = locked(bill, Case::state);
    if (state instanceof BillState.Settled s) {
      return Slip.of(s.intent(), s.receipt());
    }
    throw new Misuse(
        "Bill " + bill + " is " + state.name() + ": only what is settled and decided is printed");
  }

  private static void requireAttempt(Case c) {
    if (c.state() instanceof BillState.Fresh) {
      throw new Misuse("Bill " + c.bill() + " was never to be settled here");
    }
  }

  private static void requireNotBooked(Case c) {
    if (c.state() instanceof BillState.Settled && c.state().isAcknowledged()) {
      throw new Misuse(
          "Bill "
              + c.bill()
              + " is settled and booked: what stands and is booked is cancelled, not reversed");
    }
  }

  private static BillState happenAndLook(Case c, Event event) {
    c.happen(event);
    return c.state();
  }

  private <T> T locked(BillId bill, Function<Case, T> use) {
    return ledger.with(
        bill,
        c -> {
          c.lock();
          try {
            return use.apply(c);
          } finally {
            c.unlock();
          }
        });
  }
}
