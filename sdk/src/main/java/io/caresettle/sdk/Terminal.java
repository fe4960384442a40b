package io.caresettle.sdk;

import io.caresettle.centre.Centre;
import io.caresettle.credential.Credential;
import io.caresettle.eligibility.Institution;
import io.caresettle.evidence.ExportedDocument;
import io.caresettle.identity.ConsentCheck;
import io.caresettle.identity.FaceCheck;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.journal.ActKind;
import io.caresettle.journal.Journal;
import io.caresettle.journal.SqliteJournal;
import io.caresettle.longtermcare.CareTerms;
import io.caresettle.operator.Duty;
import io.caresettle.operator.OperatorKey;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.problem.AuthorisationMissing;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.ExpiryAlarm;
import io.caresettle.reconciliation.DayEnd;
import io.caresettle.settlement.CentreClock;
import io.caresettle.settlement.KeptDocument;
import io.caresettle.settlement.Line;
import io.caresettle.settlement.Refunding;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Settler;
import io.caresettle.settlement.SettlerSettings;
import io.caresettle.settlement.Slip;
import io.caresettle.settlement.Turns;
import io.caresettle.settlement.Wish;
import io.caresettle.settlement.visit.VisitKeeper;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One terminal of one institution (终端): its journal, its way to the centre, and its counters. Safe
 * for use by many threads; a second one on the same journal is refused.
 */
public final class Terminal implements AutoCloseable {

  private static final String VERSION =
      Optional.ofNullable(Terminal.class.getPackage().getImplementationVersion())
          .orElse("development");

  private final TerminalConfig.Checked config;
  private final News news;
  private final Journal journal;
  private final Centre centre;
  private final Workers workers;
  private final Settler settler;
  private final BusinessDay day;
  private final CentreClock centreClock;
  private final RealNameCheck realName;
  private final ConsentCheck consentCheck;
  private final ShiftDesk desk;
  private final Visiting visiting;
  private final TermsInUse terms = new TermsInUse();
  private volatile PolicyBook policy;
  private volatile boolean closed;

  private Terminal(TerminalConfig.Checked config, News news, Journal journal, Centre centre) {
    this.config = config;
    this.news = news;
    this.journal = journal;
    this.centre = centre;
    this.policy = config.policy();
    this.realName = new RealNameCheck(config.persons(), IdentityRules.all(), config.clock());
    this.consentCheck = new ConsentCheck(IdentityRules.all(), config.clock());
    this.desk =
        new ShiftDesk(new Duty(config.operators(), IdentityRules.all(), journal, config.clock()));
    this.workers = new Workers(config.slot());
    this.centreClock = new CentreClock(config.nanos());
    Anchoring anchoring = new Anchoring(journal, config.institution().code(), VERSION);
    this.day =
        new BusinessDay(
            centre,
            centreClock,
            anchoring::signIn,
            today -> {
              anchoring.keep(today);
              anchoring.grantedInstead(today).ifPresent(news::journalIsCopy);
              checkKeys(config, news, today.centreTime());
            });
    try {
      this.settler =
          new Settler(
              Line.blocking(centre, workers.senders()),
              journal,
              new SettlerSettings(
                  config.clock(),
                  centreClock,
                  config.keepFor(),
                  config.deadline(),
                  config.backoff(),
                  Turns.on(workers.turns()),
                  news::unresolved,
                  config.undo(),
                  news::disputed));
      this.visiting =
          new Visiting(
              centre, new JournalCalls(journal), settler, config.clock(), config.deadline());
    } catch (RuntimeException | Error e) {
      workers.finish(Deadline.in(Duration.ZERO));
      throw e;
    }
  }

