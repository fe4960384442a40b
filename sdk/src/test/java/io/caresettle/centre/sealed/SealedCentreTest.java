package io.caresettle.centre.sealed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.UnknownFieldSet;
import io.caresettle.centre.Centre;
import io.caresettle.centre.CentreConnector;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.CertificateBook;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.Undone;
import io.caresettle.eligibility.Visit;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Revocation;
import io.caresettle.protocol.certificate.RevocationReason;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.link.LinkListener;
import io.caresettle.protocol.link.LinkServer;
import io.caresettle.protocol.link.LinkServerSettings;
import io.caresettle.protocol.link.ServerAnswer;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.NextStep;
import io.caresettle.protocol.wire.QueryAnswer;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.ReversalReceipt;
import io.caresettle.protocol.wire.ReverseAnswer;
import io.caresettle.protocol.wire.Settle;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.SignIn;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialAnswer;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An answer is believed when it is signed, is about what was asked, and adds up")
@Timeout(180)
class SealedCentreTest {

  /** What the other end of the line does with a request. */
  private interface Peer {
    MessageLite answer(byte[] request) throws InvalidProtocolBufferException;
  }

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final BillId BILL = new BillId("TEST00000001", "B1");
  private static final SettleMessage MESSAGE =
      new SettleMessage("TEST00000001202611201000000700", BILL);
  private static final ScopeCut CUT =
      new ScopeCut(Money.ZERO, Money.ZERO, Money.ZERO, new Money(10_000), Money.ZERO);
  private static final SettlementSplit SPLIT =
      new SettlementSplit(
          new Money(10_000),
          Map.of(Payer.POOL_FUND, new Money(6_000), Payer.CASH, new Money(4_000)));

  private final SecureRandom random = new SecureRandom();
  private final Validity century =
      new Validity(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2099-01-01T00:00:00Z"));
  private final CertificateAuthority authority =
      CertificateAuthority.root(
          "ROOT",
          new SigningPair(Sm2PrivateKey.generate(random)),
          TrustProfile.TEST,
          century,
          random);
  private final Trust trust = Trust.in(TrustProfile.TEST, List.of(authority.certificate()));
  private final PartyKeys terminal = PartyKeys.generate("TERMINAL-7", random);
  private final PartyKeys centreKeys = PartyKeys.generate("CENTRE-TEST", random);
  private final PartyKeys stranger = PartyKeys.generate("STRANGER", new SecureRandom());
  private final CompletableFuture<Receipt> late = new CompletableFuture<>();
  private final Map<String, List<Opaque>> kept = new ConcurrentHashMap<>();
  private final CertificateBook book =
      new CertificateBook() {
        @Override
        public void keep(String keyId, Opaque certificates) {
          kept.put(keyId, List.of(certificates));
        }

        @Override
        public List<Opaque> find(String keyId) {
          return kept.getOrDefault(keyId, List.of());
        }
      };
  private final List<String> alarms = new CopyOnWriteArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final Semaphore sessions = new Semaphore(0);
  private final CompletableFuture<ServerAnswer> held = new CompletableFuture<>();
  private volatile MessageType answerType = MessageType.SETTLE_ANSWER;
  private volatile boolean hold;
  private volatile Peer peer = request -> SettleAnswer.getDefaultInstance();
  private LinkServer server;
  private Centre centre;

  @BeforeEach
  void connect() {
    connect(certified(Subject.centre("CENTRE-TEST"), centreKeys));
  }

  private void connect(CertifiedKeys centresOwn) {
    server =
        LinkServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            centresOwn,
            trust,
            (who, type, messageId, request) -> {
              try {
                ServerAnswer answer =
                    ServerAnswer.answer(answerType, peer.answer(request.bytes()).toByteArray());
                if (hold) {
                  return ServerAnswer.later(held.thenApply(go -> answer));
                }
                return answer;
              } catch (InvalidProtocolBufferException e) {
                return ServerAnswer.silence();
              }
            },
            LinkServerSettings.standard(),
            new LinkListener() {
              @Override
              public void sessionOpened(String sessionId, String peerId, Duration handshake) {
                sessions.release();
              }
            });
    centre =
        OnTheLine.at(
            SealedCentre.at(server.address(), certifiedTerminal(), trust, "CENTRE-TEST")
                .connect(
                    "TEST00000001",
                    () -> "id" + ids.incrementAndGet(),
                    Clock.systemUTC(),
                    new News(),
                    book));
  }

