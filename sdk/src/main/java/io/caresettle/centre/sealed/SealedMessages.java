package io.caresettle.centre.sealed;

import com.google.protobuf.ByteString;
import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.CertificateBook;
import io.caresettle.centre.ComparedDay;
import io.caresettle.centre.DayPage;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.DayTotals;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.PreparedReversal;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.Undone;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.DayDetailsAnswer;
import io.caresettle.protocol.wire.DayTotalsAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.QueryAnswer;
import io.caresettle.protocol.wire.Reverse;
import io.caresettle.protocol.wire.ReverseAnswer;
import io.caresettle.protocol.wire.Settle;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.TrialAnswer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The messages of a settlement in the sealed protocol, without a line: whoever has one of his own,
 * such as a simulation, sends what this writes and has the answers read here, as {@link
 * SealedCentre} does.
 */
public final class SealedMessages {

  private final CertifiedKeys own;
  private final Signers signers;

  /**
   * @param own this terminal's keys, with its certificates
   * @param trust what the centre's certificates are judged by
   */
  public SealedMessages(CertifiedKeys own, Trust trust, Clock clock, CertificateBook book) {
    this(own, new Signers(trust, clock, book));
  }

  SealedMessages(CertifiedKeys own, Signers signers) {
    this.own = own;
    this.signers = signers;
  }

  /** Signs, and sends nothing. */
  public PreparedSettlement prepare(SettleRequest request) {
    return new PreparedSettlement(
        request.message(),
        FromWire.evidence(
            Documents.sign(own.keys(), DocumentContext.SETTLEMENT, ToWire.settlement(request))));
  }

  /** The same for a reversal. */
  public PreparedReversal prepare(ReverseRequest request) {
    return new PreparedReversal(
        request.messageId(),
        request.original(),
        FromWire.evidence(
            Documents.sign(own.keys(), DocumentContext.REVERSAL, ToWire.reversal(request))));
  }

  /** The same for a cancellation. */
  public PreparedCancellation prepare(CancelRequest request) {
    return Cancellations.prepare(own.keys(), request);
  }

  /** Whether a document that was kept was signed with this terminal's present key. */
  public boolean canSend(Evidence kept) {
    return kept.keyId().equals(own.keys().identity().keyId());
  }

  public SealedMessage<Trial> trial(TrialRequest request) {
    byte[] body = ToWire.trialBody(request).toByteArray();
    String digest = HexFormat.of().formatHex(Sm3.digest(body));
    return new SealedMessage<>(
        MessageType.TRIAL,
        io.caresettle.protocol.wire.Trial.newBuilder().setBody(ByteString.copyFrom(body)).build(),
        MessageType.TRIAL_ANSWER,
        (reading, bytes) -> {
          TrialAnswer answer = Messages.read(TrialAnswer.getDefaultInstance(), bytes);
          return switch (answer.getResultCase()) {
            case QUOTE ->
                new Reply.Answered<>(reading.trial(answer.getQuote(), Opaque.copyOf(body), digest));
            case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
            case RESULT_NOT_SET -> throw empty();
          };
        });
  }

  /** A settlement as it was kept; empty when that cannot be read. */
  public Optional<SealedMessage<Receipt>> settle(PreparedSettlement prepared) {
    SettleMessage message = prepared.message();
    return signed(prepared.document())
        .map(
            document ->
                new SealedMessage<>(
                    MessageType.SETTLE,
                    Settle.newBuilder().setDocument(document).build(),
                    MessageType.SETTLE_ANSWER,
                    (reading, bytes) -> settled(reading, bytes, message)));
  }

  static Reply<Receipt> settled(FromWire reading, byte[] bytes, SettleMessage message) {
    SettleAnswer answer = Messages.read(SettleAnswer.getDefaultInstance(), bytes);
    return switch (answer.getResultCase()) {
      case RECEIPT -> new Reply.Answered<>(reading.receipt(answer.getReceipt(), message));
      case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
      case RESULT_NOT_SET -> throw empty();
    };
  }