  /**
   * Opens a terminal, and takes up what an earlier process left open. The centre need not answer.
   *
   * @throws Misuse that lists all faults of {@code config}
   * @throws io.caresettle.problem.JournalUnavailable when the journal is open already, is another
   *     institution's or a newer version's, or cannot be kept
   */
  public static Terminal open(TerminalConfig config) {
    TerminalConfig.Checked checked = config.check();
    News news = new News(checked.listener());
    Journal journal =
        SqliteJournal.open(
            checked.journal(),
            checked.institution().code(),
            checked.slot(),
            checked.journalKeys(),
            checked.clock(),
            checked.random(),
            news::appended);
    Centre centre;
    try {
      centre =
          checked
              .centre()
              .connect(
                  checked.institution().code(),
                  journal::nextMessageId,
                  checked.clock(),
                  news,
                  new JournalCertificates(journal),
                  new JournalCalls(journal));
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
    try {
      Terminal terminal = new Terminal(checked, news, journal, centre);
      news.settlesWith(terminal.settler);
      terminal.visiting.begin(terminal.workers.senders(), terminal.workers.turns());
      checkKeys(checked, news, checked.clock().instant());
      return terminal;
    } catch (RuntimeException | Error e) {
      centre.close();
      journal.close();
      throw e;
    }
  }

  /** Says so where this terminal's certificates have to be renewed; nothing is refused for it. */
  private static void checkKeys(TerminalConfig.Checked config, News news, Instant now) {
    config
        .certified()
        .map(validity -> ExpiryAlarm.of(validity, now))
        .filter(alarm -> alarm.level() != ExpiryAlarm.Level.FINE)
        .ifPresent(news::keysExpire);
  }

  /**
   * Puts an operator on duty here, who proves the key by signing the act of it.
   *
   * @throws io.caresettle.problem.NotPermitted when the book has no such operator with this key
   */
  public Shift takeShift(OperatorKey operator) {
    requireOpen();
    return desk.duty().take(operator);
  }

  /**
   * Ends a shift and begins the next. Both operators sign.
   *
   * @throws Misuse when a patient is still at a counter of {@code from}
   */
  public Shift handOver(Shift from, OperatorKey to) {
    requireOpen();
    return desk.handOver(from, to);
  }

  FaceCheck faceCheck() {
    return config.faceCheck();
  }

  Duty duty() {
    return desk.duty();
  }

  /** A counter for one patient at a time. */
  public Counter counter(Shift shift) {
    requireOpen();
    return new Counter(this, desk, shift);
  }

  /** A counter for an operator who takes a shift for it. */
  public Counter counter(OperatorKey operator) {
    return counter(takeShift(operator));
  }

  /** Signs in now, if that was not done today. Whatever needs it does it by itself. */
  public void signIn() {
    catalogue();
  }

  /** The centre's catalogue of today. */
  public Catalogue catalogue() {
    return catalogue(config.deadline());
  }

  /** One for all counters: it knows what was shown at the others. */
  RealNameCheck realName() {
    return realName;
  }

  ConsentCheck consentCheck() {
    return consentCheck;
  }

  Catalogue catalogue(Duration within) {
    requireOpen();
    return day.catalogue(within);
  }

  /**
   * What time it is at the centre, by its own word at the last sign-in and the time since. A code
   * that says itself how long it lives has expired by this clock and by no other.
   *
   * @return empty before the first sign-in: then nobody here knows how wrong this machine's clock
   *     is
   */
  public Optional<Instant> centreTime() {
    return centreClock.known();
  }

  /**
   * Takes a report that a credential is lost. From now on, and for a day, nobody is identified here
   * with it and nothing that was begun with it is quoted or settled; the centre's own list is the
   * agency's and the owner's to see to (R-ID-07, NT 48¶3).
   *
   * @throws io.caresettle.problem.NotPermitted when the operator may not take reports
   */
  public void reportLost(Shift shift, Credential credential) {
    requireOpen();
    desk.duty().require(shift, Permission.REPORT_LOST);
    desk.duty().note(shift, ActKind.LOSS_REPORTED, "", ActTexts.loss(credential));
    realName.reportLost(credential);
  }

  /**
   * Takes back a report that was made at this terminal.
   *
   * @throws io.caresettle.problem.NotPermitted when the operator is no supervisor
   */
  public void reportFound(Shift shift, Credential credential) {
    requireOpen();
    desk.duty().require(shift, Permission.REPORT_FOUND);
    desk.duty().note(shift, ActKind.LOSS_TAKEN_BACK, "", ActTexts.loss(credential));
    realName.reportFound(credential);
  }

  Journal journal() {
    return journal;
  }

  /** How a bill ended, as far as the journal knows; empty when it never was to be settled. */
  public Optional<SettlementOutcome> outcomeOf(BillId bill) {
    return settler.outcomeOf(bill);
  }

  /**
   * The bills whose ending nobody knows, whose other figures nobody has decided on, or whose ending
   * the caller may not know and has not acknowledged: settled, undone, refused or not sent after
   * silence.
   */
  public List<BillId> unfinished() {
    return settler.unfinished();
  }

  /**
   * Looks after the visits of several calls now, which is done every minute anyway: what is owed is
   * sent, and what nobody settled is undone.
   *
   * @return what is open all the same, and why
   */
  public List<VisitKeeper.OpenVisit> openVisits() {
    requireOpen();
    return visiting.look();
  }

  /**
   * Why both sides disagree about a bill; empty where they do not. {@link #resolve} says what a
   * person decided about it.
   */
  public Optional<String> disputeOf(BillId bill) {
    return settler.disputeOf(bill);
  }

  /**
   * The caller's own books hold the ending now.
   *
   * @throws Misuse when there is no ending yet
   */
  public void acknowledge(BillId bill) {
    settler.acknowledge(bill);
  }

  /**
   * Says whether a bill is wanted, and waits for what becomes of it. {@code WANTED} keeps it if it
   * turns out to stand within {@code within}, and undoes it otherwise; {@code NOT_WANTED} undoes it
   * also if it stands.
   *
   * @param shift whose act it is; to say {@code NOT_WANTED} takes a supervisor
   * @return {@code Unknown} when it is not known yet; the terminal goes on finding out
   * @throws io.caresettle.problem.NotPermitted when the operator may not say so
   * @throws io.caresettle.problem.CentreUnreachable when another call was at work on the bill all
   *     the while, so nothing was changed: say it again
   * @throws Misuse when the bill never was to be settled, or is settled and acknowledged
   */
  public SettlementOutcome resolve(Shift shift, BillId bill, Wish wish, Duration within) {
    requireMayResolve(shift, bill, wish);
    return settler.resolve(bill, wish, within);
  }

  /** The same, later and on another thread; what {@link #resolve} throws the stage fails with. */
  public CompletionStage<SettlementOutcome> resolveLater(
      Shift shift, BillId bill, Wish wish, Duration within) {
    Deadline deadline = Deadline.in(within);
    return later(
        () -> {
          requireMayResolve(shift, bill, wish);
          return settler.resolveLater(bill, wish, deadline.left());
        });
  }

  private void requireMayResolve(Shift shift, BillId bill, Wish wish) {
    requireOpen();
    desk.duty()
        .require(
            shift, wish == Wish.WANTED ? Permission.RESOLVE_WANTED : Permission.RESOLVE_NOT_WANTED);
    desk.duty().note(shift, ActKind.RESOLVED, "", ActTexts.bill(bill).put("wish", wish));
  }

  /** What {@code call} tells; not even what it does at once is done on the caller's thread. */
  <T> CompletionStage<T> later(Supplier<CompletionStage<T>> call) {
    requireOpen();
    return workers.later(call);
  }

  /**
   * Where a refund stands that began with cancelling {@code old} ({@link Counter#refund}); empty
   * where it did not.
   */
  public Optional<Refunding> refunding(BillId old) {
    return settler.refunding(old);
  }

  /**
   * Takes the other figures of a settlement, after someone has seen them.
   *
   * @throws io.caresettle.problem.NotPermitted when the operator is no supervisor
   * @throws io.caresettle.problem.ConsentMissing when more of it is out of scope than was agreed
   *     to: it can be undone
   * @throws Misuse when the bill does not stand with these figures
   */
  public SettlementOutcome.Settled accept(Shift shift, SettlementOutcome.SettledDifferently seen) {
    requireOpen();
    desk.duty().require(shift, Permission.ACCEPT_DIFFERENCE);
    consentCheck.beforeAccepting(seen.bill(), settler.unagreed(seen));
    requireLeave(seen);
    desk.duty()
        .note(
            shift,
            ActKind.DIFFERENCE_ACCEPTED,
            "",
            ActTexts.bill(seen.bill())
                .put("settlement-id", seen.settled().settlementId())
                .put("confirmed", seen.confirmed().total()));
    return settler.accept(seen);
  }

  /** R-DATA-07: what is paid without leave is undone, and not accepted. */
  private void requireLeave(SettlementOutcome.SettledDifferently seen) {
    List<String> payers =
        settler.unauthorised(seen).stream().map(layer -> layer.payer().id()).toList();
    if (!payers.isEmpty()) {
      throw new AuthorisationMissing(
          payers,
          "the centre settled bill "
              + seen.bill()
              + " with a part of "
              + String.join(", ", payers)
              + ": undo it (NOT_WANTED), and quote it anew");
    }
  }

  /**
   * The slip of a settlement that stands. Asking again gives it again; {@link Slip#asCopy} marks
   * it.
   *
   * @throws Misuse when the bill does not stand, or its other figures were not decided on
   */
  public Slip slip(BillId bill) {
    return settler.slip(bill);
  }

  /**
   * The slip of a refund, which is of both bills: what goes back, and what is settled anew.
   *
   * @throws Misuse when the old one is not cancelled, or the new one does not stand
   */
  public Slip refundSlip(BillId old, BillId anew) {
    return settler.refundSlip(old, anew);
  }

  /**
   * The documents that prove what was said about a bill, oldest first: what this terminal signed,
   * and what the centre did. They are given out as they are kept; nothing is verified here.
   *
   * @throws io.caresettle.problem.RecordUnreadable when one is kept and its day's data key is gone
   * @throws io.caresettle.problem.NotPermitted when the operator may not give evidence out
   */
  public List<KeptDocument> evidence(Shift shift, BillId bill) {
    requireOpen();
    desk.duty().require(shift, Permission.EXPORT_EVIDENCE);
    desk.duty().note(shift, ActKind.EVIDENCE_EXPORTED, "", ActTexts.bill(bill));
    return evidence(bill);
  }

  /** The same for those of this package, who give nothing out. */
  List<KeptDocument> evidence(BillId bill) {
    return settler.evidence(bill);
  }

  /**
   * The end of a day, as one operator does it.
   *
   * @throws io.caresettle.problem.NotPermitted when the operator may not
   */
  public DayClosing dayEnd(Shift shift) {
    requireOpen();
    desk.duty().require(shift, Permission.END_DAY);
    return new DayClosing(
        new DayEnd(
            config.institution().code(),
            centre,
            journal,
            settler.dayBook(),
            config.nanos(),
            news::disputed),
        this,
        shift);
  }

  /**
   * The same documents with the certificates of their signers, each as the bytes that a stranger
   * verifies years later ({@code caresettle-tool document verify}).
   *
   * @throws io.caresettle.problem.RecordUnreadable when one is kept and cannot be read, or is none
   *     of our own protocol
   * @throws io.caresettle.problem.NotPermitted when the operator may not give evidence out
   */
  public List<ExportedDocument> exportEvidence(Shift shift, BillId bill) {
    return ExportedDocument.of(evidence(shift, bill), journal::certificates);
  }

  /** By the clock of this machine. */
  Instant localTime() {
    return config.clock().instant();
  }

  Settler settler() {
    requireOpen();
    return settler;
  }

  Centre centre() {
    requireOpen();
    return centre;
  }

  /** An id under which something is asked once, and never anything else. */
  String nextRequestId() {
    requireOpen();
    return journal.nextMessageId();
  }

  /** Whom this terminal serves. */
  public Institution institution() {
    return config.institution();
  }

  int slot() {
    return config.slot();
  }

  CareTerms careTerms() {
    return terms.beside(policy);
  }

  PolicyBook policy() {
    return policy;
  }

  /**
   * Takes other packs into use from now on, such as an emergency order or its withdrawal
   * (R-SCOPE-12): whatever is estimated or judged next is by them. What was quoted stays quoted.
   */
  public void takeIntoUse(PolicyBook packs) {
    requireOpen();
    policy = packs;
  }

  Clock clock() {
    return config.clock();
  }

  boolean secondPersonCancels() {
    return config.secondPersonCancels();
  }

  Duration deadline() {
    return config.deadline();
  }

  private void requireOpen() {
    if (closed) {
      throw new Misuse("The terminal is closed: open it again");
    }
  }

  /** Closes as {@link #close(Duration)} does, and waits as long as one call may take. */
  @Override
  public void close() {
    close(config.deadline());
  }

  /**
   * Takes no more bills, waits for those in flight, and closes. Whoever still waits then is told
   * how the bill stands, or that nothing was sent; no stage is left open.
   *
   * @return what is unfinished all the same; the next opening goes on with it. Empty when it was
   *     closed before
   */
  public synchronized List<BillId> close(Duration within) {
    if (closed) {
      return List.of();
    }
    closed = true;
    workers.finish(Deadline.in(within));
    List<BillId> open;
    try {
      settler.endWaiting();
      open = settler.unfinished();
    } finally {
      // Also of a journal that broke, so that the terminal can be opened again.
      centre.close();
      journal.close();
    }
    if (!open.isEmpty()) {
      news.closedWithOpenBills(open);
    }
    return open;
  }
}
