package io.caresettle.centre.sealed;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.caresettle.centre.Centre;
import io.caresettle.centre.CentreConnector;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.Fate;
import io.caresettle.centre.LookedUp;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.SignedIn;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.Undone;
import io.caresettle.credential.Credential;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.link.Link;
import io.caresettle.protocol.link.LinkListener;
import io.caresettle.protocol.link.LinkSettings;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.CatalogueAnswer;
import io.caresettle.protocol.wire.CatalogueRequest;
import io.caresettle.protocol.wire.LookUpAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.QueryAnswer;
import io.caresettle.protocol.wire.Reverse;
import io.caresettle.protocol.wire.ReverseAnswer;
import io.caresettle.protocol.wire.Settle;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SignInAnswer;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.TrialAnswer;
import io.caresettle.split.Catalogue;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A centre that speaks our sealed protocol. */
public final class SealedCentre implements Centre {

  /** Reads an answer of the right kind, with what is known of the centre that gave it. */
  private interface Reader<T> {
    Reply<T> read(FromWire reading, byte[] answer) throws InvalidProtocolBufferException;
  }

  private final CertifiedKeys own;
  private final Supplier<String> messageIds;
  private final CentreNews news;
  private final Link link;

  /** Settle messages that nobody waits for any more, so that a late answer finds its bill. */
  private final Map<String, SettleMessage> unanswered = new ConcurrentHashMap<>();

  private SealedCentre(
      InetSocketAddress address,
      CertifiedKeys own,
      Trust trust,
      String centreId,
      Supplier<String> messageIds,
      Clock clock,
      CentreNews news) {
    this.own = own;
    this.messageIds = messageIds;
    this.news = news;
    this.link =
        Link.open(
            address,
            own,
            trust,
            centreId,
            LinkSettings.standard().withClock(clock),
            new Listener());
  }

  /**
   * The way to the centre {@code centreId}.
   *
   * @param own this terminal's keys, with its certificates
   * @param trust what the centre's certificates are judged by
   */
  public static CentreConnector at(
      InetSocketAddress address, CertifiedKeys own, Trust trust, String centreId) {
    return (institutionCode, messageIds, clock, news) -> {
      String certified = own.certificates().subject().institutionCode();
      if (!certified.equals(institutionCode)) {
        throw new Misuse(
            "This terminal's certificates are for institution "
                + certified
                + ", but it is to serve "
                + institutionCode
                + ": correct the institution, or enrol the terminal for it");
      }
      return new SealedCentre(address, own, trust, centreId, messageIds, clock, news);
    };
  }

  @Override
  public Reply<SignedIn> signIn(io.caresettle.centre.SignIn request, Duration within) {
    return ask(
        MessageType.SIGN_IN,
        ToWire.signIn(request),
        MessageType.SIGN_IN_ANSWER,
        within,
        (reading, bytes) -> {
          SignInAnswer answer = SignInAnswer.parseFrom(bytes);
          return switch (answer.getResultCase()) {
            case SIGNED_IN -> new Reply.Answered<>(reading.signedIn(answer.getSignedIn()));
            case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
            case RESULT_NOT_SET -> throw empty();
          };
        });
  }

  @Override
  public Reply<Catalogue> catalogue(Duration within) {
    return ask(
        MessageType.CATALOGUE,
        CatalogueRequest.getDefaultInstance(),
        MessageType.CATALOGUE_ANSWER,
        within,
        (reading, bytes) ->
            new Reply.Answered<>(reading.catalogue(CatalogueAnswer.parseFrom(bytes))));
  }

  @Override
  public Reply<LookedUp> lookUp(
      Credential credential, String visitNumber, String operator, Duration within) {
    return ask(
        MessageType.LOOK_UP,
        ToWire.lookUp(credential, visitNumber, operator),
        MessageType.LOOK_UP_ANSWER,
        within,
        (reading, bytes) -> {
          LookUpAnswer answer = LookUpAnswer.parseFrom(bytes);
          return switch (answer.getResultCase()) {
            case PERSON -> new Reply.Answered<>(reading.lookedUp(answer.getPerson()));
            case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
            case RESULT_NOT_SET -> throw empty();
          };
        });
  }

  @Override
  public Reply<Trial> trial(TrialRequest request, Duration within) {
    byte[] body = ToWire.trialBody(request).toByteArray();
    String digest = HexFormat.of().formatHex(Sm3.digest(body));
    return ask(
        MessageType.TRIAL,
        io.caresettle.protocol.wire.Trial.newBuilder().setBody(ByteString.copyFrom(body)).build(),
        MessageType.TRIAL_ANSWER,
        within,
        (reading, bytes) -> {
          TrialAnswer answer = TrialAnswer.parseFrom(bytes);
          return switch (answer.getResultCase()) {
            case QUOTE ->
                new Reply.Answered<>(reading.trial(answer.getQuote(), Opaque.copyOf(body), digest));
            case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
            case RESULT_NOT_SET -> throw empty();
          };
        });
  }

