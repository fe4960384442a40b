package io.caresettle.settlement;

import io.caresettle.centre.Centre;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.journal.Journal;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
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
  private final SettlerSettings settings;
  private final Resolver resolver;

  /** Takes up what an earlier process left open, before anything else. */
  public Settler(Centre centre, Journal journal, SettlerSettings settings) {
    this.centre = centre;
    this.ledger = new Ledger(journal);
    this.settings = settings;
    this.resolver =
        new Resolver(
            ledger,
            centre,
            settings.clock(),
            settings.backoff(),
            settings.within(),
            settings.resolver(),
            settings.unresolved());
    for (BillId bill : ledger.unfinished()) {
      if (locked(bill, c -> happenAndLook(c, new Event.Restarted())).unresolved()) {
        resolver.now(bill);
      }
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
    Intent intent = intent(c.bill(), quote, operator, within);
    c.happen(new Event.Confirmed(intent)).effect().ifPresent(send -> start(c, intent, within));
    String gaveUp = awaitEnd(c, within);
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

  private Intent intent(BillId bill, Quote quote, String operator, Duration within) {
    return new Intent(
        new SettleMessage(ledger.nextMessageId(), bill),
        quote.reference(),
        quote.bodyDigest(),
        quote.body(),
        quote.figures(),
        operator,
        settings.clock().instant().plus(within).plus(settings.keepFor()),
        quote.particulars());
  }

  /** Sends on a thread of its own, so that whoever stops waiting does not stop the answer. */
  private void start(Case c, Intent intent, Duration within) {
    try {
      settings.senders().execute(() -> send(intent, within));
    } catch (RejectedExecutionException e) {
      c.happen(
          new Event.NotSent(
              intent.message().messageId(), "the terminal is closing or has too much to send"));
    }
  }

  private void send(Intent intent, Duration within) {
    Event answer = eventOf(intent, within);
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

  private Event eventOf(Intent intent, Duration within) {
    String messageId = intent.message().messageId();
    Reply<Receipt> reply;
    try {
      reply =
          centre.settle(
              new SettleRequest(
                  intent.message(),
                  intent.quoteReference(),
                  intent.bodyDigest(),
                  intent.body(),
                  intent.confirmed().cut(),
                  intent.confirmed().split(),
                  intent.operator(),
                  settings.clock().instant()),
              within);
    } catch (RuntimeException e) {
      // A fault of ours on the way out or back. The bill must not hang on it.
      return new Event.NoAnswer(messageId, "the answer could not be handled: " + e.getClass());
    }
    if (reply instanceof Reply.Answered<Receipt> a) {
      return a.value().message().equals(intent.message())
          ? new Event.Answered(a.value(), settings.clock().instant(), ledger.nextMessageId())
          : new Event.NoAnswer(messageId, "the answer was for another message");
    } else if (reply instanceof Reply.Refused<Receipt> r) {
      return new Event.Refused(messageId, r.refusal());
    } else if (reply instanceof Reply.NotSent<Receipt> n) {
      return new Event.NotSent(messageId, n.why());
    }
    return new Event.NoAnswer(messageId, ((Reply.NoAnswer<Receipt>) reply).why());
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
      throw new CentreUnreachable(
          "Nothing of bill "
              + c.bill()
              + " was sent, because "
              + n.why()
              + ": it can be tried again (message "
              + intent.message().messageId()
              + ")");
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
