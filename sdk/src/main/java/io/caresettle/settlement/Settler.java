package io.caresettle.settlement;

import io.caresettle.centre.Centre;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reservation;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.journal.Journal;
import io.caresettle.money.Money;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.split.BillId;
import io.caresettle.split.OtherLayer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** Settles bills, each exactly once or not at all. Safe for use by many threads. */
public final class Settler {

  /** A wish is heard also by whoever does not want to wait for what becomes of it. */
  private static final Duration LEAST_FOR_A_WISH = Duration.ofSeconds(1);

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
                Sender.signed(
                        bill,
                        () ->
                            centre.prepare(
                                new ReverseRequest(
                                    r.reversalId(),
                                    new SettleMessage(r.messageId(), bill),
                                    settings.clock().instant())))
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
   * @throws EnvelopeRejected when nothing was sent, because somebody else than the centre was there
   * @throws DeviceFault when the message could not be signed, so nothing was kept or sent
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
    long end = System.nanoTime() + within.toNanos();
    return ledger.with(bill, c -> settle(c, quote, operator, end));
  }

  /**
   * What takes as long as the line or a signing device likes happens without the bill's lock:
   * whoever wants to know of the bill meanwhile is not kept waiting by it, nor is another call's
   * deadline.
   */
  private SettlementOutcome settle(Case c, Quote quote, String operator, long end) {
    Optional<SettlementOutcome> ended = endedInTime(c, quote, end);
    if (ended.isPresent()) {
      return ended.get();
    }
    Optional<SettlementOutcome> voided = Outcomes.voided(quote, settings.centreClock());
    if (voided.isPresent()) {
      return voided.get();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CentreUnreachable(
          "Interrupted before anything of bill " + c.bill() + " was sent: it can be tried again");
    }
    Reservation way;
    try {
      way = sender.reserve(c.bill(), left(end));
    } catch (CentreUnreachable | EnvelopeRejected e) {
      // Another call may have found its way meanwhile. Then it decides, and not what we met.
      return endedInTime(c, quote, end).orElseThrow(() -> e);
    }
    Duration left = left(end);
    Intent intent;
    try {
      if (left.isZero()) {
        throw new CentreUnreachable(
            "The deadline passed before anything of bill "
                + c.bill()
                + " was sent: it can be tried again");
      }
      intent = sender.prepare(quote, operator, left.plus(settings.keepFor()));
      lockInTime(c, end);
    } catch (RuntimeException | Error e) {
      way.close();
      throw e;
    }
    try {
      if (!begin(c, quote, intent, way)) {
        return ended(c, quote, end).orElseThrow();
      }
      start(c, intent, way, left);
      return outcomeAfterSending(c, intent, awaitEnd(c, left));
    } finally {
      c.unlock();
    }
  }

  private Optional<SettlementOutcome> endedInTime(Case c, Quote quote, long end) {
    lockInTime(c, end);
    try {
      return ended(c, quote, end);
    } finally {
      c.unlock();
    }
  }

  /** How the bill ended, or the attempt that is on its way; empty when the quote may begin one. */
  private static Optional<SettlementOutcome> ended(Case c, Quote quote, long end) {
    requireSameBody(c, quote);
    if (Machine.mayBegin(c.state(), quote.reference())) {
      return Optional.empty();
    }
    awaitEnd(c, left(end));
    return Outcomes.of(c.bill(), c.state());
  }

  /** Whether the attempt is durable now; if not, its place is given back. */
  private static boolean begin(Case c, Quote quote, Intent intent, Reservation way) {
    boolean begun = false;
    try {
      requireSameBody(c, quote);
      // Looked at before as well, but not under the same lock.
      if (Machine.mayBegin(c.state(), quote.reference())) {
        c.happen(new Event.Confirmed(intent));
        begun = true;
      }
      return begun;
    } finally {
      if (!begun) {
        way.close();
      }
    }
  }

  private static void lockInTime(Case c, long end) {
    if (!c.lock(left(end))) {
      throw new CentreUnreachable(
          "Another call was at work on bill "
              + c.bill()
              + " until the deadline or an interrupt came, and this one has sent nothing: it can be"
              + " tried again");
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
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
      notStarted(c, intent, way, "the terminal is closing or has too much to send");
    } catch (RuntimeException | Error e) {
      // Such as a machine that has no more threads. Nothing runs, so nothing was sent.
      notStarted(c, intent, way, "no thread could be started to send it (" + e.getClass() + ")");
    }
  }

  private static void notStarted(Case c, Intent intent, Reservation way, String why) {
    way.close();
    c.happen(new Event.NotSent(intent.message().messageId(), why, false));
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
    } catch (DeviceFault e) {
      // It came too late, and its reversal could not be signed: the bill is still unknown.
      resolver.now(bill);
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

  /** Whether settling by this quote would begin something, and not tell of what is there. */
  public boolean mayBegin(Quote quote) {
    return locked(quote.bill(), c -> Machine.mayBegin(c.state(), quote.reference()));
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
   * @throws CentreUnreachable when another call was at work on the bill all the while, so the wish
   *     is not kept: say it again
   * @throws Misuse when the bill was never to be settled, or its ending is booked already
   */
  public SettlementOutcome resolve(BillId bill, Wish wish, Duration within) {
    long now = System.nanoTime();
    long end = now + within.toNanos();
    long endOfLock = now + Math.max(within.toNanos(), LEAST_FOR_A_WISH.toNanos());
    return ledger.with(
        bill,
        c -> {
          lockInTime(c, endOfLock);
          try {
            wish(c, wish, within);
            awaitKnown(c, left(end));
            return Outcomes.of(bill, c.state()).orElseThrow();
          } finally {
            c.unlock();
          }
        });
  }

  private void wish(Case c, Wish wish, Duration within) {
    requireAttempt(c);
    if (wish == Wish.NOT_WANTED) {
      requireNotBooked(c);
      c.happen(new Event.NotWanted(ledger.nextMessageId()));
    } else {
      c.happen(new Event.Wanted(settings.clock().instant().plus(within)));
    }
    if (c.state().unresolved()) {
      resolver.now(c.bill());
    }
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
   * What a settlement counts as out of scope beyond what the patient agreed to or confirmed; zero
   * where an emergency lifted the need, or the bill was decided on.
   */
  public Money unagreed(SettledDifferently seen) {
    if (!(locked(seen.bill(), Case::state) instanceof BillState.Differs differs)) {
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

  /**
   * The commercial insurers and mutual funds that pay in a settlement without leave (R-DATA-07);
   * none where the bill was decided on.
   */
  public List<OtherLayer> unauthorised(SettledDifferently seen) {
    return locked(seen.bill(), Case::state) instanceof BillState.Differs differs
        ? Leave.missing(differs.receipt().split(), differs.intent().particulars().leave())
        : List.of();
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
