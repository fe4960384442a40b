package io.caresettle.centre.sealed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.caresettle.centre.Asking;
import io.caresettle.centre.CardChallenge;
import io.caresettle.centre.CardConfirmation;
import io.caresettle.centre.CardRequest;
import io.caresettle.centre.CardVerdict;
import io.caresettle.centre.CardVerdict.Finding;
import io.caresettle.centre.Centre;
import io.caresettle.centre.CodeBinding;
import io.caresettle.centre.CodeRequest;
import io.caresettle.centre.Reply;
import io.caresettle.credential.CodeUse;
import io.caresettle.credential.CodeUse.Business;
import io.caresettle.credential.CodeUse.Department;
import io.caresettle.credential.NationalCode;
import io.caresettle.credential.card.Authenticator.CardFacts;
import io.caresettle.credential.card.Block8;
import io.caresettle.credential.card.CardAlgorithm;
import io.caresettle.protocol.Payload;
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
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.wire.AuthenticateCard;
import io.caresettle.protocol.wire.AuthenticateCardAnswer;
import io.caresettle.protocol.wire.CardCryptogram;
import io.caresettle.protocol.wire.ConfirmCard;
import io.caresettle.protocol.wire.ConfirmCardAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.ResolveCode;
import io.caresettle.protocol.wire.ResolveCodeAnswer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What the centre says of a credential is believed when it is about what was asked")
@Timeout(180)
class CredentialAnswersTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Asking ASKING = new Asking("TEST00000001", 7, "V1", "op-7");
  private static final CodeUse USE =
      new CodeUse(Business.REGISTRATION, Optional.of(new Department("D1", "内科")), true);
  private static final CodeRequest CODE =
      CodeRequest.of(new NationalCode("1234567890123456789012345678"), USE, ASKING);
  private static final CardRequest CARD =
      new CardRequest(
          "R1",
          new CardFacts(
              CardAlgorithm.SM4,
              "3.00",
              "320500D15600000500000001FFFFFFFF",
              "A00000011",
              "00815445538600320500000001"),
          ASKING);
  private static final CardConfirmation ANSWER =
      new CardConfirmation("R2", "A1", new Block8(1), Optional.of(new Block8(2)));
  private static final ByteString EIGHT = ByteString.copyFrom(new byte[8]);

  /** One request as it came over the line. */
  private record Asked(MessageType type, String messageId, Payload payload) {}

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();
  private volatile int silences;
  private volatile MessageType answerType = MessageType.RESOLVE_CODE_ANSWER;
  private volatile MessageLite answer = ResolveCodeAnswer.getDefaultInstance();
  private LinkServer server;
  private Centre centre;

  @BeforeEach
  void connect() {
    SecureRandom random = new SecureRandom();
    Validity century =
        new Validity(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2099-01-01T00:00:00Z"));
    CertificateAuthority authority =
        CertificateAuthority.root(
            "ROOT",
            new SigningPair(Sm2PrivateKey.generate(random)),
            TrustProfile.TEST,
            century,
            random);
    Trust trust = Trust.in(TrustProfile.TEST, List.of(authority.certificate()));
    PartyKeys centreKeys = PartyKeys.generate("CENTRE-TEST", random);
    PartyKeys terminal = PartyKeys.generate("TERMINAL-7", random);
    Subject terminalName = Subject.terminal("TERMINAL-7", "TEST00000001");
    server =
        LinkServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new CertifiedKeys(
                centreKeys,
                authority.issue(
                    Subject.centre("CENTRE-TEST"), centreKeys.identity(), century, random)),
            trust,
            (who, type, messageId, request) -> {
              asked.add(new Asked(type, messageId, request));
              return asked.size() <= silences
                  ? ServerAnswer.silence()
                  : ServerAnswer.answer(answerType, answer.toByteArray());
            },
            LinkServerSettings.standard(),
            LinkListener.NONE);
    centre =
        OnTheLine.at(
            SealedCentre.at(
                    server.address(),
                    new CertifiedKeys(
                        terminal,
                        authority.issue(terminalName, terminal.identity(), century, random)),
                    trust,
                    "CENTRE-TEST")
                .connect(
                    "TEST00000001",
                    () -> "id" + ids.incrementAndGet(),
                    Clock.systemUTC(),
                    new NoNews(),
                    new NoBook()));
  }

  @AfterEach
  void disconnect() {
    centre.close();
    server.close();
  }

  private static ResolveCodeAnswer bound(
      UnaryOperator<io.caresettle.protocol.wire.CodeBinding.Builder> change) {
    return ResolveCodeAnswer.newBuilder()
        .setBinding(
            change.apply(
                io.caresettle.protocol.wire.CodeBinding.newBuilder()
                    .setBindingId("B1")
                    .setInstitutionCode("TEST00000001")
                    .setTerminalSlot(7)
                    .setVisitNumber("V1")
                    .setExpiresAtMillis(1_000)))
        .build();
  }

  private Reply<CodeBinding> resolve(
      UnaryOperator<io.caresettle.protocol.wire.CodeBinding.Builder> change) {
    answer = bound(change);
    return centre.credentials().resolve(CODE, Duration.ofSeconds(9));
  }

  @Test
  void aCodeGoesOutWithWhatItIsShownForAndAllThatTheDecoderAsks() {
    CodeBinding binding = answered(resolve(b -> b));
    assertEquals(new CodeBinding("B1", Instant.ofEpochMilli(1_000), false), binding);
    ResolveCode sent =
        Messages.read(ResolveCode.getDefaultInstance(), asked.get(0).payload().bytes());
    assertEquals(
        ResolveCode.newBuilder()
            .setRequestId(CODE.requestId())
            .setCode("1234567890123456789012345678")
            .setVisitNumber("V1")
            .setTerminalSlot(7)
            .setOperator("op-7")
            .setBusinessType("01101")
            .setDepartmentCode("D1")
            .setDepartmentName("内科")
            .setDeviceType("SelfService")
            .build(),
        sent);
  }

  @Test
  void aBindingOfAnotherVisitTerminalOrInstitutionIsNoAnswer() {
    assertNoAnswer(resolve(b -> b.setVisitNumber("V2")));
    assertNoAnswer(resolve(b -> b.setTerminalSlot(8)));
    assertNoAnswer(resolve(b -> b.setInstitutionCode("TEST00000002")));
    assertNoAnswer(resolve(b -> b.setBindingId("")));
    answer = ResolveCodeAnswer.getDefaultInstance();
    assertNoAnswer(centre.credentials().resolve(CODE, Duration.ofSeconds(9)));
  }

  @Test
  void aLostAnswerIsAskedForInANewMessageUnderTheSameRequestId() {
    silences = 1;
    assertEquals("B1", answered(resolve(b -> b)).bindingId());
    assertEquals(2, asked.size());
    assertEquals(asked.get(0).payload().bytes().length, asked.get(1).payload().bytes().length);
    assertEquals(
        Messages.read(ResolveCode.getDefaultInstance(), asked.get(0).payload().bytes()),
        Messages.read(ResolveCode.getDefaultInstance(), asked.get(1).payload().bytes()));
    assertFalse(asked.get(0).messageId().equals(asked.get(1).messageId()));
  }

  private Reply<CardChallenge> authenticate(
      io.caresettle.protocol.wire.CardChallenge.Builder challenge) {
    answerType = MessageType.AUTHENTICATE_CARD_ANSWER;
    answer = AuthenticateCardAnswer.newBuilder().setChallenge(challenge).build();
    return centre.credentials().authenticate(CARD, SOON);
  }

  private static io.caresettle.protocol.wire.CardChallenge.Builder challenge() {
    return io.caresettle.protocol.wire.CardChallenge.newBuilder()
        .setAuthenticationId("A1")
        .setProcessFactor(EIGHT)
        .setOriginal(EIGHT);
  }

  @Test
  void aCardsFactsGoOutAndNothingOfItsHolder() {
    CardChallenge challenge = answered(authenticate(challenge().setKeyVersion(2)));
    assertEquals("A1", challenge.authenticationId());
    assertEquals(OptionalInt.of(2), challenge.challenge().keyVersion());
    AuthenticateCard sent =
        Messages.read(AuthenticateCard.getDefaultInstance(), asked.get(0).payload().bytes());
    assertEquals(
        AuthenticateCard.newBuilder()
            .setRequestId("R1")
            .setVisitNumber("V1")
            .setTerminalSlot(7)
            .setOperator("op-7")
            .setCard(
                io.caresettle.protocol.wire.CardFacts.newBuilder()
                    .setCipher(io.caresettle.protocol.wire.CardFacts.Cipher.SM4)
                    .setSpecification("3.00")
                    .setCardIdentifier("320500D15600000500000001FFFFFFFF")
                    .setCardNumber("A00000011")
                    .setHistoricalBytes(ByteString.fromHex("00815445538600320500000001")))
            .build(),
        sent);
  }

  @Test
  void aChallengeThatNoCardTakesIsNoAnswer() {
    ByteString seven = EIGHT.substring(1);
    assertNoAnswer(authenticate(challenge().setProcessFactor(seven)));
    assertNoAnswer(authenticate(challenge().setOriginal(ByteString.EMPTY)));
    assertNoAnswer(authenticate(challenge().setKeyVersion(256)));
    assertNoAnswer(authenticate(challenge().setAuthenticationId("")));
  }

  private Reply<CardVerdict> confirm(
      CardConfirmation confirmation, io.caresettle.protocol.wire.CardVerdict.Builder verdict) {
    answerType = MessageType.CONFIRM_CARD_ANSWER;
    answer = ConfirmCardAnswer.newBuilder().setVerdict(verdict).build();
    return centre.credentials().confirm(confirmation, SOON);
  }

  private static io.caresettle.protocol.wire.CardVerdict.Builder verdict(
      io.caresettle.protocol.wire.CardVerdict.Finding finding) {
    return io.caresettle.protocol.wire.CardVerdict.newBuilder()
        .setAuthenticationId("A1")
        .setFinding(finding);
  }

  private static CardCryptogram cryptogram() {
    return CardCryptogram.newBuilder().setCryptogram(EIGHT).setOriginal(EIGHT).build();
  }

  @Test
  void aGenuineCardThatAskedIsOpenedAndOneThatDidNotIsNot() {
    var genuine = io.caresettle.protocol.wire.CardVerdict.Finding.GENUINE;
    CardVerdict opened = answered(confirm(ANSWER, verdict(genuine).setCryptogram(cryptogram())));
    assertTrue(opened.opening().isPresent());
    ConfirmCard sent =
        Messages.read(ConfirmCard.getDefaultInstance(), asked.get(0).payload().bytes());
    assertEquals(ByteString.fromHex("0000000000000001"), sent.getCardAnswer());
    assertEquals(ByteString.fromHex("0000000000000002"), sent.getCardChallenge());
    CardConfirmation askedNothing =
        new CardConfirmation("R2", "A1", new Block8(1), Optional.empty());
    CardVerdict older = answered(confirm(askedNothing, verdict(genuine)));
    assertEquals(new CardVerdict(Finding.GENUINE, Optional.empty()), older);
    assertNoAnswer(confirm(ANSWER, verdict(genuine)));
    assertNoAnswer(confirm(askedNothing, verdict(genuine).setCryptogram(cryptogram())));
  }

  @Test
  void aVerdictWithACryptogramForABadCardOrOnAnotherCardIsNoAnswer() {
    for (var bad :
        List.of(
            io.caresettle.protocol.wire.CardVerdict.Finding.NOT_GENUINE,
            io.caresettle.protocol.wire.CardVerdict.Finding.BLOCKED,
            io.caresettle.protocol.wire.CardVerdict.Finding.LOST)) {
      assertFalse(answered(confirm(ANSWER, verdict(bad))).opening().isPresent());
      assertNoAnswer(confirm(ANSWER, verdict(bad).setCryptogram(cryptogram())));
    }
    assertNoAnswer(
        confirm(
            ANSWER,
            verdict(io.caresettle.protocol.wire.CardVerdict.Finding.NOT_GENUINE)
                .setAuthenticationId("A2")));
    assertNoAnswer(
        confirm(
            ANSWER, verdict(io.caresettle.protocol.wire.CardVerdict.Finding.FINDING_UNSPECIFIED)));
  }

  private static void assertNoAnswer(Reply<?> reply) {
    assertInstanceOf(Reply.NoAnswer.class, reply);
  }

  private static <T> T answered(Reply<T> reply) {
    if (reply instanceof Reply.Answered<T> answered) {
      return answered.value();
    }
    throw new AssertionError("No answer that is believed: " + reply);
  }
}