  @Override
  public Reply<Receipt> settle(SettleRequest request, Duration within) {
    SettleMessage message = request.message();
    SignedDocument document =
        Documents.sign(
            own.keys(), DocumentContext.SETTLEMENT, ToWire.settlement(request).toByteArray());
    unanswered.put(message.messageId(), message);
    Reply<Receipt> reply =
        exchange(
            MessageType.SETTLE,
            message.messageId(),
            Settle.newBuilder().setDocument(document).build(),
            MessageType.SETTLE_ANSWER,
            within,
            (reading, bytes) -> settled(reading, bytes, message));
    if (!(reply instanceof Reply.NoAnswer)) {
      unanswered.remove(message.messageId());
    }
    return reply;
  }

  private Reply<Receipt> settled(FromWire reading, byte[] bytes, SettleMessage message)
      throws InvalidProtocolBufferException {
    SettleAnswer answer = SettleAnswer.parseFrom(bytes);
    return switch (answer.getResultCase()) {
      case RECEIPT -> new Reply.Answered<>(reading.receipt(answer.getReceipt(), message));
      case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
      case RESULT_NOT_SET -> throw empty();
    };
  }

  @Override
  public Reply<Fate> query(SettleMessage message, Duration within) {
    Reply<Fate> reply =
        ask(
            MessageType.QUERY,
            ToWire.query(message),
            MessageType.QUERY_ANSWER,
            within,
            (reading, bytes) ->
                new Reply.Answered<>(reading.fate(QueryAnswer.parseFrom(bytes), message)));
    if (reply instanceof Reply.Answered<Fate> known && !(known.value() instanceof Fate.NotFound)) {
      unanswered.remove(message.messageId());
    }
    return reply;
  }

  @Override
  public Reply<Undone> reverse(ReverseRequest request, Duration within) {
    SignedDocument document =
        Documents.sign(
            own.keys(), DocumentContext.REVERSAL, ToWire.reversal(request).toByteArray());
    Reply<Undone> reply =
        ask(
            MessageType.REVERSE,
            Reverse.newBuilder().setDocument(document).build(),
            MessageType.REVERSE_ANSWER,
            within,
            (reading, bytes) -> {
              ReverseAnswer answer = ReverseAnswer.parseFrom(bytes);
              return switch (answer.getResultCase()) {
                case RECEIPT ->
                    new Reply.Answered<>(reading.undone(answer.getReceipt(), request.original()));
                case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                case RESULT_NOT_SET -> throw empty();
              };
            });
    if (reply instanceof Reply.Answered) {
      unanswered.remove(request.original().messageId());
    }
    return reply;
  }

  @Override
  public void close() {
    link.close();
  }

  private <T> Reply<T> ask(
      MessageType type, MessageLite message, MessageType expected, Duration within, Reader<T> as) {
    return exchange(type, messageIds.get(), message, expected, within, as);
  }

  private <T> Reply<T> exchange(
      MessageType type,
      String messageId,
      MessageLite message,
      MessageType expected,
      Duration within,
      Reader<T> as) {
    io.caresettle.protocol.link.Reply reply =
        link.exchange(type, messageId, message.toByteArray(), within);
    if (reply instanceof io.caresettle.protocol.link.Reply.NotSent notSent) {
      return new Reply.NotSent<>(notSent.text());
    } else if (reply instanceof io.caresettle.protocol.link.Reply.NoAnswer noAnswer) {
      return new Reply.NoAnswer<>(noAnswer.text());
    }
    return read((io.caresettle.protocol.link.Reply.Answered) reply, expected, as);
  }

  private <T> Reply<T> read(
      io.caresettle.protocol.link.Reply.Answered answer, MessageType expected, Reader<T> as) {
    if (answer.type() != expected) {
      return new Reply.NoAnswer<>("the answer is a " + answer.type() + ", not a " + expected);
    }
    try {
      return as.read(new FromWire(answer.centre()), answer.payload().bytes());
    } catch (InvalidProtocolBufferException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException e) {
      // The text of what was read may name a person: only its kind is told.
      return new Reply.NoAnswer<>(
          "the answer does not hold together (" + e.getClass().getSimpleName() + ")");
    } catch (NotAuthentic e) {
      link.distrust();
      return new Reply.NoAnswer<>(
          "the answer brought a document that the centre did not sign: the session is closed, tell"
              + " security");
    }
  }

  private static IllegalArgumentException empty() {
    return new IllegalArgumentException("The answer is empty");
  }

  private final class Listener implements LinkListener {

    @Override
    public void sent(MessageType type, String messageId, int plainBytes, int sealedBytes) {
      news.sent(type.name(), plainBytes, sealedBytes);
    }

    @Override
    public void received(
        MessageType type, String messageId, String inReplyTo, int plainBytes, int sealedBytes) {
      news.received(type.name(), plainBytes, sealedBytes);
    }

    @Override
    public void lateAnswer(String inReplyTo, io.caresettle.protocol.link.Reply.Answered answer) {
      SettleMessage message = unanswered.remove(inReplyTo);
      if (message != null
          && read(
                  answer,
                  MessageType.SETTLE_ANSWER,
                  (reading, bytes) -> settled(reading, bytes, message))
              instanceof Reply.Answered<Receipt> late) {
        news.lateReceipt(late.value());
      }
    }
  }
}
