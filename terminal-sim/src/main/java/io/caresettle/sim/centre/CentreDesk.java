package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The simulated centre without its line: one message in, one answer out, one transaction between.
 * Many threads may come; they are served one after the other.
 */
public final class CentreDesk implements AutoCloseable {

  private final Store store;
  private final Clock clock;
  private final BusinessDay days;
  private final MessageLog messages;
  private final Tally tally;
  private final Ledger ledger;
  private final Admission admission;
  private final LossList losses;
  private final Map<MessageType, Clerk> clerks;
  private final SideDoor sideDoor;

  private CentreDesk(CentreSettings settings, Rolls rolls) {
    this.store = new Store(settings.keeping());
    this.clock = settings.clock();
    this.days = new BusinessDay(settings.cutOff());
    this.messages = new MessageLog(store);
    this.tally = new Tally(store);
    this.ledger = new Ledger(store, tally);
    this.admission = new Admission(store);
    this.losses = new LossList(store);
    Staff staff = Staff.of(settings, rolls, Shipped.ITEMS, ledger);
    this.clerks = staff.clerks();
    this.sideDoor = new SideDoor(this, settings, rolls, store, staff);
    Accounts accounts = new Accounts(store, ledger);
    change(
        () -> {
          rolls.persons().forEach(accounts::open);
          rolls.persons().forEach(this::takeLosses);
        });
  }

  private void takeLosses(Rolls.Person person) {
    person
        .card()
        .lostSince()
        .ifPresent(since -> losses.reportOnce(LossList.card(person.card().identifier()), since));
    person
        .codesLostSince()
        .ifPresent(since -> losses.reportOnce(LossList.codes(person.number()), since));
  }

  /** A desk on the file of {@code settings}; what an earlier desk left there still holds. */
  public static CentreDesk open(CentreSettings settings) {
    return open(settings, Shipped.ROLLS);
  }

  /** The same with other people and places. */
  static CentreDesk open(CentreSettings settings, Rolls rolls) {
    return new CentreDesk(settings, rolls);
  }

