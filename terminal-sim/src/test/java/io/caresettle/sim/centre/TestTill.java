package io.caresettle.sim.centre;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.Cancel;
import io.caresettle.protocol.wire.CancelAnswer;
import io.caresettle.protocol.wire.CancelDocument;
import io.caresettle.protocol.wire.CancellationReceipt;
import io.caresettle.protocol.wire.CardCredential;
import io.caresettle.protocol.wire.CodeCredential;
import io.caresettle.protocol.wire.FeeLine;
import io.caresettle.protocol.wire.LookUp;
import io.caresettle.protocol.wire.LookUpAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Prescription;
import io.caresettle.protocol.wire.Query;
import io.caresettle.protocol.wire.QueryAnswer;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.ReversalDocument;
import io.caresettle.protocol.wire.Reverse;
import io.caresettle.protocol.wire.ReverseAnswer;
import io.caresettle.protocol.wire.Settle;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.Trial;
import io.caresettle.protocol.wire.TrialAnswer;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.protocol.wire.Visit;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A terminal without a line: it says to the desk what a counter would say. */
final class TestTill {

  static final String HOSPITAL = "TEST00000001";
  static final String PHARMACY = "TEST00000002";
  static final String DAY = "2026-11-20";

  final String institution;
  final PartyKeys keys;
  final CertificatePair certificates;
  Standing standing = new Standing.Good();
  private final CentreDesk desk;
  private int messages;

  TestTill(CentreDesk desk, String institution) {
    this(desk, institution, TestKeys.terminal(institution));
  }

  private TestTill(CentreDesk desk, String institution, CertifiedKeys certified) {
    this.desk = desk;
    this.institution = institution;
    this.keys = certified.keys();
    this.certificates = certified.certificates();
  }

  /** Another terminal of the same institution. */
  TestTill withOtherKeys(String terminalId) {
    return of(desk, institution, terminalId);
  }

