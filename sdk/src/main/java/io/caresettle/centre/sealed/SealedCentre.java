package io.caresettle.centre.sealed;

import com.google.protobuf.ByteString;
import io.caresettle.centre.AuthorisationDesk;
import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Centre;
import io.caresettle.centre.CentreConnector;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.CredentialDesk;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.FamilyDesk;
import io.caresettle.centre.Fate;
import io.caresettle.centre.LongTermCare;
import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.LookedUp;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.PreparedReversal;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Registrations;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.SignedIn;
import io.caresettle.centre.ThirdPartyDesk;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.Undone;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.link.Link;
import io.caresettle.protocol.link.LinkListener;
import io.caresettle.protocol.link.LinkSettings;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.CatalogueAnswer;
import io.caresettle.protocol.wire.CatalogueRequest;
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
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** A centre that speaks our sealed protocol. */
public final class SealedCentre implements Centre {

  private final CertifiedKeys own;
  private final CentreNews news;
  private final Link link;
  private final Exchange exchange;
  private final Credentials credentials;
  private final Registrations registrations;
  private final FamilyDesk family;
  private final ThirdPartyDesk thirdParty;
  private final AuthorisationDesk authorisations;
  private final LongTermCare longTermCare;

  /** Settle messages that nobody waits for any more, so that a late answer finds its bill. */
  private final Map<String, SettleMessage> unanswered = new ConcurrentHashMap<>();

  private SealedCentre(
      List<InetSocketAddress> addresses,
      Optional<SSLContext> tls,
      CertifiedKeys own,
      Trust trust,
      String centreId,
      Supplier<String> messageIds,
      Clock clock,
      CentreNews news,
      Signers signers) {
    this.own = own;
    this.news = news;
    LinkSettings settings = LinkSettings.standard().withClock(clock);
    this.link =
        Link.open(
            addresses,
            own,
            trust,
            centreId,
            tls.map(settings::withTls).orElse(settings),
            new Listener());
    this.exchange = new Exchange(link, messageIds, news, signers);
    this.credentials = new Credentials(exchange);
    this.registrations = new SealedRegistrations(exchange);
    this.family = new SealedFamilyDesk(exchange);
    this.thirdParty = new SealedThirdPartyDesk(exchange);
    this.authorisations = new SealedAuthorisationDesk(exchange);
    this.longTermCare = new SealedLongTermCare(exchange, own);
  }

  /**
   * The way to the centre {@code centreId}.
   *
   * @param own this terminal's keys, with its certificates
   * @param trust what the centre's certificates are judged by
   */
  public static CentreConnector at(
      InetSocketAddress address, CertifiedKeys own, Trust trust, String centreId) {
    return at(List.of(address), Optional.empty(), own, trust, centreId);
  }

  /**
   * The way to the centre {@code centreId}, wherever it is found.
   *
   * @param addresses the best first, at least one. Where there is no session at one, the next is
   *     tried; the last good one is kept to
   * @param tls what TLS trusts and shows, on loopback as well; where there is none, the JDK's
   *     default, and no TLS on loopback
   * @param own this terminal's keys, with its certificates
   * @param trust what the centre's certificates are judged by, TLS or not
   */
  public static CentreConnector at(
      List<InetSocketAddress> addresses,
      Optional<SSLContext> tls,
      CertifiedKeys own,
      Trust trust,
      String centreId) {
    List<InetSocketAddress> places = List.copyOf(addresses);
    if (places.isEmpty()) {
      throw new Misuse("A centre needs at least one address: name it");
    }
    return (institutionCode, messageIds, clock, news, certificates) -> {
      String certified = own.certificates().subject().institutionCode();
      if (!certified.equals(institutionCode)) {
        throw new Misuse(
            "This terminal's certificates are for institution "
                + certified
                + ", but it is to serve "
                + institutionCode
                + ": correct the institution, or enrol the terminal for it");
      }
      Signers signers = new Signers(trust, clock, certificates);
      signers.keep(own.certificates());
      return new SealedCentre(places, tls, own, trust, centreId, messageIds, clock, news, signers);
    };
  }

  @Override
  public Reply<SignedIn> signIn(io.caresettle.centre.SignIn request, Duration within) {
    return exchange.ask(
        MessageType.SIGN_IN,
        ToWire.signIn(request),
        MessageType.SIGN_IN_ANSWER,
        within,
        (reading, bytes) -> {
          SignInAnswer answer = Messages.read(SignInAnswer.getDefaultInstance(), bytes);
          return switch (answer.getResultCase()) {
            case SIGNED_IN -> new Reply.Answered<>(reading.signedIn(answer.getSignedIn()));
            case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
            case RESULT_NOT_SET -> throw empty();
          };
        });
  }

  @Override
  public Reply<Catalogue> catalogue(Duration within) {
    return exchange.ask(
        MessageType.CATALOGUE,
        CatalogueRequest.getDefaultInstance(),
        MessageType.CATALOGUE_ANSWER,
        within,
        (reading, bytes) ->
            new Reply.Answered<>(
                reading.catalogue(Messages.read(CatalogueAnswer.getDefaultInstance(), bytes))));
  }

  @Override
  public CredentialDesk credentials() {
    return credentials;
  }

  @Override
  public Reply<LookedUp> lookUp(LookUpRequest request, Duration within) {
    return credentials.lookUp(request, within);
  }

  @Override
  public Registrations registrations() {
    return registrations;
  }

  @Override
  public FamilyDesk family() {
    return family;
  }

  @Override
  public ThirdPartyDesk thirdParty() {
    return thirdParty;
  }

  @Override
  public AuthorisationDesk authorisations() {
    return authorisations;
  }

