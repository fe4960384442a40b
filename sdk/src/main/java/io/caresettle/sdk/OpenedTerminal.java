package io.caresettle.sdk;

import io.caresettle.centre.Centre;
import io.caresettle.identity.ConsentCheck;
import io.caresettle.identity.FaceCheck;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.journal.Journal;
import io.caresettle.journal.MessageIds;
import io.caresettle.longtermcare.CareTerms;
import io.caresettle.operator.Duty;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.ExpiryAlarm;
import io.caresettle.reconciliation.DayEnd;
import io.caresettle.settlement.CentreClock;
import io.caresettle.settlement.Line;
import io.caresettle.settlement.Settler;
import io.caresettle.settlement.SettlerSettings;
import io.caresettle.settlement.Turns;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What a terminal is made of, from its opening to its end. */
abstract class OpenedTerminal {

  private static final String VERSION =
      Optional.ofNullable(OpenedTerminal.class.getPackage().getImplementationVersion())
          .orElse("development");

  final CheckedConfig config;
  final News news;
  final Journal journal;
  final Centre centre;
  final Workers workers;
  final Settler settler;
  final BusinessDay day;
  final Rounds rounds;
  final LostBills lostBills;
  final CostTelling costs;
  final Alarms alarms;
  final Visiting visiting;
  final SigningIn signingIn;
  final Anchoring anchoring;
  final CentreClock centreClock;
  final RealNameCheck realName;
  final ConsentCheck consentCheck;
  final ShiftDesk desk;
  final TermsInUse terms = new TermsInUse();
  volatile PolicyBook policy;
  volatile boolean closed;

  OpenedTerminal(CheckedConfig config, News news, Journal journal, Centre centre) {
    this.config = config;
    this.news = news;
    this.journal = journal;
    this.centre = centre;
    this.policy = config.policy();
    this.realName = new RealNameCheck(config.persons(), IdentityRules.all(), config.clock());
    this.consentCheck = new ConsentCheck(IdentityRules.all(), config.clock());
    this.desk =
        new ShiftDesk(new Duty(config.operators(), IdentityRules.all(), journal, config.clock()));
    this.alarms = new Alarms(news::alarm);
    this.workers = new Workers(config.slot());
    this.centreClock = new CentreClock(config.nanos());
    this.anchoring = new Anchoring(journal, config.institution().code(), VERSION);
    try {
      this.settler =
          Settler.waiting(
              Line.blocking(centre, workers.senders(), anchoring::chainHead),
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
              centre,
              new JournalCalls(journal),
              settler,
              id -> MessageIds.slotOf(id) == journal.slot(),
              config.clock(),
              config.nanos(),
              config.deadline());
    } catch (RuntimeException | Error e) {
      workers.finish(Deadline.in(Duration.ZERO));
      throw e;
    }
    this.signingIn =
        new SigningIn(centre, journal, anchoring, config, settler, alarms, news::journalIsCopy);
    this.day =
        new BusinessDay(
            centre,
            centreClock,
            signingIn::signIn,
            today -> checkKeys(config, news, today.centreTime()));
    this.costs = new CostTelling(centre, journal, alarms, config);
    this.lostBills =
        new LostBills(journal, this::comparing, centreClock, signingIn, alarms, config.deadline());
    this.rounds =
        new Rounds(
            journal,
            day,
            signingIn,
            settler,
            alarms,
            config.deadline(),
            List.of(lostBills::look, costs::tell, visiting::round),
            costs::lookAtTheAge);
  }

  /** Says so where this terminal's certificates have to be renewed; nothing is refused for it. */
  static void checkKeys(CheckedConfig config, News news, Instant now) {
    config
        .certified()
        .map(validity -> ExpiryAlarm.of(validity, now))
        .filter(alarm -> alarm.level() != ExpiryAlarm.Level.FINE)
        .ifPresent(news::keysExpire);
  }

  FaceCheck faceCheck() {
    return config.faceCheck();
  }

  Duty duty() {
    return desk.duty();
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

  Journal journal() {
    return journal;
  }

  /** What {@code call} tells; not even what it does at once is done on the caller's thread. */
  <T> CompletionStage<T> later(Supplier<CompletionStage<T>> call) {
    requireOpen();
    return workers.later(call);
  }

  DayEnd comparing() {
    return new DayEnd(
        config.institution().code(),
        centre,
        journal,
        anchoring::head,
        settler.dayBook(),
        config.nanos(),
        news::disputed);
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

  CostTelling costs() {
    requireOpen();
    return costs;
  }

  /** An id under which something is asked once, and never anything else. */
  String nextRequestId() {
    requireOpen();
    return journal.nextMessageId();
  }

  /** The one that stands in message ids: another than was configured, where this is a copy. */
  int slot() {
    return journal.slot();
  }

  CareTerms careTerms() {
    return terms.beside(policy);
  }

  PolicyBook policy() {
    return policy;
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

  void requireOpen() {
    if (closed) {
      throw new Misuse("The terminal is closed: open it again");
    }
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