  /** Trust in a root that this centre does not stand under. */
  private Trust othersTrust() {
    CertificateAuthority other =
        CertificateAuthority.root("ROOT", stranger.signing(), TrustProfile.TEST, century, random);
    return Trust.in(TrustProfile.TEST, List.of(other.certificate()));
  }

  private CertifiedKeys certifiedTerminal() {
    return certified(Subject.terminal("TERMINAL-7", "TEST00000001"), terminal);
  }

  private CertifiedKeys certified(Subject subject, PartyKeys keys) {
    return new CertifiedKeys(keys, authority.issue(subject, keys.identity(), century, random));
  }

  @AfterEach
  void disconnect() {
    centre.close();
    server.close();
  }

  @Test
  void aSettlementGoesOutSignedAndItsReceiptIsBelieved() {
    peer =
        request -> {
          SettlementDocument document =
              SettlementDocument.parseFrom(
                  Documents.verify(
                      terminal.identity(),
                      DocumentContext.SETTLEMENT,
                      Settle.parseFrom(request).getDocument()));
          assertEquals(6_000, document.getConfirmed().getPoolFund());
          assertEquals("Q1", document.getQuoteReference());
          return settled(
              centreKeys,
              receipt()
                  .setMessageId(document.getMessageId())
                  .setBillNumber(document.getBillNumber()));
        };
    Receipt receipt = answered(settle());
    assertEquals("S1", receipt.settlementId());
    assertEquals(MESSAGE, receipt.message());
    assertEquals(SPLIT, receipt.split());
    assertEquals(LocalDate.of(2026, 11, 20), receipt.businessDate());
  }

  @Test
  @Tag("R-INST-01")
  @Tag("R-INST-11")
  void aTerminalServesNoInstitutionButThatOfItsCertificates() {
    CentreConnector connector =
        SealedCentre.at(server.address(), certifiedTerminal(), trust, "CENTRE-TEST");
    Misuse misuse =
        assertThrows(
            Misuse.class,
            () ->
                connector.connect("TEST00000002", () -> "id", Clock.systemUTC(), new News(), book));
    assertTrue(misuse.toString().contains("enrol the terminal"), misuse.toString());
  }

  @Test
  void aReceiptThatAStrangerSignedIsAForgeryAndToldAsOne() {
    peer = request -> settled(stranger, receipt());
    assertForged(settle());
  }

  @Test
  void whoeverListensAtTheCentresAddressWithAnotherKeyIsToldApartFromACentreThatIsAway() {
    try (Centre deceived =
        SealedCentre.at(server.address(), certifiedTerminal(), othersTrust(), "CENTRE-TEST")
            .connect("TEST00000001", () -> "id1", Clock.systemUTC(), new News(), book)) {
      Reply<?> reply = deceived.settle(deceived.prepare(request()), Reservation.NONE, SOON);
      Reply.NotAuthentic<?> impostor = assertInstanceOf(Reply.NotAuthentic.class, reply);
      assertFalse(impostor.sent());
      assertInstanceOf(Reply.NotAuthentic.class, deceived.trial(trialRequest(), SOON));
      assertEquals(List.of("SETTLE", "TRIAL"), alarms);
    }
  }

