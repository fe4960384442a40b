package io.caresettle.centre;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.DataLeave;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Injury;
import io.caresettle.eligibility.ThirdPartyDecision;
import io.caresettle.identity.FoundPayer;
import io.caresettle.identity.InsuredPerson;
import io.caresettle.identity.Patient;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.problem.NextStep;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.OtherLayer;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A centre in memory that is stricter than a real one. It looks into the journal's file before it
 * does anything that moves money, and writes down whatever a terminal must never do.
 */
public final class FakeCentre implements Centre {

  /** A document that went over the line. */
  public record KeptEvidence(String kind, String keyId, Opaque document) {}

  /** What becomes of the next settle message. */
  public enum Fault {
    /** It settles, and the answer is lost; the line is broken. */
    ANSWER_LOST,
    /** It never arrives, and nobody says so; the line is broken. */
    NEVER_ARRIVES,
    /** It never left the terminal. */
    NOT_SENT,
    /** The centre says no. */
    REFUSED,
    /** It settles with a fen moved from the fund to cash. */
    OTHER_FIGURES,
    /** It settles, and the answer waits until {@link #release}. */
    ANSWER_HELD,
    /** It waits on the wire until {@link #release}, and arrives then. */
    REQUEST_HELD,
    /** Before the intent, connecting takes until {@link #release}. */
    WAY_HELD,
    /** Nothing is signed, because the device fails. */
    NO_SIGNATURE,
    /** Before the intent, nobody could be reached. */
    NO_WAY,
    /** Before the intent, somebody was there who is not the centre. */
    IMPOSTOR_ON_THE_WAY,
    /** As it was to be sent, somebody was there who is not the centre. */
    IMPOSTOR,
    /** It settles, and the answer is a forgery; the line is broken. */
    FORGED_ANSWER,
    /** It settles, and the answer names another bill; then the line breaks. */
    ANOTHER_BILLS_RECEIPT
  }

  private final Path journal;
  private final Clock clock;
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final Map<String, Trial> trials = new HashMap<>();
  private final Map<String, Receipt> standing = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> undone = new HashSet<>();
  private final Map<String, Refusal> refused = new HashMap<>();
  private final Map<Opaque, SettleRequest> settlements = new HashMap<>();
  private final Map<Opaque, ReverseRequest> reversals = new HashMap<>();
  private final Map<Opaque, CancelRequest> cancellations = new HashMap<>();
  private final Map<String, Cancelled> cancelled = new HashMap<>();
  private Cancelling cancelling = Cancelling.DONE;
  private final FakeCredentialDesk desk = new FakeCredentialDesk();
  private final FakeRegistrations registrations = new FakeRegistrations();
  private final FakeDayEnd dayEnd = new FakeDayEnd();
  private final FakeCosts costs = new FakeCosts(this::isReachable);
  private final List<KeptEvidence> documents = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private int reservations;
  private String terminalKey = "terminal-key-1";
  private boolean forgesAnswers;
  private int count;
  private String lookUpRefusal = "";
  private String signInRefusal = "";
  private BinarySignIn signingIn = (request, plain) -> plain;
  private Optional<FoundPayer> payer = Optional.empty();
  private Entitlements insured =
      Entitlements.of(
          List.of(
              new Enrolment(
                  Scheme.EMPLOYEE,
                  InsuredCategory.ACTIVE,
                  "320500",
                  LocalDate.of(2020, 1, 1),
                  Optional.empty(),
                  false,
                  new Money(100_000),
                  Map.of())));
  private List<OtherLayer> others = List.of();
  private boolean reachable = true;
  private boolean reversalsAnswered = true;
  private LocalDate businessDate = LocalDate.of(2026, 11, 20);