  /** A terminal of any institution on the rolls, with keys of its own. */
  static TestTill of(CentreDesk desk, String institution, String terminalId) {
    SecureRandom random = new SecureRandom();
    PartyKeys own = PartyKeys.generate(terminalId, random);
    Validity years =
        new Validity(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"));
    return new TestTill(
        desk,
        institution,
        new CertifiedKeys(
            own,
            TestKeys.authority()
                .issue(Subject.terminal(terminalId, institution), own.identity(), years, random)));
  }

  String nextId() {
    messages++;
    return institution + "20261120090000" + String.format("%04d", messages);
  }

  /** The id that was counted out last. */
  String lastId() {
    messages--;
    return nextId();
  }

  Payload exchange(MessageType type, String id, MessageLite message) {
    Payload payload = Payload.copyOf(message.toByteArray());
    return desk.handle(new PeerInfo(certificates, standing, institution), type, id, payload)
        .payload();
  }

  static <M> M parse(Parser<M> parser, Payload payload) {
    return parse(parser, payload.bytes());
  }

  static <M> M parse(Parser<M> parser, byte[] bytes) {
    try {
      return parser.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  LookUpAnswer lookUp(String visit, String personNumber) {
    return lookUp(visit, cardOf(personNumber));
  }

  LookUpAnswer lookUp(String visit, CardCredential card) {
    return lookUp(LookUp.newBuilder().setVisitNumber(visit).setCard(card));
  }

  /** A relative's card, shown for the family account of this patient's visit. */
  LookUpAnswer lookUpPayer(String visit, String payer, String patient) {
    return lookUp(
        LookUp.newBuilder().setVisitNumber(visit).setCard(cardOf(payer)).setPayerFor(patient));
  }

  private LookUpAnswer lookUp(LookUp.Builder lookUp) {
    return parse(LookUpAnswer.parser(), exchange(MessageType.LOOK_UP, nextId(), lookUp.build()));
  }

  private static CardCredential cardOf(String personNumber) {
    Rolls.Person person = Rolls.ofResources().person(personNumber).orElseThrow();
    return CardCredential.newBuilder()
        .setCardIdentifier(person.card().identifier())
        .setCardNumber(person.card().number())
        .setIssuingArea(person.card().area())
        .setIdentityNumber(person.identity())
        .build();
  }

  LookUpAnswer lookUpByCode(String visit, String text) {
    LookUp lookUp =
        LookUp.newBuilder()
            .setVisitNumber(visit)
            .setCode(CodeCredential.newBuilder().setText(text))
            .build();
    return parse(LookUpAnswer.parser(), exchange(MessageType.LOOK_UP, nextId(), lookUp));
  }

  TrialBody.Builder body(String bill, String person, FeeLine... lines) {
    boolean pharmacy = institution.equals(PHARMACY);
    Visit.Builder visit =
        Visit.newBuilder()
            .setVisitNumber("V-" + bill)
            .setCareType(pharmacy ? "pharmacy" : "outpatient")
            .setServiceDate(DAY);
    if (pharmacy) {
      visit.setPrescription(
          Prescription.newBuilder()
              .setNumber("RX-" + bill)
              .setHospitalCode(HOSPITAL)
              .setPharmacist("ph-1")
              .setReviewedAtMillis(1));
    }
    return TrialBody.newBuilder()
        .setInstitutionCode(institution)
        .setBillNumber(bill)
        .setPersonNumber(person)
        .setVisit(visit)
        .addAllLines(List.of(lines))
        .setScheme("employee")
        .setArea("320500");
  }

  /** A line of {@code code}: price in yuan times quantity. */
  static FeeLine line(String id, String code, long priceMicros, long quantityE4) {
    long exact = Math.multiplyExact(priceMicros, quantityE4);
    return FeeLine.newBuilder()
        .setLineId(id)
        .setCatalogueCode(code)
        .setUnitPriceMicros(priceMicros)
        .setQuantityE4(quantityE4)
        .setLineTotal((exact + 50_000_000L) / 100_000_000L)
        .build();
  }

  TrialAnswer trial(String id, TrialBody body) {
    Trial trial = Trial.newBuilder().setBody(body.toByteString()).build();
    return parse(TrialAnswer.parser(), exchange(MessageType.TRIAL, id, trial));
  }

  /** The person is looked up, and the trial gives a quote. */
  Quote quote(TrialBody body) {
    lookUp(body.getVisit().getVisitNumber(), body.getPersonNumber());
    TrialAnswer answer = trial(nextId(), body);
    assertTrue(answer.hasQuote(), () -> answer.getRefusal().getCode());
    return answer.getQuote();
  }

  SettlementDocument.Builder document(String id, Quote quote, TrialBody body) {
    return SettlementDocument.newBuilder()
        .setMessageId(id)
        .setInstitutionCode(institution)
        .setBillNumber(body.getBillNumber())
        .setQuoteReference(quote.getReference())
        .setBodyDigest(quote.getBodyDigest())
        .setBody(body.toByteString())
        .setConfirmed(quote.getSplit())
        .setOperator("op-1");
  }

  Payload settleBytes(String id, SettlementDocument document) {
    return exchange(
        MessageType.SETTLE,
        id,
        Settle.newBuilder()
            .setDocument(Documents.sign(keys, DocumentContext.SETTLEMENT, document.toByteArray()))
            .build());
  }

  SettleAnswer settle(String id, Quote quote, TrialBody body) {
    return settle(id, quote, body, UnaryOperator.identity());
  }

  SettleAnswer settle(
      String id, Quote quote, TrialBody body, UnaryOperator<SettlementDocument.Builder> change) {
    SettlementDocument document = change.apply(document(id, quote, body)).build();
    return parse(SettleAnswer.parser(), settleBytes(id, document));
  }

  /** The receipt in an answer, proved to be the centre's. */
  static SettlementReceipt receipt(SettleAnswer answer) {
    assertTrue(answer.hasReceipt(), () -> answer.getRefusal().getCode());
    return parse(
        SettlementReceipt.parser(),
        Documents.verify(
            TestKeys.centre().keys().identity(),
            DocumentContext.SETTLEMENT_RECEIPT,
            answer.getReceipt()));
  }

  QueryAnswer query(String original, String bill) {
    Query query =
        Query.newBuilder()
            .setOriginalMessageId(original)
            .setInstitutionCode(institution)
            .setBillNumber(bill)
            .build();
    return parse(QueryAnswer.parser(), exchange(MessageType.QUERY, nextId(), query));
  }

  ReverseAnswer reverse(String original, String bill) {
    return reverse(nextId(), original, bill);
  }

  ReverseAnswer reverse(String id, String original, String bill) {
    ReversalDocument document =
        ReversalDocument.newBuilder()
            .setMessageId(id)
            .setOriginalMessageId(original)
            .setInstitutionCode(institution)
            .setBillNumber(bill)
            .build();
    return parse(
        ReverseAnswer.parser(),
        exchange(
            MessageType.REVERSE,
            id,
            Reverse.newBuilder()
                .setDocument(Documents.sign(keys, DocumentContext.REVERSAL, document.toByteArray()))
                .build()));
  }

  /** What a counter signs to cancel the settlement of this receipt. */
  CancelDocument.Builder cancellation(String id, SettleAnswer settled) {
    SettlementReceipt receipt = receipt(settled);
    return CancelDocument.newBuilder()
        .setMessageId(id)
        .setSettlementId(receipt.getSettlementId())
        .setOriginalMessageId(receipt.getMessageId())
        .setInstitutionCode(institution)
        .setBillNumber(receipt.getBillNumber())
        .setReceiptDigest(
            ByteString.copyFrom(Sm3.digest(settled.getReceipt().getDocument().toByteArray())))
        .setReason("退费")
        .setOperator("op-1");
  }

  /** Each time it is sent, the message of the line is a new one. */
  CancelAnswer cancel(CancelDocument.Builder document) {
    return parse(
        CancelAnswer.parser(),
        exchange(
            MessageType.CANCEL,
            nextId(),
            Cancel.newBuilder()
                .setDocument(
                    Documents.sign(
                        keys, DocumentContext.CANCELLATION, document.build().toByteArray()))
                .build()));
  }

  CancelAnswer cancel(SettleAnswer settled) {
    return cancel(cancellation(nextId(), settled));
  }

  /** The receipt in an answer, proved to be the centre's. */
  static CancellationReceipt receipt(CancelAnswer answer) {
    assertTrue(answer.hasReceipt(), () -> answer.getRefusal().getCode());
    return parse(
        CancellationReceipt.parser(),
        Documents.verify(
            TestKeys.centre().keys().identity(),
            DocumentContext.CANCELLATION_RECEIPT,
            answer.getReceipt()));
  }

  static ByteString otherBytes() {
    return ByteString.copyFromUtf8("other");
  }
}