  @Test
  void whatIsSentIsWhatWasPreparedAndTheReceiptIsGivenOutAsItCame() {
    List<Opaque> seen = new CopyOnWriteArrayList<>();
    peer =
        request -> {
          SignedDocument document = Settle.parseFrom(request).getDocument();
          seen.add(Opaque.copyOf(document.toByteArray()));
          SettleAnswer answer = settled(centreKeys, receipt());
          seen.add(Opaque.copyOf(answer.getReceipt().toByteArray()));
          return answer;
        };
    PreparedSettlement prepared = centre.prepare(request());
    Receipt first = answered(centre.settle(prepared, Reservation.NONE, SOON));
    Receipt again = answered(centre.settle(prepared, Reservation.NONE, SOON));
    assertEquals(
        List.of(prepared.document().document(), first.evidence().document()), seen.subList(0, 2));
    assertEquals(prepared.document().document(), seen.get(2));
    assertEquals(terminal.identity().keyId(), prepared.document().keyId());
    assertEquals(centreKeys.identity().keyId(), again.evidence().keyId());
    assertTrue(centre.canSend(prepared.document()));
    assertFalse(centre.canSend(new Evidence("another", prepared.document().document())));
    assertFalse(centre.canSend(Evidence.NONE));
  }

  @Test
  void aReceiptThatAStrangerSignedClosesTheSession() throws InterruptedException {
    peer = request -> settled(stranger, receipt());
    assertForged(settle());
    peer = request -> settled(centreKeys, receipt());
    assertInstanceOf(Reply.Answered.class, settle());
    assertTrue(sessions.tryAcquire(2, 10, TimeUnit.SECONDS));
  }

  @Test
  void aReceiptForAnotherMessageOrBillIsNoAnswer() {
    peer = request -> settled(centreKeys, receipt().setMessageId("another"));
    assertInstanceOf(Reply.NoAnswer.class, settle());
    peer = request -> settled(centreKeys, receipt().setBillNumber("B2"));
    assertInstanceOf(Reply.NoAnswer.class, settle());
    peer = request -> settled(centreKeys, receipt().setInstitutionCode("TEST00000002"));
    assertInstanceOf(Reply.NoAnswer.class, settle());
  }

  @Test
  void amountsThatDoNotAddUpAreNoAnswer() {
    peer = request -> settled(centreKeys, receipt().setSplit(split().setCash(3_999)));
    assertInstanceOf(Reply.NoAnswer.class, settle());
    peer = request -> settled(centreKeys, receipt().setSplit(split().setInScope(9_999)));
    assertInstanceOf(Reply.NoAnswer.class, settle());
    peer =
        request -> settled(centreKeys, receipt().setSplit(split().setPoolFund(-1).setCash(10_001)));
    assertInstanceOf(Reply.NoAnswer.class, settle());
  }

  @Test
  void anAnswerOfAnotherKindOrOfNothingIsNoAnswer() {
    peer = request -> SettleAnswer.getDefaultInstance();
    assertInstanceOf(Reply.NoAnswer.class, settle());
    answerType = MessageType.QUERY_ANSWER;
    assertInstanceOf(Reply.NoAnswer.class, settle());
  }

  @Test
  void aReceiptThatTheCentreSignedAndDidNotWriteCanonicallyIsNoAnswer() {
    ByteString once = receipt().build().toByteString();
    peer =
        request ->
            SettleAnswer.newBuilder()
                .setReceipt(
                    Documents.sign(
                        centreKeys,
                        DocumentContext.SETTLEMENT_RECEIPT,
                        once.concat(once).toByteArray()))
                .build();
    assertCannotBeRead("not written canonically", settle());
  }

  @Test
  void anAuthenticAnswerOfOtherBytesOrTooDenseIsNoAnswer() {
    peer = request -> SignIn.newBuilder().setInstitutionCode("no receipt").build();
    assertCannotBeRead("malformed", settle());
    UnknownFieldSet.Builder many = UnknownFieldSet.newBuilder();
    UnknownFieldSet.Field nothing = UnknownFieldSet.Field.newBuilder().addVarint(0).build();
    for (int number = 1_000; number < 15_000; number++) {
      many.addField(number, nothing);
    }
    SettleAnswer dense = SettleAnswer.newBuilder().setUnknownFields(many.build()).build();
    peer = request -> dense;
    assertCannotBeRead("16 times its length", settle());
  }