  public FakeCentre(Path journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** For {@code TerminalConfig}. */
  public CentreConnector connector() {
    return (institution, ids, wall, news, certificates) -> this;
  }

  // What a test arranges and asks.

  public synchronized void next(Fault fault) {
    faults.add(fault);
  }

  public synchronized void setReachable(boolean now) {
    reachable = now;
  }

  private synchronized boolean isReachable() {
    return reachable;
  }

  /** While false, reversals are done but nobody hears of it. */
  public synchronized void setReversalsAnswered(boolean now) {
    reversalsAnswered = now;
  }

  /** What it decides about credentials, and was asked about them. */
  public FakeCredentialDesk desk() {
    return desk;
  }

  /** From now on, nobody is found, for this reason. */
  public synchronized void refuseLookUps(String code) {
    lookUpRefusal = code;
  }

  /** From now on, this is what it says of the patient's insurance. */
  public synchronized void insure(Entitlements now) {
    insured = now;
  }

  /** From now on, a relative's credential is this payer's. */
  public synchronized void bind(FoundPayer relative) {
    payer = Optional.of(relative);
  }

  public synchronized void setBusinessDate(LocalDate date) {
    businessDate = date;
  }

  /** From now on the terminal signs with another key, and the centre believes no other. */
  public synchronized void setTerminalKey(String keyId) {
    terminalKey = keyId;
  }

  /** While true, whatever moves no money is answered by somebody else. */
  public synchronized void setForging(boolean now) {
    forgesAnswers = now;
  }

  /** What went over the line and moves money or says that it did, in order. */
  public synchronized List<KeptEvidence> documents() {
    return List.copyOf(documents);
  }

  /** How many places on the way are kept and not given back. */
  public synchronized int reservations() {
    return reservations;
  }

  public void release() {
    released.countDown();
  }

  public synchronized int settlementsStanding() {
    return standing.size();
  }

  public synchronized List<String> calls(String kind) {
    return calls.stream().filter(c -> c.startsWith(kind + " ")).toList();
  }

  public synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  /** From now on, these pay a part of what was cash, at trial and settlement. */
  public synchronized void pay(OtherLayer... these) {
    others = List.of(these);
  }

  // What a terminal sees.

  @Override
  public synchronized Reply<SignedIn> signIn(SignIn request, Duration within) {
    calls.add("signIn " + request.journalEpoch());
    if (forgesAnswers) {
      return new Reply.NotAuthentic<>(false, "the handshake failed");
    }
    if (!signInRefusal.isEmpty()) {
      return new Reply.Refused<>(refusal(signInRefusal));
    }
    SignedIn plain = new SignedIn(clock.instant(), businessDate, "2026-11");
    return reachable
        ? new Reply.Answered<>(signingIn.apply(request, plain))
        : new Reply.NotSent<>("the centre is down");
  }

  /** From now on this is the answer to a sign-in, given the plain one. */
  public synchronized void answerSignIns(BinarySignIn how) {
    signingIn = how;
  }

  /** From now on, nobody signs in, for this reason; for none, everybody does. */
  public synchronized void refuseSignIns(String code) {
    signInRefusal = code;
  }

  /** How a sign-in is answered. */
  @FunctionalInterface
  public interface BinarySignIn {
    SignedIn apply(SignIn request, SignedIn plain);
  }

  @Override
  public synchronized Reply<Catalogue> catalogue(Duration within) {
    calls.add("catalogue ");
    CatalogueItem item =
        new CatalogueItem(
            "TEST-0001", "示例药品", CatalogueClass.A, Rate.basisPoints(0), Optional.empty());
    CatalogueItem outOfScope =
        new CatalogueItem(
            "TEST-0003", "自费药品", CatalogueClass.C, Rate.basisPoints(10_000), Optional.empty());
    return new Reply.Answered<>(
        new Catalogue("2026-11", Map.of(item.code(), item, outOfScope.code(), outOfScope)));
  }

  @Override
  public CredentialDesk credentials() {
    return desk;
  }

  @Override
  public synchronized Reply<LookedUp> lookUp(LookUpRequest request, Duration within) {
    calls.add("lookUp " + request.visitNumber() + request.proofId().map(id -> " " + id).orElse(""));
    if (!lookUpRefusal.isEmpty()) {
      return new Reply.Refused<>(refusal(lookUpRefusal));
    }
    return new Reply.Answered<>(
        new LookedUp(
            new InsuredPerson(
                "P0000001",
                PersonName.of("测试甲"),
                IdentityNumber.parse("329900198503120011"),
                InsuredPerson.CredentialStanding.VALID),
            insured));
  }

  @Override
  public FakeRegistrations registrations() {
    return registrations;
  }

  @Override
  public FakeDayEnd dayEnd() {
    return dayEnd;
  }

  /** It countersigns whatever it is shown. */
  @Override
  public AuditDesk audit() {
    return (slot, head, within) -> {
      synchronized (this) {
        calls.add("anchor " + head.position());
        return reachable
            ? new Reply.Answered<>(
                new Countersigned(
                    slot,
                    head,
                    clock.instant(),
                    businessDate,
                    evidence("centre-key", "head " + head.position())))
            : new Reply.NotSent<>("the centre is down");
      }
    };
  }

  /** It keeps no long-term care: that is proved with the simulated centre. */
  @Override
  public LongTermCare longTermCare() {
    throw new UnsupportedOperationException("No long-term care here");
  }

  /** It records whatever it is told, once. */
  @Override
  public FakeCosts costs() {
    return costs;
  }

  /** Whatever is declared, it has to be examined. */
  @Override
  public ThirdPartyDesk thirdParty() {
    return (declaration, patient, operator, within) ->
        new Reply.Answered<>(
            new ThirdPartyDecision(
                "SB-" + patient.registration().visitNumber(),
                Injury.Decision.TO_BE_EXAMINED,
                Optional.empty()));
  }

  /** Leave is numbered in the order of giving, and taken back on the business date. */
  @Override
  public AuthorisationDesk authorisations() {
    return new AuthorisationDesk() {
      @Override
      public Reply<Authorisation> give(
          DataLeave leave, Patient patient, String operator, Duration within) {
        return new Reply.Answered<>(
            new Authorisation(
                "AU-" + leave.payer(),
                patient.personNumber(),
                leave.payer(),
                leave.purpose(),
                leave.from(),
                leave.to(),
                Optional.empty()));
      }

      @Override
      public Reply<LocalDate> revoke(
          Authorisation given, Patient patient, String reason, String operator, Duration within) {
        return new Reply.Answered<>(businessDate);
      }
    };
  }

  @Override
  public FamilyDesk family() {
    return (relatives, patient, within) -> {
      synchronized (this) {
        return payer
            .<Reply<FoundPayer>>map(Reply.Answered::new)
            .orElseGet(() -> new Reply.Refused<>(refusal("NOT_BOUND")));
      }
    };
  }

  @Override
  public synchronized Reply<Trial> trial(TrialRequest request, Duration within) {
    calls.add("trial " + request.bill().id());
    request.replaces().ifPresent(settlement -> calls.add("replaces " + settlement));
    if (forgesAnswers) {
      return new Reply.NotAuthentic<>(true, "the answer is forged");
    }
    if (!reachable) {
      return new Reply.NotSent<>("the centre is down");
    }
    byte[] body =
        (request.bill() + request.personNumber() + request.visit())
            .getBytes(StandardCharsets.UTF_8);
    Trial trial =
        new Trial(
            "Q" + ++count,
            digest(body),
            Opaque.copyOf(body),
            clock.instant().plus(Duration.ofMinutes(10)),
            cut(request.bill()),
            split(request.bill()));
    trials.put(trial.reference(), trial);
    return new Reply.Answered<>(trial);
  }

  @Override
  public Reply<Reservation> reserve(Duration within) {
    boolean held;
    synchronized (this) {
      calls.add("reserve ");
      held = faults.peek() == Fault.WAY_HELD && faults.remove(Fault.WAY_HELD);
    }
    if (held) {
      waitForRelease();
    }
    return reserveNow();
  }

  private synchronized Reply<Reservation> reserveNow() {
    Fault next = faults.peek();
    if (next == Fault.NO_WAY) {
      faults.remove();
      return new Reply.NotSent<>("the centre is down");
    } else if (next == Fault.IMPOSTOR_ON_THE_WAY) {
      faults.remove();
      return new Reply.NotAuthentic<>(false, "the handshake failed");
    }
    reservations++;
    AtomicBoolean open = new AtomicBoolean(true);
    return new Reply.Answered<>(
        () -> {
          synchronized (this) {
            reservations -= open.getAndSet(false) ? 1 : 0;
          }
        });
  }

  @Override
  public synchronized PreparedSettlement prepare(SettleRequest request) {
    if (faults.peek() == Fault.NO_SIGNATURE) {
      faults.remove();
      throw new KeyRejected("The token is not there: bring it");
    }
    Evidence document = document("settle " + request.message().messageId());
    settlements.put(document.document(), request);
    return new PreparedSettlement(request.message(), document);
  }

  @Override
  public synchronized PreparedReversal prepare(ReverseRequest request) {
    Evidence document = document("reverse " + request.messageId());
    reversals.put(document.document(), request);
    return new PreparedReversal(request.messageId(), request.original(), document);
  }

  /** No two documents are the same, as no two signatures are. */
  private Evidence document(String text) {
    return evidence(terminalKey, text + " " + ++count);
  }

  private static Evidence evidence(String keyId, String text) {
    return new Evidence(keyId, Opaque.copyOf(text.getBytes(StandardCharsets.UTF_8)));
  }

  private synchronized <T> T wentOver(String kind, Evidence evidence, T what) {
    documents.add(new KeptEvidence(kind, evidence.keyId(), evidence.document()));
    return what;
  }

  @Override
  public synchronized boolean canSend(Evidence kept) {
    return kept.keyId().equals(terminalKey);
  }

  @Override
  public Reply<Receipt> settle(PreparedSettlement prepared, Reservation way, Duration within) {
    Optional<Fault> fault;
    SettleRequest request;
    synchronized (this) {
      calls.add("settle " + prepared.message().bill());
      requireDurable("SETTLE_INTENT", prepared.message().messageId());
      request = settlements.get(prepared.document().document());
      if (request == null || !request.message().equals(prepared.message())) {
        violations.add("sent what was not prepared: " + prepared.message());
        return new Reply.NoAnswer<>("the document is unknown");
      }
      wentOver("SETTLEMENT", prepared.document(), request);
      fault = Optional.ofNullable(faults.poll());
      if (is(fault, Fault.IMPOSTOR)) {
        return new Reply.NotAuthentic<>(false, "the handshake failed");
      }
      if (!reachable || is(fault, Fault.NOT_SENT)) {
        return new Reply.NotSent<>("the centre is down");
      }
      if (is(fault, Fault.NEVER_ARRIVES)
          || is(fault, Fault.ANSWER_LOST)
          || is(fault, Fault.FORGED_ANSWER)
          || is(fault, Fault.ANOTHER_BILLS_RECEIPT)) {
        // The line stays broken until it is mended, so that no resolver is faster than a test.
        reachable = false;
      }
      if (is(fault, Fault.NEVER_ARRIVES)) {
        return new Reply.NoAnswer<>("the line broke");
      }
    }
    if (is(fault, Fault.REQUEST_HELD)) {
      waitForRelease();
    }
    Reply<Receipt> reply = arrives(request, fault);
    if (is(fault, Fault.ANSWER_HELD)) {
      waitForRelease();
    }
    if (is(fault, Fault.FORGED_ANSWER)) {
      return new Reply.NotAuthentic<>(true, "the answer is forged");
    }
    if (reply instanceof Reply.Answered<Receipt> a && !is(fault, Fault.ANSWER_LOST)) {
      wentOver("SETTLEMENT_RECEIPT", a.value().evidence(), reply);
    }
    return is(fault, Fault.ANSWER_LOST) ? new Reply.NoAnswer<>("the line broke") : reply;
  }

  private synchronized Reply<Receipt> arrives(SettleRequest request, Optional<Fault> fault) {
    SettleMessage message = request.message();
    Trial trial = trials.get(request.reference());
    if (!seen.add(message.messageId())) {
      violations.add("message id used twice: " + message.messageId());
    }
    if (undone.contains(message.messageId())) {
      return new Reply.Refused<>(refusal("TOMBSTONE"));
    }
    if (trial == null
        || !trial.bodyDigest().equals(request.bodyDigest())
        || !trial.body().equals(request.body())
        || !trial.split().equals(request.confirmed())) {
      violations.add("settles something that was never tried: " + message.bill());
      return new Reply.Refused<>(refusal("NOT_TRIED"));
    }
    if (standing.values().stream().anyMatch(r -> r.message().bill().equals(message.bill()))) {
      violations.add("settled twice: " + message.bill());
    }
    if (is(fault, Fault.REFUSED)) {
      refused.put(message.messageId(), refusal("ACCOUNT_FROZEN"));
      return new Reply.Refused<>(refusal("ACCOUNT_FROZEN"));
    }
    long moved = is(fault, Fault.OTHER_FIGURES) ? 1 : 0;
    Receipt receipt = receipt(message, request, moved);
    standing.put(message.messageId(), receipt);
    return new Reply.Answered<>(
        is(fault, Fault.ANOTHER_BILLS_RECEIPT)
            ? receipt(
                new SettleMessage(
                    message.messageId(), new BillId(message.bill().institutionCode(), "other")),
                request,
                moved)
            : receipt);
  }

  private static boolean is(Optional<Fault> fault, Fault kind) {
    return fault.isPresent() && fault.get() == kind;
  }

  private Receipt receipt(SettleMessage message, SettleRequest request, long moved) {
    long fund = request.confirmed().paidBy(Payer.POOL_FUND).fen() - moved;
    Money total = request.confirmed().total();
    return new Receipt(
        "S" + ++count,
        message,
        request.cut(),
        new SettlementSplit(
            total,
            Map.of(
                Payer.POOL_FUND,
                new Money(fund),
                Payer.CASH,
                new Money(total.fen() - fund - byOthers())),
            others),
        new Money(98_000),
        clock.instant(),
        businessDate,
        evidence("centre-key", "receipt " + count));
  }

  @Override
  public synchronized Reply<Fate> query(SettleMessage message, Duration within) {
    calls.add("query " + message.bill());
    if (!reachable) {
      return new Reply.NotSent<>("the centre is down");
    }
    String id = message.messageId();
    if (standing.containsKey(id)) {
      Receipt receipt = standing.get(id);
      return wentOver(
          "SETTLEMENT_RECEIPT",
          receipt.evidence(),
          new Reply.Answered<>(new Fate.Standing(receipt)));
    } else if (undone.contains(id)) {
      return new Reply.Answered<>(new Fate.WasUndone());
    } else if (refused.containsKey(id)) {
      return new Reply.Answered<>(new Fate.WasRefused(refused.get(id)));
    }
    return new Reply.Answered<>(new Fate.NotFound());
  }

  @Override
  public synchronized Reply<Undone> reverse(PreparedReversal prepared, Duration within) {
    calls.add("reverse " + prepared.original().bill());
    requireDurable("REVERSE_INTENT", prepared.messageId());
    ReverseRequest request = reversals.get(prepared.document().document());
    if (request == null
        || !request.messageId().equals(prepared.messageId())
        || !request.original().equals(prepared.original())
        || !canSend(prepared.document())) {
      violations.add("sent what was not prepared: " + prepared.original());
      return new Reply.NoAnswer<>("the document is unknown");
    }
    wentOver("REVERSAL", prepared.document(), request);
    if (!reachable) {
      return new Reply.NotSent<>("the centre is down");
    }
    Receipt receipt = standing.remove(request.original().messageId());
    undone.add(request.original().messageId());
    Evidence word = evidence("centre-key", "undone " + ++count);
    return reversalsAnswered
        ? wentOver(
            "REVERSAL_RECEIPT",
            word,
            new Reply.Answered<>(
                new Undone(
                    Optional.ofNullable(receipt).map(Receipt::settlementId),
                    clock.instant(),
                    word)))
        : new Reply.NoAnswer<>("the line broke");
  }

  /** From now on cancellations are refused, or done without a word, or done. */
  public enum Cancelling {
    DONE,
    DONE_IN_SILENCE,
    REFUSED
  }

  public synchronized void setCancelling(Cancelling now) {
    cancelling = now;
  }

  @Override
  public synchronized PreparedCancellation prepare(CancelRequest request) {
    Evidence document = document("cancel " + request.messageId());
    cancellations.put(document.document(), request);
    return new PreparedCancellation(
        request.messageId(),
        request.receipt().message(),
        request.receipt().settlementId(),
        document);
  }

  @Override
  public synchronized Reply<Cancelled> cancel(PreparedCancellation prepared, Duration within) {
    calls.add("cancel " + prepared.original().bill());
    requireDurable("CANCEL_INTENT", prepared.messageId());
    CancelRequest request = cancellations.get(prepared.document().document());
    if (request == null
        || !request.messageId().equals(prepared.messageId())
        || !request.receipt().message().equals(prepared.original())
        || !canSend(prepared.document())) {
      violations.add("sent what was not prepared: " + prepared.original());
      return new Reply.NoAnswer<>("the document is unknown");
    }
    wentOver("CANCELLATION", prepared.document(), request);
    if (!reachable) {
      return new Reply.NotSent<>("the centre is down");
    }
    if (cancelling == Cancelling.REFUSED) {
      return new Reply.Refused<>(refusal("LATER_VISITS_FIRST"));
    }
    Cancelled word =
        cancelled.computeIfAbsent(prepared.messageId(), id -> cancelNow(request.receipt()));
    return cancelling == Cancelling.DONE_IN_SILENCE
        ? new Reply.NoAnswer<>("the line broke")
        : wentOver("CANCELLATION_RECEIPT", word.evidence(), new Reply.Answered<>(word));
  }

  private Cancelled cancelNow(Receipt receipt) {
    if (standing.remove(receipt.message().messageId()) == null) {
      violations.add("cancels what does not stand: " + receipt.message().bill());
    }
    undone.add(receipt.message().messageId());
    return new Cancelled(
        "C" + ++count,
        receipt.settlementId(),
        receipt.split(),
        new Money(100_000),
        clock.instant(),
        businessDate,
        evidence("centre-key", "cancelled " + count));
  }

  @Override
  public void close() {}

  private void requireDurable(String type, String messageId) {
    try (Connection look = DriverManager.getConnection("jdbc:sqlite:" + journal);
        PreparedStatement query =
            look.prepareStatement(
                "SELECT count(*) FROM record WHERE type = ? AND message_id = ?")) {
      query.setString(1, type);
      query.setString(2, messageId);
      try (ResultSet row = query.executeQuery()) {
        if (row.getInt(1) < 1) {
          violations.add("sent before its " + type + " was durable: " + messageId);
        }
      }
    } catch (SQLException e) {
      violations.add("the journal cannot be read: " + e.getMessage());
    }
  }

  private void waitForRelease() {
    boolean interrupted = false;
    while (true) {
      try {
        released.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Refusal refusal(String code) {
    return new Refusal(code, "账户已冻结", "The account is frozen", "SZ 62¶1", NextStep.STOP_THE_SALE);
  }

  private static ScopeCut cut(Bill bill) {
    return new ScopeCut(Money.ZERO, Money.ZERO, Money.ZERO, bill.total(), Money.ZERO);
  }

  private SettlementSplit split(Bill bill) {
    long fund = bill.total().fen() / 2;
    return new SettlementSplit(
        bill.total(),
        Map.of(
            Payer.POOL_FUND,
            new Money(fund),
            Payer.CASH,
            new Money(bill.total().fen() - fund - byOthers())),
        others);
  }

  private long byOthers() {
    return others.stream().mapToLong(layer -> layer.amount().fen()).sum();
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
