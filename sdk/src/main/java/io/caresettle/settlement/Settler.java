package io.caresettle.settlement;

import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Trial;
import io.caresettle.journal.Journal;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Settles bills, each exactly once or not at all. Safe for use by many threads.
 *
 * <p>Whatever takes time has two forms: one that waits, and one that tells later and holds up
 * nobody. The stages of the latter are completed on the threads of {@link Turns}.
 */
public final class Settler extends EndedBills {

  private final Works works;
  private final Ledger ledger;
  private final Openings openings;

  /** Takes up what an earlier process left open, before anything else. */
  public Settler(Line line, Journal journal, SettlerSettings settings) {
    this(line, journal, settings, true);
  }

  private Settler(Line line, Journal journal, SettlerSettings settings, boolean takesUp) {
    this(Works.of(line, journal, settings), takesUp);
  }

  private Settler(Works works, boolean takesUp) {
    super(new Endings(works.ledger()));
    this.works = works;
    this.ledger = works.ledger();
    this.openings = new Openings(works);
    if (takesUp) {
      openings.takeUp();
    } else {
      works.resolver().hold();
      openings.mark();
    }
  }

  /**
   * One that finds out and undoes nothing, until it is known whose journal it is: then {@link
   * #takeUp} or {@link #disputeCopies} is called. What somebody wishes of a bill meanwhile is kept.
   */
  public static Settler waiting(Line line, Journal journal, SettlerSettings settings) {
    return new Settler(line, journal, settings, false);
  }

  /**
   * Goes on with whatever an earlier process left open. Where that fails for a bill, it is done for
   * the others; said again, for those that are left.
   */
  public void takeUp() {
    openings.takeUp();
  }

  /**
   * Goes on where this life of the journal began as a restored copy's: its original may have gone
   * on with what it left open, so that none of it is undone by itself. Each such bill is disputed,
   * once, and a person or the day's details end that. May be said again after a restart, and is to
   * be where it failed for some: of those nothing is undone until then.
   *
   * @return the bills of earlier lives that are disputed now
   */
  public List<BillId> disputeCopies() {
    return openings.disputeCopies();
  }

  /** Whether {@link #takeUp} or {@link #disputeCopies} has been done for each bill. */
  public boolean hasTakenUp() {
    return openings.isDone();
  }

  /**
   * Takes up what another till of a shared journal left, once nobody has heard of that one for a
   * while. To be called several times a minute, by each of them, and by one thread.
   */
  public void takeOver() {
    openings.takeOver();
  }

  /** So long a message may be under way, by the centre's word at sign-in. */
  public void longestMessageLife(Duration told) {
    ledger.longestMessageLife(told);
  }

  /** All is closing: whoever waits still is told how it stands, or that nothing was sent. */
  public void endWaiting() {
    works.open().end();
  }

  /**
   * Asks the centre who would pay what.
   *
   * @throws CentreUnreachable when no answer came that can be believed; no money is concerned
   * @throws io.caresettle.problem.CentreRefused when the centre will not settle this bill
   */
  public Quote quote(QuoteRequest request, Duration within) {
    CompletableFuture<Reply<Trial>> told = new CompletableFuture<>();
    works.line().trial(Quoting.asked(request), within, told::complete);
    return quoted(request, Stages.reply(told));
  }

  /** The same, later. */
  public CompletionStage<Quote> quoteLater(QuoteRequest request, Duration within) {
    CompletableFuture<Reply<Trial>> told = new CompletableFuture<>();
    works.line().trial(Quoting.asked(request), within, told::complete);
    return works.told(
        told.thenApply(reply -> quoted(request, reply)),
        () -> told.complete(new Reply.NoAnswer<>("the terminal closed")));
  }

  private Quote quoted(QuoteRequest request, Reply<Trial> reply) {
    Quote quote = Quoting.quote(request, reply, works.settings().centreClock());
    return ledger.ask(
        quote.bill(),
        work -> {
          ledger.keep(quote.bill(), Quoting.record(quote));
          return quote;
        });
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
    requireOf(bill, quote);
    boolean maySend = !Thread.currentThread().isInterrupted();
    return new Attempt(works, ledger.take(bill), quote, operator, maySend, within).now();
  }

  /** The same, later; what {@link #settle} throws is what the stage fails with. */
  public CompletionStage<SettlementOutcome> settleLater(
      BillId bill, Quote quote, String operator, Duration within) {
    requireOf(bill, quote);
    return later(bill, work -> new Attempt(works, work, quote, operator, true, within));
  }

  private static void requireOf(BillId bill, Quote quote) {
    if (!quote.bill().equals(bill)) {
      throw new Misuse(
          "The quote is for bill "
              + quote.bill()
              + ", not for "
              + bill
              + ": ask for a quote of it");
    }
  }

  private <T> CompletionStage<T> later(BillId bill, Function<Case, Call<T>> call) {
    try {
      return call.apply(ledger.take(bill)).later();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** A receipt that came when nobody waited for it any more. Too late for a reversal, it loses. */
  public void late(Receipt receipt) {
    ledger.ask(
        receipt.message().bill(),
        work ->
            work.happen(
                new Event.Answered(
                    receipt, works.settings().clock().instant(), ledger.nextMessageId())));
  }

  /** Whether settling by this quote would begin something, and not tell of what is there. */
  public boolean mayBegin(Quote quote) {
    return ledger.ask(quote.bill(), work -> Machine.mayBegin(work.state(), quote.reference()));
  }

  /** How the bill ended, as far as this terminal knows; empty when it never was to be settled. */
  public Optional<SettlementOutcome> outcomeOf(BillId bill) {
    return ledger.ask(bill, work -> Outcomes.of(bill, work.state()));
  }

  /**
   * What the journal keeps to prove what was said about a bill, oldest first.
   *
   * @throws RecordUnreadable when a record is kept and cannot be opened
   */
  public List<KeptDocument> evidence(BillId bill) {
    return KeptDocument.of(ledger.records(bill));
  }

  /** What the day's end is told, and decides. */
  public DayBook dayBook() {
    return new DayBook(works, endings);
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
    return new Wishing(works, ledger.take(bill), wish, within).now();
  }

  /** The same, later; what {@link #resolve} throws is what the stage fails with. */
  public CompletionStage<SettlementOutcome> resolveLater(BillId bill, Wish wish, Duration within) {
    return later(bill, work -> new Wishing(works, work, wish, within));
  }

  /**
   * Cancels a settlement that stands (撤销), and waits for the centre's word. Asked again, it tells
   * of the one cancellation that there is.
   *
   * @return {@code Unknown} when there is no word yet; the resolver goes on until there is
   * @throws CentreUnreachable when another call was at work on the bill all the while: say it again
   * @throws DeviceFault when it could not be signed, so nothing was kept or sent
   * @throws Misuse when the bill does not stand
   */
  public CancelOutcome cancel(BillId bill, CancelOrder order, Duration within) {
    return new Cancelling(works, ledger.take(bill), order, within).now();
  }

  /** The same, later; what {@link #cancel} throws is what the stage fails with. */
  public CompletionStage<CancelOutcome> cancelLater(
      BillId bill, CancelOrder order, Duration within) {
    return later(bill, work -> new Cancelling(works, work, order, within));
  }
}