  public SealedMessage<Fate> query(SettleMessage message) {
    return new SealedMessage<>(
        MessageType.QUERY,
        ToWire.query(message),
        MessageType.QUERY_ANSWER,
        (reading, bytes) ->
            new Reply.Answered<>(
                reading.fate(Messages.read(QueryAnswer.getDefaultInstance(), bytes), message)));
  }

  /** A reversal as it was kept; empty when that cannot be read. */
  public Optional<SealedMessage<Undone>> reverse(PreparedReversal prepared) {
    return signed(prepared.document())
        .map(
            document ->
                new SealedMessage<>(
                    MessageType.REVERSE,
                    Reverse.newBuilder().setDocument(document).build(),
                    MessageType.REVERSE_ANSWER,
                    (reading, bytes) -> {
                      ReverseAnswer answer =
                          Messages.read(ReverseAnswer.getDefaultInstance(), bytes);
                      return switch (answer.getResultCase()) {
                        case RECEIPT ->
                            new Reply.Answered<>(
                                reading.undone(answer.getReceipt(), prepared.original()));
                        case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                        case RESULT_NOT_SET -> throw empty();
                      };
                    }));
  }

  /** A cancellation as it was kept; empty when that cannot be read. */
  public Optional<SealedMessage<Cancelled>> cancel(PreparedCancellation prepared) {
    return signed(prepared.document()).map(document -> Cancellations.asked(document, prepared));
  }

  /** The sums of a closed day, to be compared. */
  public SealedMessage<ComparedDay> compare(DayTotals ours) {
    String institution = institution();
    return new SealedMessage<>(
        MessageType.DAY_TOTALS,
        DaysToWire.totals(institution, ours),
        MessageType.DAY_TOTALS_ANSWER,
        (reading, bytes) -> {
          DayTotalsAnswer answer = Messages.read(DayTotalsAnswer.getDefaultInstance(), bytes);
          return switch (answer.getResultCase()) {
            case COMPARED ->
                new Reply.Answered<>(
                    new DaysFromWire(reading, institution).compared(answer.getCompared(), ours));
            case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
            case RESULT_NOT_SET -> throw empty();
          };
        });
  }

  /** A page of the settlements of a day. */
  public SealedMessage<DayPage> details(DayQuestion asked) {
    String institution = institution();
    return new SealedMessage<>(
        MessageType.DAY_DETAILS,
        DaysToWire.question(institution, asked),
        MessageType.DAY_DETAILS_ANSWER,
        (reading, bytes) -> {
          DayDetailsAnswer answer = Messages.read(DayDetailsAnswer.getDefaultInstance(), bytes);
          return switch (answer.getResultCase()) {
            case PAGE ->
                new Reply.Answered<>(
                    new DaysFromWire(reading, institution).page(answer.getPage(), asked));
            case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
            case RESULT_NOT_SET -> throw empty();
          };
        });
  }

  private String institution() {
    return own.certificates().subject().institutionCode();
  }

  /**
   * What an answer says, in time or late.
   *
   * @param centre who gave it, by the session it came on
   */
  public <T> Reply<T> read(
      SealedMessage<T> asked, CertificatePair centre, MessageType type, byte[] answer) {
    try {
      return Exchange.read(signers, centre, type, answer, asked.expected(), asked.reader());
    } catch (NotAuthentic e) {
      return new Reply.NotAuthentic<>(
          true, "the answer brought a document that the centre did not sign");
    }
  }

  /** A document as it was kept. */
  static Optional<SignedDocument> signed(Evidence kept) {
    try {
      return Optional.of(
          Messages.read(SignedDocument.getDefaultInstance(), kept.document().bytes()));
    } catch (MessageRejected e) {
      return Optional.empty();
    }
  }

  static IllegalArgumentException empty() {
    return new IllegalArgumentException("The answer is empty");
  }
}
