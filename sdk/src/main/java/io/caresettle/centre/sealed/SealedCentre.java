package io.caresettle.centre.sealed;

import io.caresettle.centre.AuditDesk;
import io.caresettle.centre.AuthorisationDesk;
import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Centre;
import io.caresettle.centre.CentreConnector;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.CostDesk;
import io.caresettle.centre.CredentialDesk;
import io.caresettle.centre.DayEndDesk;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.FamilyDesk;
import io.caresettle.centre.Fate;
import io.caresettle.centre.LongTermCare;
import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.LookedUp;
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
import io.caresettle.protocol.link.Link;
import io.caresettle.protocol.link.LinkListener;
import io.caresettle.protocol.link.LinkSettings;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.CatalogueAnswer;
import io.caresettle.protocol.wire.CatalogueRequest;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.SignInAnswer;
import io.caresettle.split.Catalogue;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** A centre that speaks our sealed protocol. */
public final class SealedCentre implements Centre {

  private final SealedMessages messages;
  private final CentreNews news;
  private final Link link;
  private final Exchange exchange;
  private final Credentials credentials;
  private final Registrations registrations;
  private final FamilyDesk family;
  private final ThirdPartyDesk thirdParty;
  private final AuthorisationDesk authorisations;
  private final CostDesk costs;
  private final DayEndDesk dayEnd;
  private final AuditDesk audit;
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
    this.messages = new SealedMessages(own, signers);
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
    this.costs = new SealedCostDesk(exchange);
    String institution = own.certificates().subject().institutionCode();
    this.dayEnd = new SealedDayEndDesk(exchange, messages);
    this.audit = new SealedAuditDesk(exchange, institution);
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
    io.caresettle.protocol.wire.SignIn message;
    try {
      message = ToWire.signIn(request);
    } catch (MessageRejected e) {
      return unreadable();
    }
    return exchange.ask(
        MessageType.SIGN_IN,
        message,
        MessageType.SIGN_IN_ANSWER,
        within,
        (reading, bytes) -> {
          SignInAnswer answer = Messages.read(SignInAnswer.getDefaultInstance(), bytes);
          return switch (answer.getResultCase()) {
            case SIGNED_IN -> new Reply.Answered<>(reading.signedIn(answer.getSignedIn(), request));
            case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
            case RESULT_NOT_SET -> throw SealedMessages.empty();
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
  public CostDesk costs() {
    return costs;
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
    return exchange.ask(messages.trial(request), within);
  }

  @Override
  public Reply<Reservation> reserve(Duration within) {
    return exchange.reserve(within);
  }

  @Override
  public PreparedSettlement prepare(SettleRequest request) {
    return messages.prepare(request);
  }

  @Override
  public PreparedReversal prepare(ReverseRequest request) {
    return messages.prepare(request);
  }

  @Override
  public PreparedCancellation prepare(CancelRequest request) {
    return messages.prepare(request);
  }

  @Override
  public boolean canSend(Evidence kept) {
    return messages.canSend(kept);
  }

  @Override
  public Reply<Receipt> settle(PreparedSettlement prepared, Reservation way, Duration within) {
    SettleMessage message = prepared.message();
    Optional<SealedMessage<Receipt>> asked = messages.settle(prepared);
    if (asked.isEmpty()) {
      return unreadable();
    }
    unanswered.put(message.messageId(), message);
    Reply<Receipt> reply =
        exchange.call(
            way,
            MessageType.SETTLE,
            message.messageId(),
            asked.get().message(),
            MessageType.SETTLE_ANSWER,
            within,
            asked.get().reader());
    if (!(reply instanceof Reply.NoAnswer || reply instanceof Reply.NotAuthentic)) {
      unanswered.remove(message.messageId());
    }
    return reply;
  }

  private static <T> Reply<T> unreadable() {
    return new Reply.NotSent<>("the document that was kept for it cannot be read");
  }

  @Override
  public Reply<Fate> query(SettleMessage message, Duration within) {
    Reply<Fate> reply = exchange.ask(messages.query(message), within);
    if (reply instanceof Reply.Answered<Fate> known && !(known.value() instanceof Fate.NotFound)) {
      unanswered.remove(message.messageId());
    }
    return reply;
  }

  @Override
  public Reply<Undone> reverse(PreparedReversal prepared, Duration within) {
    Optional<SealedMessage<Undone>> asked = messages.reverse(prepared);
    if (asked.isEmpty()) {
      return unreadable();
    }
    Reply<Undone> reply = exchange.ask(asked.get(), within);
    if (reply instanceof Reply.Answered) {
      unanswered.remove(prepared.original().messageId());
    }
    return reply;
  }

  @Override
  public Reply<Cancelled> cancel(PreparedCancellation prepared, Duration within) {
    return messages
        .cancel(prepared)
        .map(asked -> exchange.ask(asked, within))
        .orElseGet(SealedCentre::unreadable);
  }

  @Override
  public DayEndDesk dayEnd() {
    return dayEnd;
  }

  @Override
  public AuditDesk audit() {
    return audit;
  }

  @Override
  public LongTermCare longTermCare() {
    return longTermCare;
  }

  @Override
  public void close() {
    link.close();
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
                  (reading, bytes) -> SealedMessages.settled(reading, bytes, message))
              instanceof Reply.Answered<Receipt> late) {
        news.lateReceipt(late.value());
      }
    }
  }
}
