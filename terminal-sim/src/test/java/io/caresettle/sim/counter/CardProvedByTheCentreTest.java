package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.Authenticator;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardTrace;
import io.caresettle.identity.Patient;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.card.VirtualCard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A card at a counter without a PSAM, which the centre proves")
@Timeout(180)
class CardProvedByTheCentreTest {

  private static final String PERSON = "P0000001";

  private final SteppingClock clock = new SteppingClock();
  private final List<String> commands = new ArrayList<>();
  private Bench bench;

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new Bench(folder, clock);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private SocialSecurityCard read(VirtualCard card, Authenticator authenticator) {
    CardTrace trace = exchange -> commands.add(exchange.command());
    return new CardReader(trace).read(card, authenticator, Simulator.DEMO_DAY);
  }

  private SocialSecurityCard read(VirtualCard card) {
    return read(card, bench.counter.authenticator("V-1"));
  }

  private VirtualCard card() {
    return bench.simulator.card(PERSON);
  }

  private Patient identify(SocialSecurityCard card, String visit) {
    return bench.counter.identify(card, bench.simulator.registration(PERSON, visit));
  }

  private boolean askedTheCardToOpen() {
    return commands.contains("EXTERNAL AUTHENTICATION");
  }

  private void assertRefused(Reason reason, VirtualCard card) {
    CredentialRefused refused = assertThrows(CredentialRefused.class, () -> read(card));
    assertEquals(reason, refused.reason());
    assertFalse(card.holdsRights());
    assertFalse(askedTheCardToOpen());
  }

  @Test
  void isReadAndLookedUpByTheCentresOwnProof() {
    VirtualCard card = card();
    SocialSecurityCard read = read(card);
    assertEquals("测试甲", read.name().reveal());
    assertEquals(CardProof.CENTRE, read.proof());
    assertTrue(askedTheCardToOpen());
    assertFalse(card.holdsRights());
    assertEquals(PERSON, identify(read, "V-1").personNumber());
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void isReadAgainWhenTheCentreProvedItTooLongAgo() {
    SocialSecurityCard read = read(card());
    clock.moveTo(Duration.ofMinutes(31));
    CredentialRefused refused = assertThrows(CredentialRefused.class, () -> identify(read, "V-1"));
    assertEquals(CredentialRefused.Reason.CARD_NOT_PROVED, refused.reason());
    assertEquals(PERSON, identify(read(card()), "V-1").personNumber());
  }

  @Test
  void withAWrongKeyIsNotGenuineAndIsGivenNoCryptogram() {
    VirtualCard copy = card();
    copy.answerInternalAuthenticationWrongly();
    assertRefused(Reason.CARD_NOT_GENUINE, copy);
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void thatItsIssuerBlockedIsRefusedThoughTheChipDoesNotKnowIt() {
    bench.simulator.centre().blockCard("320500D15600000500000001FFFFFFFF");
    assertRefused(Reason.CARD_BLOCKED, card());
  }

  @ParameterizedTest
  @EnumSource(
      value = MessageType.class,
      names = {"AUTHENTICATE_CARD", "CONFIRM_CARD"})
  void isReadAllTheSameWhenAnAnswerIsLost(MessageType lost) {
    bench.simulator.centre().faults().loseNext(lost);
    SocialSecurityCard read = read(card());
    assertEquals(PERSON, identify(read, "V-1").personNumber());
  }

  @ParameterizedTest
  @EnumSource(
      value = MessageType.class,
      names = {"AUTHENTICATE_CARD", "CONFIRM_CARD"})
  void isLeftLockedByACentreThatNeverAnswers(MessageType silent) {
    for (int i = 0; i < 3; i++) {
      bench.simulator.centre().faults().ignoreNext(silent);
    }
    VirtualCard card = card();
    assertThrows(CentreUnreachable.class, () -> read(card));
    assertFalse(askedTheCardToOpen());
    assertFalse(card.holdsRights());
    assertEquals(silent == MessageType.CONFIRM_CARD, commands.contains("INTERNAL AUTHENTICATION"));
  }

  @Test
  void isNotOpenedByWhoeverAnswersInTheCentresPlace() {
    bench.simulator.centre().faults().turnABitNext(MessageType.CONFIRM_CARD);
    VirtualCard card = card();
    assertThrows(EnvelopeRejected.class, () -> read(card));
    assertFalse(askedTheCardToOpen());
  }

  @Test
  void isAskedBeforeTheCardSoThatNothingIsDoneToItWhileTheCentreIsAway() {
    VirtualCard card = card();
    Authenticator authenticator = bench.counter.authenticator("V-1", Duration.ofMillis(300));
    bench.simulator.centre().close();
    assertThrows(CentreUnreachable.class, () -> read(card, authenticator));
    assertFalse(commands.contains("INTERNAL AUTHENTICATION"));
  }
}
