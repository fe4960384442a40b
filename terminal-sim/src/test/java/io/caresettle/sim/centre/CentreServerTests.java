package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.RevocationReason;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.link.Link;
import io.caresettle.protocol.link.LinkListener;
import io.caresettle.protocol.link.LinkSettings;
import io.caresettle.protocol.link.Reply;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Query;
import io.caresettle.protocol.wire.QueryAnswer;
import io.caresettle.protocol.wire.ReversalDocument;
import io.caresettle.protocol.wire.Reverse;
import io.caresettle.protocol.wire.ReverseAnswer;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.SignIn;
import io.caresettle.protocol.wire.SignInAnswer;
import io.caresettle.protocol.wire.Trial;
import io.caresettle.protocol.wire.TrialAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The centre on the wire")
@Timeout(180)
class CentreServerTests {

  private static final String ORIGINAL = HOSPITAL + "202611200900000001";

  @TempDir Path folder;
  private CentreServer centre;
  private Link link;
  private int messages = 1;

  @BeforeEach
  void start() {
    MovableClock clock = new MovableClock();
    centre = CentreServer.start(TestCentre.settings(folder, clock), 0);
    link =
        Link.open(
            centre.address(),
            TestKeys.terminal(HOSPITAL),
            TestKeys.trust(),
            TestKeys.centreId(),
            LinkSettings.standard().withClock(clock),
            LinkListener.NONE);
  }

  @AfterEach
  void stop() {
    link.close();
    centre.close();
  }

  private Reply say(MessageType type, MessageLite message, Duration deadline) {
    messages++;
    return link.exchange(
        type,
        HOSPITAL + String.format("20261120090000%04d", messages),
        message.toByteArray(),
        deadline);
  }

  private byte[] answer(MessageType type, MessageLite message) {
    Reply reply = say(type, message, Duration.ofSeconds(20));
    return assertInstanceOf(Reply.Answered.class, reply, reply::toString).payload().bytes();
  }

  private static Reverse reversal() {
    ReversalDocument document =
        ReversalDocument.newBuilder()
            .setMessageId("R1")
            .setOriginalMessageId(ORIGINAL)
            .setInstitutionCode(HOSPITAL)
            .setBillNumber("B1")
            .build();
    return Reverse.newBuilder()
        .setDocument(
            Documents.sign(
                TestKeys.terminal(HOSPITAL).keys(),
                DocumentContext.REVERSAL,
                document.toByteArray()))
        .build();
  }

  private SettlementState state() {
    Query query =
        Query.newBuilder()
            .setInstitutionCode(HOSPITAL)
            .setBillNumber("B1")
            .setOriginalMessageId(ORIGINAL)
            .build();
    return TestTill.parse(QueryAnswer.parser(), answer(MessageType.QUERY, query)).getState();
  }

  @Test
  @DisplayName("signs its own terminal in")
  void signsIn() {
    SignIn signIn =
        SignIn.newBuilder()
            .setInstitutionCode(HOSPITAL)
            .setTerminalSlot(1)
            .setJournalEpoch("e")
            .build();
    byte[] bytes = answer(MessageType.SIGN_IN, signIn);
    assertTrue(TestTill.parse(SignInAnswer.parser(), bytes).hasSignedIn());
  }

  @Test
  @DisplayName("loses an answer and has done what was asked")
  void losesAnAnswer() {
    centre.faults().loseNext(MessageType.REVERSE);
    Reply lost = say(MessageType.REVERSE, reversal(), Duration.ofSeconds(4));
    assertInstanceOf(Reply.NoAnswer.class, lost);
    assertEquals(SettlementState.UNDONE, state());
  }

  @Test
  @DisplayName("loses a request and has done nothing")
  void losesARequest() {
    centre.faults().ignoreNext(MessageType.REVERSE);
    Reply lost = say(MessageType.REVERSE, reversal(), Duration.ofSeconds(4));
    assertInstanceOf(Reply.NoAnswer.class, lost);
    assertEquals(SettlementState.NOT_FOUND, state());
  }

  @Test
  @DisplayName("answers with a receipt that is not its own")
  void signsWithAnotherKey() {
    centre.faults().foreignSignatureNext(MessageType.REVERSE);
    ReverseAnswer forged =
        TestTill.parse(ReverseAnswer.parser(), answer(MessageType.REVERSE, reversal()));
    assertThrows(
        NotAuthentic.class,
        () ->
            Documents.verify(
                centre.identity(), DocumentContext.REVERSAL_RECEIPT, forged.getReceipt()));
  }

  @Test
  @DisplayName("closes, cuts, garbles or delays an answer, and serves the next one")
  void otherFaults() {
    centre.faults().closeNext(MessageType.REVERSE);
    centre.faults().closeMidFrameNext(MessageType.REVERSE);
    centre.faults().turnABitNext(MessageType.REVERSE);
    centre.faults().garbageNext(MessageType.REVERSE);
    for (int i = 0; i < 4; i++) {
      Reply lost = say(MessageType.REVERSE, reversal(), Duration.ofSeconds(20));
      assertInstanceOf(Reply.NoAnswer.class, lost, lost::toString);
    }
    centre.faults().delayNext(MessageType.REVERSE, Duration.ofMillis(200));
    byte[] late = answer(MessageType.REVERSE, reversal());
    assertTrue(TestTill.parse(ReverseAnswer.parser(), late).hasReceipt());
  }

  @Test
  @DisplayName("feels a theft within the session that is open")
  void feelsATheft() {
    assertTrue(
        TestTill.parse(ReverseAnswer.parser(), answer(MessageType.REVERSE, reversal()))
            .hasReceipt());
    Trial trial = Trial.newBuilder().build();

    centre.revoke(
        TestKeys.terminal(HOSPITAL).certificates(),
        Instant.parse("2026-11-20T01:00:00Z"),
        RevocationReason.KEY_COMPROMISE);

    // Told again, it is still one theft.
    centre.revoke(
        TestKeys.terminal(HOSPITAL).certificates(),
        Instant.parse("2026-11-20T02:00:00Z"),
        RevocationReason.KEY_COMPROMISE);

    byte[] refused = answer(MessageType.TRIAL, trial);
    assertEquals(
        Reason.TERMINAL_REVOKED.refusal(),
        TestTill.parse(TrialAnswer.parser(), refused).getRefusal());
    assertEquals(
        Reason.AFTER_REVOCATION.refusal(),
        TestTill.parse(ReverseAnswer.parser(), answer(MessageType.REVERSE, reversal()))
            .getRefusal());
  }

  @Test
  @DisplayName("and its terminals have test certificates that no production profile takes")
  void allIsMarkedAsTest() {
    for (String institution : TestKeys.institutions()) {
      CertificatePair pair = TestKeys.terminal(institution).certificates();
      assertEquals(institution, pair.subject().institutionCode());
      assertTrue(pair.isTest());
      TestKeys.trust().requireGood(pair, Role.TERMINAL, Instant.parse("2026-11-20T01:00:00Z"));
    }
    assertTrue(TestKeys.root().isTest());
    assertEquals(
        TestKeys.authority().authorities(), TestKeys.centre().certificates().authorities());
    assertThrows(
        CertificateRefused.class,
        () -> Trust.in(TrustProfile.PRODUCTION, List.of(TestKeys.root())));
  }
}
