package io.caresettle.sim.centre;

import io.caresettle.protocol.Payload;
import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.Revocation;
import io.caresettle.protocol.certificate.RevocationReason;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.link.LinkListener;
import io.caresettle.protocol.link.LinkServer;
import io.caresettle.protocol.link.LinkServerSettings;
import io.caresettle.protocol.link.ServerAnswer;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.wire.MessageType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The simulated centre on a loopback port. */
public final class CentreServer implements AutoCloseable {

  private final CentreDesk desk;
  private final PartyIdentity identity;
  private final Faults faults;
  private final Trust trust = TestKeys.trust();
  private final Clock clock;
  private final Map<String, Revocation> revoked = new LinkedHashMap<>();
  private long listNumber;
  private final LinkServer server;

  private CentreServer(CentreSettings settings, int port) {
    this.desk = CentreDesk.open(settings);
    this.identity = settings.keys().keys().identity();
    this.clock = settings.clock();
    this.faults = new Faults(settings.keys().keys());
    LinkServerSettings lines = LinkServerSettings.standard().withClock(settings.clock());
    boolean started = false;
    try {
      this.server =
          LinkServer.start(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
              settings.keys(),
              trust,
              this::handle,
              settings.tls().map(lines::withTls).orElse(lines),
              LinkListener.NONE);
      started = true;
    } finally {
      if (!started) {
        desk.close();
      }
    }
  }

  /**
   * Serves on {@code port}, or on a free one where it is 0. Whoever has certificates of the test
   * authority may come.
   */
  public static CentreServer start(CentreSettings settings, int port) {
    return new CentreServer(settings, port);
  }

  /**
   * From {@code since} on, what this terminal does proves nothing any more: it was stolen, has
   * newer certificates, or is gone. Its open sessions feel it with their next message.
   */
  public synchronized void revoke(
      CertificatePair terminal, Instant since, RevocationReason reason) {
    revoke(terminal.revocations(since, reason));
  }

  /** The same for all that a desk has issued to a terminal. */
  public synchronized void revoke(List<Revocation> lines) {
    lines.forEach(
        line -> revoked.merge(line.serial(), line, (a, b) -> a.since().isAfter(b.since()) ? b : a));
    listNumber++;
    CertificateAuthority authority = TestKeys.authority();
    Instant now = clock.instant();
    trust.accept(
        authority.revoke(listNumber, now, now.plus(Duration.ofDays(30)), revoked.values()),
        authority.authorities());
  }

  /**
   * This card is lost: from now on it is good for nothing here, also within a visit that it began.
   *
   * @param cardIdentifier 32 hexadecimal digits
   */
  public void reportCardLost(String cardIdentifier) {
    desk.reportLost(LossList.card(cardIdentifier));
  }

  /** The same of every code of this person, whichever phone shows it. */
  public void reportCodesLost(String personNumber) {
    desk.reportLost(LossList.codes(personNumber));
  }

  /** The card was found again. */
  public void cardFound(String cardIdentifier) {
    desk.found(LossList.card(cardIdentifier));
  }

  /** The person's phone was found again. */
  public void codesFound(String personNumber) {
    desk.found(LossList.codes(personNumber));
  }

  /** Credentials that were shown in two places, oldest first: what the bureau asks about. */
  public List<ShownElsewhere> shownElsewhere() {
    return desk.shownElsewhere();
  }

  private ServerAnswer handle(
      PeerInfo terminal, MessageType type, String messageId, Payload payload) {
    if (faults.ignores(type)) {
      return ServerAnswer.silence();
    }
    // Not as it stood when the session was made: it may have been stolen since.
    PeerInfo today =
        new PeerInfo(
            terminal.certificates(),
            trust.check(terminal.certificates(), Role.TERMINAL, clock.instant()),
            terminal.institutionCode());
    DeskAnswer answer = desk.handle(today, type, messageId, payload);
    Optional<ServerAnswer> instead = faults.instead(type, answer);
    if (instead.isPresent()) {
      desk.unheard(terminal.institutionCode(), messageId);
    }
    return instead.orElse(ServerAnswer.answer(answer.type(), answer.payload().bytes()));
  }

  /** The desk behind the line, for another protocol over the same books. */
  public CentreDesk desk() {
    return desk;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** What terminals must know of the centre. */
  public PartyIdentity identity() {
    return identity;
  }

  /** What it is going to do wrong. */
  public Faults faults() {
    return faults;
  }

  /**
   * From now on a card that is proved here is found blocked.
   *
   * @param cardIdentifier 32 hexadecimal digits in capitals
   */
  public void blockCard(String cardIdentifier) {
    desk.blockCard(cardIdentifier);
  }

  /** Closes every line, as a broken router would. */
  public void cutLines() {
    server.cutLines();
  }

  /** How many settlements stand. */
  public int settlementsStanding() {
    return desk.settlementsStanding();
  }

  /** The books of this moment. */
  public Books books() {
    return desk.books();
  }

  /** The books of the long-term-care funds, of this moment. */
  public Books careBooks() {
    return desk.careBooks();
  }

  /** The long-term-care funds pay the carers for all that stands: no counter undoes it any more. */
  public void payOutCare() {
    desk.payOutCare();
  }

  /** What was begun here and never ended; a late answer counts as unheard until it is asked for. */
  public List<Hanging> hanging() {
    return desk.hanging();
  }

  /** Copies of journals, and whether these books were ever behind: oldest first. */
  public List<Noticed> noticed() {
    return desk.noticed();
  }

  @Override
  public void close() {
    server.close();
    desk.close();
  }
}
