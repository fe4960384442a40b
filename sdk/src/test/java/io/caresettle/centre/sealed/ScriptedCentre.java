package io.caresettle.centre.sealed;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.caresettle.centre.Centre;
import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.link.LinkListener;
import io.caresettle.protocol.link.LinkServer;
import io.caresettle.protocol.link.LinkServerSettings;
import io.caresettle.protocol.link.ServerAnswer;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.wire.MessageType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A centre over the sealed line whose other end says what the test tells it to, or nothing. */
final class ScriptedCentre implements AutoCloseable {

  static final String HOUSE = "TEST00000001";

  /** What the other end of the line does with a request; nothing is silence. */
  interface Peer {
    Optional<MessageLite> answer(byte[] request) throws InvalidProtocolBufferException;
  }

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
  private final AtomicInteger ids = new AtomicInteger();
  private final LinkServer server;

  /** Whose signatures the near end believes. */
  final CertifiedKeys keys = certified(Subject.centre("CENTRE-TEST"));

  /** The near end. */
  final Centre centre;

  private volatile Peer peer = request -> Optional.empty();
  private volatile MessageType answerType = MessageType.REGISTER_ANSWER;

  ScriptedCentre() {
    server =
        LinkServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            keys,
            trust,
            (who, type, messageId, request) -> {
              try {
                return peer.answer(request.bytes())
                    .map(answer -> ServerAnswer.answer(answerType, answer.toByteArray()))
                    .orElseGet(ServerAnswer::silence);
              } catch (InvalidProtocolBufferException e) {
                return ServerAnswer.silence();
              }
            },
            LinkServerSettings.standard(),
            LinkListener.NONE);
    centre =
        OnTheLine.at(
            SealedCentre.at(
                    server.address(),
                    certified(Subject.terminal("TERMINAL-7", HOUSE)),
                    trust,
                    "CENTRE-TEST")
                .connect(
                    HOUSE,
                    () -> "id" + ids.incrementAndGet(),
                    Clock.systemUTC(),
                    new NoNews(),
                    new NoBook()));
  }

  private CertifiedKeys certified(Subject subject) {
    PartyKeys made = PartyKeys.generate(subject.partyId(), random);
    return new CertifiedKeys(made, authority.issue(subject, made.identity(), century, random));
  }

  void answers(MessageType type, Peer with) {
    answerType = type;
    peer = with;
  }

  /** Still answers of the same type. */
  void answers(Peer with) {
    peer = with;
  }

  @Override
  public void close() {
    centre.close();
    server.close();
  }
}
