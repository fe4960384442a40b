package io.caresettle.sdk;

import io.caresettle.centre.Centre;
import io.caresettle.credential.Credential;
import io.caresettle.eligibility.Institution;
import io.caresettle.journal.ActKind;
import io.caresettle.journal.Journal;
import io.caresettle.operator.OperatorKey;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.visit.VisitKeeper;
import io.caresettle.split.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One terminal of one institution (终端): its journal, its way to the centre, and its counters. Safe
 * for use by many threads; a second one on the same journal is refused.
 */
public final class Terminal extends TerminalBills implements AutoCloseable {

  private Terminal(CheckedConfig config, News news, Journal journal, Centre centre) {
    super(config, news, journal, centre);
  }

  /**
   * Opens a terminal. The centre need not answer. What an earlier process left open is taken up
   * once the centre has, at a sign-in that goes on in the background: until then nobody knows
   * whether this journal is a copy of one that is in use.
   *
   * @throws Misuse that lists all faults of {@code config}
   * @throws io.caresettle.problem.JournalUnavailable when the journal is open already, is another
   *     institution's or a newer version's, or cannot be kept
   */
  public static Terminal open(TerminalConfig config) {
    CheckedConfig checked = config.check();
    News news = new News(checked.listener());
    Journal journal =
        checked
            .journal()
            .open(
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
      checkKeys(checked, news, checked.clock().instant());
      news.tellsOfTheLine(terminal.rounds::lineLost);
      terminal.workers.every(checked.rounds(), terminal.rounds::make);
      return terminal;
    } catch (RuntimeException | Error e) {
      centre.close();
      journal.close();
      throw e;
    }
  }

  /**
   * Puts an operator on duty here, who proves the key by signing the act of it.
   *
   * @throws io.caresettle.problem.NotPermitted when the book has no such operator with this key
   */
  public Shift takeShift(OperatorKey operator) {
    requireOpen();
    return alarms.tell(desk.duty(), desk.duty().take(operator));
  }

  /**
   * Ends a shift and begins the next. Both operators sign.
   *
   * @throws Misuse when a patient is still at a counter of {@code from}
   */
  public Shift handOver(Shift from, OperatorKey to) {
    requireOpen();
    return alarms.tell(desk.duty(), desk.handOver(from, to));
  }

  /** A counter for one patient at a time. */
  public Counter counter(Shift shift) {
    requireOpen();
    return new Counter(this, desk, alarms.tell(desk.duty(), shift));
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

  /**
   * Looks after the visits of several calls now, which is done every minute anyway: what is owed is
   * sent, and what nobody settled is undone. Signs in first, where it is not known yet whose
   * journal this is.
   *
   * @return what is open all the same, and why
   */
  public List<VisitKeeper.OpenVisit> openVisits() {
    requireOpen();
    if (!signingIn.knowsWhose()) {
      signIn();
    }
    return visiting.look();
  }

  /** What somebody has to do something about now. */
  public List<Alarm> alarms() {
    return alarms.standing();
  }

  /**
   * What the operator of a shift was told and signed for, also what is over by now: whoever takes a
   * shift for somebody else has to show that person all of it.
   */
  public List<Alarm> alarmsTold(Shift shift) {
    return alarms.told(shift);
  }

  /**
   * The end of a day, as one operator does it.
   *
   * @throws io.caresettle.problem.NotPermitted when the operator may not
   */
  public DayClosing dayEnd(Shift shift) {
    requireOpen();
    desk.duty().require(shift, Permission.END_DAY);
    return new DayClosing(comparing(), this, shift, lostBills::found);
  }

  /** Whom this terminal serves. */
  public Institution institution() {
    return config.institution();
  }

  /**
   * Takes other packs into use from now on, such as an emergency order or its withdrawal
   * (R-SCOPE-12): whatever is estimated or judged next is by them. What was quoted stays quoted.
   */
  public void takeIntoUse(PolicyBook packs) {
    requireOpen();
    policy = packs;
  }

  /** Closes as {@link #close(Duration)} does, and waits as long as one call may take. */
  @Override
  public void close() {
    close(config.deadline());
  }
}