  @Override
  public Reply<Trial> trial(TrialRequest request, Duration within) {
    byte[] body = ToWire.trialBody(request).toByteArray();
    String digest = HexFormat.of().formatHex(Sm3.digest(body));
    return exchange.ask(
        MessageType.TRIAL,
        io.caresettle.protocol.wire.Trial.newBuilder().setBody(ByteString.copyFrom(body)).build(),
        MessageType.TRIAL_ANSWER,
        within,
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

  @Override
  public Reply<Reservation> reserve(Duration within) {
    return exchange.reserve(within);
  }

  @Override
  public PreparedSettlement prepare(SettleRequest request) {
    return new PreparedSettlement(
        request.message(),
        FromWire.evidence(
            Documents.sign(own.keys(), DocumentContext.SETTLEMENT, ToWire.settlement(request))));
  }

  @Override
  public PreparedReversal prepare(ReverseRequest request) {
    return new PreparedReversal(
        request.messageId(),
        request.original(),
        FromWire.evidence(
            Documents.sign(own.keys(), DocumentContext.REVERSAL, ToWire.reversal(request))));
  }

  @Override
  public PreparedCancellation prepare(CancelRequest request) {
    return Cancellations.prepare(own.keys(), request);
  }

  @Override
  public boolean canSend(Evidence kept) {
    return kept.keyId().equals(own.keys().identity().keyId());
  }

  @Override
  public Reply<Receipt> settle(PreparedSettlement prepared, Reservation way, Duration within) {
    SettleMessage message = prepared.message();
    Optional<SignedDocument> document = signed(prepared.document());
    if (document.isEmpty()) {
      return unreadable();
    }
    unanswered.put(message.messageId(), message);
    Reply<Receipt> reply =
        exchange.call(
            way,
            MessageType.SETTLE,
            message.messageId(),
            Settle.newBuilder().setDocument(document.get()).build(),
            MessageType.SETTLE_ANSWER,
            within,
            (reading, bytes) -> settled(reading, bytes, message));
    if (!(reply instanceof Reply.NoAnswer || reply instanceof Reply.NotAuthentic)) {
      unanswered.remove(message.messageId());
    }
    return reply;
  }

  /** A document as it was kept. */
  private static Optional<SignedDocument> signed(Evidence kept) {
    try {
      return Optional.of(
          Messages.read(SignedDocument.getDefaultInstance(), kept.document().bytes()));
    } catch (MessageRejected e) {
      return Optional.empty();
    }
  }

  private static <T> Reply<T> unreadable() {
    return new Reply.NotSent<>("the document that was kept for it cannot be read");
  }

  private Reply<Receipt> settled(FromWire reading, byte[] bytes, SettleMessage message) {
    SettleAnswer answer = Messages.read(SettleAnswer.getDefaultInstance(), bytes);
    return switch (answer.getResultCase()) {
      case RECEIPT -> new Reply.Answered<>(reading.receipt(answer.getReceipt(), message));
      case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
      case RESULT_NOT_SET -> throw empty();
    };
  }

  @Override
  public Reply<Fate> query(SettleMessage message, Duration within) {
    Reply<Fate> reply =
        exchange.ask(
            MessageType.QUERY,
            ToWire.query(message),
            MessageType.QUERY_ANSWER,
            within,
            (reading, bytes) ->
                new Reply.Answered<>(
                    reading.fate(Messages.read(QueryAnswer.getDefaultInstance(), bytes), message)));
    if (reply instanceof Reply.Answered<Fate> known && !(known.value() instanceof Fate.NotFound)) {
      unanswered.remove(message.messageId());
    }
    return reply;
  }

  @Override
  public Reply<Undone> reverse(PreparedReversal prepared, Duration within) {
    Optional<SignedDocument> document = signed(prepared.document());
    if (document.isEmpty()) {
      return unreadable();
    }
    Reply<Undone> reply =
        exchange.ask(
            MessageType.REVERSE,
            Reverse.newBuilder().setDocument(document.get()).build(),
            MessageType.REVERSE_ANSWER,
            within,
            (reading, bytes) -> {
              ReverseAnswer answer = Messages.read(ReverseAnswer.getDefaultInstance(), bytes);
              return switch (answer.getResultCase()) {
                case RECEIPT ->
                    new Reply.Answered<>(reading.undone(answer.getReceipt(), prepared.original()));
                case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                case RESULT_NOT_SET -> throw empty();
              };
            });
    if (reply instanceof Reply.Answered) {
      unanswered.remove(prepared.original().messageId());
    }
    return reply;
  }

  @Override
  public Reply<Cancelled> cancel(PreparedCancellation prepared, Duration within) {
    return signed(prepared.document())
        .map(document -> Cancellations.cancel(exchange, document, prepared, within))
        .orElseGet(SealedCentre::unreadable);
  }

  @Override
  public LongTermCare longTermCare() {
    return longTermCare;
  }

  @Override
  public void close() {
    link.close();
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
    public void addressFailed(
        InetSocketAddress address, io.caresettle.protocol.link.Reply.NotSent reason) {
      news.addressFailed(address, reason.text());
    }

    @Override
    public void lateAnswer(String inReplyTo, io.caresettle.protocol.link.Reply.Answered answer) {
      SettleMessage message = unanswered.remove(inReplyTo);
      if (message != null
          && exchange.read(
                  MessageType.SETTLE,
                  answer,
                  MessageType.SETTLE_ANSWER,
                  (reading, bytes) -> settled(reading, bytes, message))
              instanceof Reply.Answered<Receipt> late) {
        news.lateReceipt(late.value());
      }
    }
  }
}