  private void assertCannotBeRead(String why, Reply<?> reply) {
    Reply.NoAnswer<?> none = assertInstanceOf(Reply.NoAnswer.class, reply);
    assertTrue(none.toString().contains(why), none.toString());
    assertEquals(List.of(), alarms);
  }

  @Test
  void aRefusalNamesItsReasonAndTheNextStep() {
    peer =
        request ->
            SettleAnswer.newBuilder()
                .setRefusal(
                    Refusal.newBuilder()
                        .setCode("FROZEN")
                        .setReasonZh("账户冻结")
                        .setReasonEn("frozen")
                        .setLegalBasis("SZ 62¶1")
                        .setNextStep(NextStep.FULL_CASH_WITH_SLIP))
                .build();
    Reply.Refused<?> refused = assertInstanceOf(Reply.Refused.class, settle());
    assertEquals(
        new io.caresettle.centre.Refusal(
            "FROZEN",
            "账户冻结",
            "frozen",
            "SZ 62¶1",
            io.caresettle.problem.NextStep.FULL_CASH_WITH_SLIP),
        refused.refusal());
    peer = request -> SettleAnswer.newBuilder().setRefusal(Refusal.getDefaultInstance()).build();
    assertInstanceOf(Reply.NoAnswer.class, settle());
  }

  @Test
  @Tag("R-TXN-08")
  void nobodyAtTheOtherEndMeansThatNothingWasSent() {
    server.close();
    assertInstanceOf(Reply.NotSent.class, settle());
  }

  @Test
  void aLateReceiptIsHandedOnWhenItIsAuthentic() {
    hold = true;
    peer = request -> settled(centreKeys, receipt());
    assertInstanceOf(
        Reply.NoAnswer.class,
        centre.settle(centre.prepare(request()), Reservation.NONE, Duration.ofSeconds(2)));
    held.complete(ServerAnswer.silence());
    assertEquals("S1", late.orTimeout(60, TimeUnit.SECONDS).join().settlementId());
  }

  @Test
  void aTrialIsBoundToItsBody() {
    answerType = MessageType.TRIAL_ANSWER;
    peer =
        request -> {
          byte[] body =
              io.caresettle.protocol.wire.Trial.parseFrom(request).getBody().toByteArray();
          assertEquals("P0000001", TrialBody.parseFrom(body).getPersonNumber());
          assertEquals("outpatient", TrialBody.parseFrom(body).getVisit().getCareType());
          return quote(Sm3.digest(body));
        };
    Trial trial = answered(centre.trial(trialRequest(), SOON));
    assertEquals(SPLIT, trial.split());
    assertEquals(HexFormat.of().formatHex(Sm3.digest(trial.body().bytes())), trial.bodyDigest());
    assertEquals(trial.bodyDigest(), answered(centre.trial(trialRequest(), SOON)).bodyDigest());
    peer = request -> quote(Sm3.digest(new byte[] {1}));
    assertInstanceOf(Reply.NoAnswer.class, centre.trial(trialRequest(), SOON));
  }

  @Test
  void aQueryTellsTheFateAndAStandingSettlementNeedsItsReceipt() {
    answerType = MessageType.QUERY_ANSWER;
    peer = request -> QueryAnswer.newBuilder().setState(SettlementState.NOT_FOUND).build();
    assertEquals(new Fate.NotFound(), answered(centre.query(MESSAGE, SOON)));
    peer = request -> QueryAnswer.newBuilder().setState(SettlementState.STANDING).build();
    assertForged(centre.query(MESSAGE, SOON));
    peer =
        request ->
            QueryAnswer.newBuilder()
                .setState(SettlementState.STANDING)
                .setReceipt(settled(centreKeys, receipt()).getReceipt())
                .build();
    assertInstanceOf(Fate.Standing.class, answered(centre.query(MESSAGE, SOON)));
    peer = request -> QueryAnswer.getDefaultInstance();
    assertInstanceOf(Reply.NoAnswer.class, centre.query(MESSAGE, SOON));
  }

