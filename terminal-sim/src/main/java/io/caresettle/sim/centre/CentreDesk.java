package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The simulated centre without its line: one message in, one answer out, one transaction between.
 * Many threads may come; they are served one after the other.
 */
public final class CentreDesk implements AutoCloseable {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Store store;
  private final Clock clock;
  private final MessageLog messages;
  private final Ledger ledger;
  private final Tombstones tombstones;
  private final Admission admission;
  private final CardProofs cardProofs;
  private final Map<MessageType, Clerk> clerks;

  private CentreDesk(CentreSettings settings, Rolls rolls, ItemList items) {
    this.store = new Store(settings.file());
    this.clock = settings.clock();
    this.messages = new MessageLog(store);
    this.ledger = new Ledger(store);
    Accounts accounts = new Accounts(store, ledger);
    this.tombstones = new Tombstones(store);
    this.cardProofs = new CardProofs(store);
    this.admission = new Admission(store);
    CodeBindings bindings = new CodeBindings(store);
    KeyDevice device = new KeyDevice();
    Assessor assessor =
        new Assessor(rolls, items, settings.law(), new OpenPayers(rolls), store, accounts);
    this.clerks =
        Map.of(
            MessageType.SIGN_IN,
            new SignIns(store, rolls, items),
            MessageType.CATALOGUE,
            new CatalogueDesk(items),
            MessageType.LOOK_UP,
            new LookUps(store, rolls, accounts, settings.codes(), bindings, cardProofs),
            MessageType.RESOLVE_CODE,
            new CodeResolutions(
                rolls, bindings, settings.codes(), settings.random(), settings.bindingLife()),
            MessageType.AUTHENTICATE_CARD,
            new CardQuestions(rolls, cardProofs, device, settings.random()),
            MessageType.CONFIRM_CARD,
            new CardFindings(rolls, cardProofs, device, settings.random()),
            MessageType.TRIAL,
            new Trials(store, assessor, settings.random()),
            MessageType.SETTLE,
            new Settlements(store, assessor, accounts, ledger, settings.keys().keys()),
            MessageType.QUERY,
            new Queries(messages, tombstones),
            MessageType.REVERSE,
            new Reversals(store, messages, tombstones, accounts, ledger, settings.keys().keys()));
    store.transaction(
        () -> {
          rolls.persons().forEach(accounts::open);
          return rolls;
        });
  }

  /** A desk on the file of {@code settings}; what an earlier desk left there still holds. */
  public static CentreDesk open(CentreSettings settings) {
    return new CentreDesk(settings, Rolls.ofResources(), ItemList.ofResources());
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
    LocalDate today = LocalDate.ofInstant(now, CHINA);
    Request request = new Request(terminal, messageId, payload.bytes(), now, today);
    return store.transaction(() -> answer(clerk, type, request));
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
    if (type == MessageType.SETTLE
        && tombstones.find(request.institution(), request.id()).isPresent()) {
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
    DeskAnswer answer = serve(clerk, request);
    messages.remember(request, type, sameness.get(), answer);
    mustBalance(request.institution(), sameness.get().bill());
    return answer;
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
      return refusal(clerk, refused.refusal());
    }
  }

  private static DeskAnswer refusal(Clerk clerk, Refusal refusal) {
    byte[] bytes = clerk.refuse(refusal).toByteArray();
    return new DeskAnswer(clerk.answerType(), Payload.copyOf(bytes));
  }

  private void mustBalance(String institution, String bill) {
    List<String> faults = ledger.faults(institution, bill);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("This message would upset the books: " + faults);
    }
  }

  /** Notes that the answer to this message did not arrive, until somebody asks for it. */
  synchronized void unheard(String institutionCode, String messageId) {
    store.transaction(
        () -> {
          messages.unheard(institutionCode, messageId, true);
          return messageId;
        });
  }

  /** Blocks a card, as whoever issued it would. */
  synchronized void blockCard(String cardIdentifier) {
    store.transaction(
        () -> {
          cardProofs.block(cardIdentifier);
          return cardIdentifier;
        });
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
                ledger.faults()));
  }

  /** What was begun here and never ended. */
  public synchronized List<Hanging> hanging() {
    return store.transaction(
        () -> {
          List<Hanging> hanging = new ArrayList<>(messages.unheardSettlements());
          hanging.addAll(messages.quotesOnly());
          return List.copyOf(hanging);
        });
  }

  /** How often a slot signed in with a journal of another life. */
  public synchronized int epochChanges() {
    return store.transaction(() -> (int) store.number("SELECT COUNT(*) FROM epoch_change"));
  }

  @Override
  public synchronized void close() {
    store.close();
  }
}