  /**
   * The answer to one authentic message. The answer leaves this method only after everything it
   * says is on disk.
   *
   * @throws IllegalArgumentException when nobody here serves such a message
   */
  public synchronized DeskAnswer handle(
      PeerInfo terminal, MessageType type, String messageId, Payload payload) {
    Clerk clerk = clerks.get(type);
    if (clerk == null) {
      throw new IllegalArgumentException("Not a request: " + type);
    }
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, BusinessDay.CHINA);
    Request request = new Request(terminal, messageId, payload.bytes(), now, today, days.of(now));
    return store.transaction(() -> answer(clerk, type, request));
  }

  /** For another protocol over the same books. */
  public SideDoor sideDoor() {
    return sideDoor;
  }

  private DeskAnswer answer(Clerk clerk, MessageType type, Request request) {
    Optional<Clerk.Sameness> sameness;
    try {
      if (!answeredBefore(type, request)) {
        admission.check(type, request);
      }
      sameness = clerk.sameness(request);
    } catch (Refused refused) {
      return refusal(clerk, refused.refusal());
    }
    if (sameness.isEmpty()) {
      return serve(clerk, request);
    }
    if (type == MessageType.SETTLE && isUndone(request)) {
      // What it was answered once is true no longer.
      return refusal(clerk, Reason.UNDONE_BEFORE.refusal());
    }
    Optional<MessageLog.Answered> before = messages.find(request.institution(), request.id());
    if (before.isPresent()) {
      if (!before.get().isAnswerTo(type, sameness.get())) {
        return refusal(clerk, Reason.MESSAGE_ID_REUSED.refusal());
      }
      messages.unheard(request.institution(), request.id(), false);
      return new DeskAnswer(before.get().answerType(), Payload.copyOf(before.get().answer()));
    }
    tally.begin();
    DeskAnswer answer = serve(clerk, request);
    messages.remember(request, type, sameness.get(), answer);
    mustBalance();
    return answer;
  }

  private boolean isUndone(Request request) {
    return new Tombstones(store).find(request.institution(), request.id()).isPresent()
        || new CancelBook(store).find(request.institution(), request.id()).isPresent();
  }

  /** A settlement that stands is said to stand, whoever asks for his own answer again. */
  private boolean answeredBefore(MessageType type, Request request) {
    return type == MessageType.SETTLE
        && messages.find(request.institution(), request.id()).isPresent();
  }

  private DeskAnswer serve(Clerk clerk, Request request) {
    try {
      MessageLite answer = store.undoIfRefused(() -> clerk.serve(request));
      return new DeskAnswer(clerk.answerType(), Payload.copyOf(answer.toByteArray()));
    } catch (Refused refused) {
      tally.begin();
      return refusal(clerk, refused.refusal());
    }
  }

  private static DeskAnswer refusal(Clerk clerk, Refusal refusal) {
    byte[] bytes = clerk.refuse(refusal).toByteArray();
    return new DeskAnswer(clerk.answerType(), Payload.copyOf(bytes));
  }

  private void mustBalance() {
    List<String> faults = tally.faults();
    if (!faults.isEmpty()) {
      throw new IllegalStateException("This message would upset the books: " + faults);
    }
  }

  /** Notes that the answer to this message did not arrive, until somebody asks for it. */
  synchronized void unheard(String institutionCode, String messageId) {
    change(() -> messages.unheard(institutionCode, messageId, true));
  }

  /** Blocks a card, as whoever issued it would. */
  synchronized void blockCard(String cardIdentifier) {
    change(() -> new CardProofs(store).block(LossList.card(cardIdentifier)));
  }

  /** Takes a credential's loss down, as of now. */
  synchronized void reportLost(String credential) {
    Instant now = clock.instant();
    change(() -> losses.report(credential, now, now));
  }

  /** The credential was found again: from now on it is good. */
  synchronized void found(String credential) {
    change(() -> losses.found(credential, clock.instant()));
  }

  private void change(Runnable work) {
    store.transaction(
        () -> {
          work.run();
          return work;
        });
  }

  /** Credentials that were shown in two places, for the bureau. */
  synchronized List<ShownElsewhere> shownElsewhere() {
    return store.transaction(() -> new TwoPlaces(store, Duration.ZERO).noticed());
  }

  /** How many settlements stand. */
  public synchronized int settlementsStanding() {
    return store.transaction(
        () -> (int) store.number("SELECT COUNT(*) FROM settlement WHERE undone_at IS NULL"));
  }

  /** The books of this moment, every settlement compared leg by leg. */
  public synchronized Books books() {
    return store.transaction(
        () ->
            new Books(
                ledger.entries(),
                (int) store.number("SELECT COUNT(*) FROM settlement WHERE undone_at IS NULL"),
                (int) store.number("SELECT COUNT(*) FROM settlement WHERE undone_at IS NOT NULL"),
                new LedgerCheck(store).faults()));
  }

  /**
   * The books of the long-term-care funds, which are never among the others: {@code
   * care-fund:}area, {@code care-payable:}institution, {@code care-cash:}institution, {@code
   * care-patients:cash}.
   */
  public synchronized Books careBooks() {
    return store.transaction(
        () ->
            new Books(
                new CareLedger(store).entries(),
                (int)
                    store.number(
                        "SELECT COUNT(settlement) FROM care_visit"
                            + " WHERE settlement NOT IN (SELECT settlement FROM care_undone)"),
                (int) store.number("SELECT COUNT(*) FROM care_undone"),
                new CareLedger(store).faults()));
  }

  /** The long-term-care funds pay the carers for all that stands: no counter undoes it any more. */
  public synchronized void payOutCare() {
    change(() -> new CareBook(store).payOut(clock.instant()));
  }

  /** What was begun here and never ended. */
  public synchronized List<Hanging> hanging() {
    return store.transaction(() -> new LeftBills(store).all());
  }

  /** Copies of journals, and whether these books were ever behind: oldest first. */
  public synchronized List<Noticed> noticed() {
    return store.transaction(() -> Lives.noticed(store));
  }

  /**
   * All that is committed, for {@link Keeping.InMemory#restored}: a crash loses nothing of it, and
   * an older one is a backup.
   */
  public synchronized byte[] snapshot() {
    return store.image();
  }

  /** How often a slot was taken over by a journal of another life. */
  public synchronized int epochChanges() {
    return store.transaction(() -> (int) store.number("SELECT COUNT(*) FROM epoch_change"));
  }

  @Override
  public synchronized void close() {
    store.close();
  }
}