  @Test
  void theCertificatesOfBothSidesAreKeptWithTheFirstAnswer() {
    assertEquals(Set.of(terminal.identity().keyId()), kept.keySet());
    peer = request -> settled(centreKeys, receipt());
    answered(settle());
    assertEquals(Set.of(terminal.identity().keyId(), centreKeys.identity().keyId()), kept.keySet());
    Opaque centres = book.find(centreKeys.identity().keyId()).get(0);
    assertEquals(centreKeys.identity(), CertificatePair.decode(centres.bytes()).identity());
  }

  @Test
  void aReceiptOfTheKeysThatTheCentreHadBeforeIsBelievedWhereTheyWereMet() {
    peer = request -> settled(centreKeys, receipt());
    answered(settle());
    renewTheCentre();
    assertInstanceOf(Fate.Standing.class, answered(centre.query(MESSAGE, SOON)));
    assertEquals(List.of(), alarms);
    kept.clear();
    assertForged(centre.query(MESSAGE, SOON));
  }

  @Test
  void keysThatTheCentreHadBeforeAndRevokedSignNothingAnyMore() {
    peer = request -> settled(centreKeys, receipt());
    answered(settle());
    CertificatePair old =
        CertificatePair.decode(book.find(centreKeys.identity().keyId()).get(0).bytes());
    renewTheCentre();
    Instant now = Instant.now();
    trust.accept(
        authority.revoke(
            1,
            now,
            century.to(),
            List.of(
                new Revocation(
                    old.signing().serial(), now.minusSeconds(60), RevocationReason.SUPERSEDED))));
    assertForged(centre.query(MESSAGE, SOON));
  }

  @Test
  void certificatesThatSomebodyPutBesideTheDocumentsMakeNoCentre() {
    renewTheCentre();
    CertificateAuthority impostor =
        CertificateAuthority.root("ROOT", stranger.signing(), TrustProfile.TEST, century, random);
    put(impostor.issue(Subject.centre("CENTRE-TEST"), centreKeys.identity(), century, random));
    assertForged(centre.query(MESSAGE, SOON));
    PartyKeys other = PartyKeys.generate("CENTRE-OTHER", random);
    put(authority.issue(Subject.centre("CENTRE-OTHER"), other.identity(), century, random));
    peer = request -> standing(other);
    assertForged(centre.query(MESSAGE, SOON));
    peer = request -> standing(terminal);
    assertForged(centre.query(MESSAGE, SOON));
  }

  private void put(CertificatePair pair) {
    book.keep(pair.identity().keyId(), Opaque.copyOf(pair.encoded()));
  }

  /** From now on the centre speaks with new keys, and still has the receipts of the old ones. */
  private void renewTheCentre() {
    disconnect();
    PartyKeys renewed = PartyKeys.generate("CENTRE-TEST", random);
    connect(certified(Subject.centre("CENTRE-TEST"), renewed));
    answerType = MessageType.QUERY_ANSWER;
    peer = request -> standing(centreKeys);
  }

  private static QueryAnswer standing(PartyKeys signer) {
    return QueryAnswer.newBuilder()
        .setState(SettlementState.STANDING)
        .setReceipt(settled(signer, receipt()).getReceipt())
        .build();
  }

  @Test
  void aReversalIsKnownByTheCentresSignedWordAlone() {
    answerType = MessageType.REVERSE_ANSWER;
    peer = request -> reversed(centreKeys, MESSAGE.messageId());
    Undone undone = answered(reverse());
    assertEquals(Optional.empty(), undone.settlementId());
    peer = request -> reversed(stranger, MESSAGE.messageId());
    assertForged(reverse());
    assertEquals(List.of("REVERSE"), alarms);
    peer = request -> reversed(centreKeys, "another");
    assertInstanceOf(Reply.NoAnswer.class, reverse());
  }

  private Reply<Receipt> settle() {
    return centre.settle(centre.prepare(request()), Reservation.NONE, SOON);
  }

  private Reply<Undone> reverse() {
    return centre.reverse(centre.prepare(new ReverseRequest("R1", MESSAGE, NOON)), SOON);
  }

  private static SettleRequest request() {
    return new SettleRequest(
        MESSAGE, "Q1", "ab12", Opaque.copyOf(new byte[] {1}), CUT, SPLIT, "op-7", NOON);
  }

  private static TrialRequest trialRequest() {
    FeeLine line =
        new FeeLine(
            "1",
            "TEST-0001",
            UnitPrice.parse("100.00"),
            Quantity.parse("1"),
            Money.parseYuan("100.00"));
    return new TrialRequest(
        new Bill(BILL, List.of(line)),
        "P0000001",
        new Visit("V1", CareType.OUTPATIENT, LocalDate.of(2026, 11, 20)),
        Scheme.EMPLOYEE,
        "320500");
  }

  private static Split.Builder split() {
    return Split.newBuilder().setTotal(10_000).setInScope(10_000).setPoolFund(6_000).setCash(4_000);
  }

  private static SettlementReceipt.Builder receipt() {
    return SettlementReceipt.newBuilder()
        .setSettlementId("S1")
        .setMessageId(MESSAGE.messageId())
        .setInstitutionCode(BILL.institutionCode())
        .setBillNumber(BILL.number())
        .setSplit(split())
        .setAccountBalanceAfter(98_000)
        .setSettledAtMillis(NOON.toEpochMilli())
        .setBusinessDate("2026-11-20");
  }

  private static SettleAnswer settled(PartyKeys signer, SettlementReceipt.Builder receipt) {
    SignedDocument signed =
        Documents.sign(signer, DocumentContext.SETTLEMENT_RECEIPT, receipt.build().toByteArray());
    return SettleAnswer.newBuilder().setReceipt(signed).build();
  }

  private static TrialAnswer quote(byte[] digest) {
    return TrialAnswer.newBuilder()
        .setQuote(
            Quote.newBuilder()
                .setReference("Q1")
                .setBodyDigest(ByteString.copyFrom(digest))
                .setExpiresAtMillis(NOON.toEpochMilli())
                .setSplit(split()))
        .build();
  }

  private static ReverseAnswer reversed(PartyKeys signer, String original) {
    ReversalReceipt receipt =
        ReversalReceipt.newBuilder()
            .setOriginalMessageId(original)
            .setBillNumber(BILL.number())
            .setUndoneAtMillis(NOON.toEpochMilli())
            .build();
    return ReverseAnswer.newBuilder()
        .setReceipt(Documents.sign(signer, DocumentContext.REVERSAL_RECEIPT, receipt.toByteArray()))
        .build();
  }

  private static void assertForged(Reply<?> reply) {
    assertTrue(assertInstanceOf(Reply.NotAuthentic.class, reply).sent());
  }

  private static <T> T answered(Reply<T> reply) {
    if (reply instanceof Reply.Answered<T> answered) {
      return answered.value();
    }
    throw new AssertionError("No answer that is believed: " + reply);
  }

  private final class News implements CentreNews {
    @Override
    public void sent(String type, int bytes, int sealedBytes) {}

    @Override
    public void received(String type, int bytes, int sealedBytes) {}

    @Override
    public void notAuthentic(String type) {
      alarms.add(type);
    }

    @Override
    public void lateReceipt(Receipt receipt) {
      late.complete(receipt);
    }
  }
}
