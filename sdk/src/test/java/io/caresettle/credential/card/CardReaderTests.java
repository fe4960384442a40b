package io.caresettle.credential.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading a social-security card from a recorded dump")
@Timeout(180)
class CardReaderTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final String NAME = "00B2090020";

  // The terminal's challenges of trace 1.
  private static final long PROCESS_FACTOR = 0x1122334455667788L;
  private static final long ORIGINAL = 0x8877665544332211L;
  private static final long OWN_ORIGINAL = 0xA1A2A3A4A5A6A7A8L;

  private final List<CardTrace.Exchange> trace = new ArrayList<>();

  @Test
  void theCardOfTheTraceIsReadWhole() {
    SocialSecurityCard card = read(RecordedChip.card());
    assertEquals("320500", card.issuingArea());
    assertEquals("320500D15600000500000001FFFFFFFF", card.cardIdentifier());
    assertEquals("A00000011", card.cardNumber());
    assertEquals("3.00", card.specification());
    assertEquals(LocalDate.of(2024, 1, 15), card.issued());
    assertEquals(LocalDate.of(2034, 1, 15), card.validUntil());
    assertEquals("329900198503120011", card.identityNumber().reveal());
    assertEquals("测试甲", card.name().reveal());
  }

  @Test
  void holderDataAreAskedForOnlyAfterTheCardProvedItselfAndTheTerminalToo() {
    RecordedChip card = RecordedChip.card();
    read(card);
    int proved = indexOf(card, "0088");
    int unlocked = indexOf(card, "0082");
    int holder = indexOf(card, "00A4020002EF06");
    assertTrue(proved < unlocked && unlocked < holder, card.received::toString);
  }

  @Test
  void aCardThatCannotProveItselfIsRefusedAndItsHolderIsNotRead() {
    RecordedChip copy = RecordedChip.card().provingItselfWith("50332A1A4873F91C9000");
    assertRefused(Reason.CARD_NOT_GENUINE, copy);
    assertEquals(-1, indexOf(copy, "0082"), "no answer of ours for a copy");
    assertEquals(-1, indexOf(copy, "00A4020002EF06"));
    assertEquals(2, copy.resets(), "power at the start, reset at the end");
  }

  @Test
  void aCardThatRefusesToProveItselfIsNotGenuine() {
    assertRefused(Reason.CARD_NOT_GENUINE, RecordedChip.card().provingItselfWith("6A88"));
  }

  @Test
  void noRightSurvivesAGoodRead() {
    RecordedChip card = RecordedChip.card();
    read(card);
    assertEquals(2, card.resets());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6A81", "9303"})
  void aBlockedCardOrApplicationIsRefusedAsBlocked(String statusWord) {
    assertRefused(Reason.CARD_BLOCKED, RecordedChip.card().answeringOnly(statusWord));
    assertRefused(Reason.CARD_BLOCKED, RecordedChip.card().selectingAnswers(statusWord));
  }

  @Test
  void aCardWhoseReadKeyIsLockedIsBlocked() {
    assertRefused(
        Reason.CARD_BLOCKED,
        RecordedChip.card().answering("0082000A1009CE38BDEB55956BA1A2A3A4A5A6A7A8", "6983"));
  }

  @Test
  void aCardThatDoesNotAcceptThisTerminalIsTriedOnceOnly() {
    RecordedChip card =
        RecordedChip.card().answering("0082000A1009CE38BDEB55956BA1A2A3A4A5A6A7A8", "63C2");
    assertFault(DeviceFault.Kind.PSAM_FAILED, card);
    assertEquals(1, card.received.stream().filter(c -> c.startsWith("0082")).count());
  }

  @ParameterizedTest(name = "valid 2024-01-15 to 2034-01-15, today {0}: accepted {1}")
  @CsvSource({
    "2024-01-14, false",
    "2024-01-15, true", // the day of issue
    "2034-01-15, true", // the last day
    "2034-01-16, false"
  })
  void theEdgesOfValidity(LocalDate today, boolean accepted) {
    if (accepted) {
      read(RecordedChip.card(), today);
      return;
    }
    RecordedChip card = RecordedChip.card();
    CredentialRefused refused = assertThrows(CredentialRefused.class, () -> read(card, today));
    assertEquals(Reason.CARD_EXPIRED, refused.reason());
    assertEquals(-1, indexOf(card, "0082"));
  }

  @Test
  void aCardPulledOutAtAnyMomentIsReportedAndTheNextPatientsCardIsRead() {
    RecordedChip whole = RecordedChip.card();
    read(whole);
    int commands = whole.received.size();
    assertEquals(16, commands);
    RecordedChip psam = RecordedChip.psam();
    for (int n = 0; n < commands; n++) {
      RecordedChip pulled = RecordedChip.card().removedAfter(n);
      DeviceFault fault =
          assertThrows(DeviceFault.class, () -> new CardReader().read(pulled, psam(psam), TODAY));
      assertEquals(DeviceFault.Kind.CARD_REMOVED, fault.kind());
      SocialSecurityCard next = new CardReader().read(RecordedChip.card(), psam(psam), TODAY);
      assertEquals("A00000011", next.cardNumber());
    }
  }

  @Test
  void aCardPulledOutAfterItsLastRecordWasReadAllTheSame() {
    RecordedChip card = RecordedChip.card().removedAfter(16);
    assertEquals("A00000011", read(card).cardNumber());
  }

  @ParameterizedTest(name = "{0} answers {1}")
  @CsvSource({
    "00B2010012, 0111320500D15600000500000001FFFFFFFF9000", // length one too long
    "00B2010012, 01109000", // nothing behind the length
    "00B2030006, 0404332E30309000", // another tag
    "00B207000B, 070841303030303030319000", // a short card number
    "00B2080014, 9000",
    "00B2090020, 90",
    "00B2090020, 6982",
    "00B20D0006, 0D0519850312009000",
    "0084000008, 0F1E2D3C4B5A699000",
    "00A4020002EF05, 6A82",
    "00A4020002EF06, 6F00"
  })
  void anAnswerNoCardMayGiveIsAGarbledAnswer(String command, String answer) {
    RecordedChip card = RecordedChip.card().answering(command, answer);
    assertFault(DeviceFault.Kind.GARBLED_ANSWER, card);
    assertEquals(2, card.resets());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6F1D840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C038601039000", // outer too long
        "6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA50A8801019F0C038601039000", // inner too long
        "6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C048601039000",
        "6F9000",
        "6F829000",
        "840F7378312E73682EC9E7BBE1B1A3D5CF9000"
      })
  void brokenControlInformationIsAGarbledAnswer(String fci) {
    assertFault(DeviceFault.Kind.GARBLED_ANSWER, RecordedChip.card().selectingAnswers(fci));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "00B2080014, 08123332393930303139383530333132303031329000, wrong check character",
    "00B2080014, 08123332393930303139383530333132303032389000, a woman's number on a man's card",
    "00B2080014, 0812FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF9000, no number at all",
    "00B20A0003, 0A01329000, sex contradicts the number",
    "00B20A0003, 0A01379000, no known sex",
    "00B20D0006, 0D04198503139000, birth date contradicts the number",
    "00B20D0006, 0D04198513129000, no date",
    "00B2050006, 0504202413159000, issued on no date",
    "00B2060006, 0604FFFFFFFF9000, no last day",
    "00B2060006, 0604202401149000, ends before it begins",
    "00B207000B, 07094130303030303031329000, card number's check character",
    "00B2010012, 0110AA0500D15600000500000001FFFFFFFF9000, no city",
    "00B2090020, 091E0000000000000000000000000000000000000000000000000000000000009000, no name",
    "00B2090020, 091EB2E2CAFFBCD70000000000000000000000000000000000000000000000009000, no text"
  })
  void dataThatAreWrongOrContradictEachOtherAreRefused(String command, String answer, String why) {
    CredentialRefused refused =
        assertRefused(Reason.CARD_DATA_INVALID, RecordedChip.card().answering(command, answer));
    assertFalse(refused.toString().contains("3299001985"), why);
  }

  @Test
  void anUnstatedSexAndAnEmptyBirthDateContradictNothing() {
    read(
        RecordedChip.card()
            .answering("00B20A0003", "0A01399000")
            .answering("00B20D0006", "0D04FFFFFFFF9000"));
  }

  @Test
  void aNameThatIsSplitInsideACharacterIsJoinedBeforeItIsDecoded() {
    // 29 letters, then the two bytes of 甲 on both sides of the border.
    RecordedChip card =
        RecordedChip.card()
            .answering(NAME, "091E" + "41".repeat(29) + "BC" + "9000")
            .answering("00B24E0016", "4E14D7" + "20".repeat(19) + "9000");
    assertEquals("A".repeat(29) + "甲", read(card).name().reveal());
  }

  @Test
  void aCardWithoutTheExtensionOfTheNameIsReadWithoutIt() {
    assertEquals("测试甲", read(RecordedChip.card().answering("00B24E0016", "6A83")).name().reveal());
  }

  @Test
  void aLongerCardNumberCountsItsFirstNineCharacters() {
    RecordedChip card =
        RecordedChip.card()
            .answering("00B207000B", "6C0E")
            .answering("00B207000E", "070C4130303030303031313939399000");
    assertEquals("A00000011", read(card).cardNumber());
  }

  @ParameterizedTest(name = "algorithm {0}")
  @ValueSource(strings = {"02", "04", "07", "FF"})
  void aCardWhoseCipherNobodyPublishedIsRefusedByItsOwnReason(String algorithm) {
    RecordedChip card =
        RecordedChip.card()
            .selectingAnswers(
                "6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C0386"
                    + "01"
                    + algorithm
                    + "9000");
    assertRefused(Reason.CARD_ALGORITHM_UNAVAILABLE, card);
    assertEquals(-1, indexOf(card, "0088"));
    assertEquals(-1, indexOf(card, "0082"));
  }

  @Test
  void aCardWithoutASocialSecurityEnvironmentIsUnsupported() {
    assertRefused(Reason.CARD_UNSUPPORTED, RecordedChip.card().selectingAnswers("6A82"));
  }

  @Test
  void aSilentBeijingCardUsesSsf33AndIsRefusedByTheSameReason() {
    assertRefused(
        Reason.CARD_ALGORITHM_UNAVAILABLE,
        RecordedChip.card()
            .selectingAnswers("9000")
            .answering("00B2010012", "0110110100D15600000500000001FFFFFFFF9000"));
  }

  @Test
  void aCardWhoseAuthenticationKeyIsLockedIsBlockedAndNotCalledACopy() {
    assertRefused(Reason.CARD_BLOCKED, RecordedChip.card().provingItselfWith("6983"));
  }

  @Test
  void aCardOfAnUnknownGenerationIsUnsupported() {
    assertRefused(
        Reason.CARD_UNSUPPORTED, RecordedChip.card().answering("00B2030006", "0304342E30309000"));
  }

  @Test
  void aChipWithoutADiversificationFactorIsUnsupported() {
    assertRefused(Reason.CARD_UNSUPPORTED, RecordedChip.card().withHistoricalBytes("00815445"));
  }

  @Test
  void aPsamWithoutTheKeyIsAFaultOfTheTerminalNotOfTheCard() {
    RecordedChip psam = RecordedChip.psam();
    psam.answeringOnly("6A88")
        .answeringToAnyThatStartsWith("BFDE", "6A88")
        .answering("00A404000F7378332E73682EC9E7BBE1B1A3D5CF00", "9000");
    psam.answering("00A4040006D15600000590", "9000");
    DeviceFault fault =
        assertThrows(
            DeviceFault.class, () -> reader().read(RecordedChip.card(), psam(psam), TODAY));
    assertEquals(DeviceFault.Kind.PSAM_LACKS_KEY, fault.kind());
  }

  @Test
  void aPsamThatIsMissingIsAFaultOfTheTerminalAndWorksAgainOnceItIsBack() {
    RecordedChip psam = RecordedChip.psam().removedAfter(0);
    PsamAuthenticator authenticator =
        new PsamAuthenticator(
            psam,
            CardTrace.OFF,
            inTurn(PROCESS_FACTOR, ORIGINAL, PROCESS_FACTOR, ORIGINAL, OWN_ORIGINAL));
    DeviceFault fault =
        assertThrows(
            DeviceFault.class, () -> reader().read(RecordedChip.card(), authenticator, TODAY));
    assertEquals(DeviceFault.Kind.PSAM_MISSING, fault.kind());
    psam.removedAfter(Integer.MAX_VALUE);
    assertEquals(
        "A00000011", reader().read(RecordedChip.card(), authenticator, TODAY).cardNumber());
  }

  @Test
  void neitherTraceNorMessagesNorToStringTellAnythingOfTheHolder() {
    SocialSecurityCard card = read(RecordedChip.card());
    String told = trace + card.toString();
    for (String secret :
        List.of("329900198503120011", "测试甲", "A00000011", "50332A1A4873F91D", "19850312")) {
      assertFalse(told.contains(secret), secret);
      String bytes = RecordedChip.HEX.formatHex(secret.getBytes(StandardCharsets.UTF_8));
      assertFalse(told.contains(bytes), secret);
    }
  }

  @Test
  void theTraceSaysWhichCommandWasForWhatAndHowItEnded() {
    read(RecordedChip.card());
    assertEquals(16, trace.size());
    CardTrace.Exchange number =
        trace.stream().filter(e -> e.zh().contains("社会保障号码")).findFirst().orElseThrow();
    assertEquals("READ RECORD", number.command());
    assertEquals(0x9000, number.statusWord());
    assertEquals(5, number.bytesSent());
    assertEquals(22, number.bytesReceived());
  }

  @Test
  void aCardIsResetAlsoWhenWhoeverJudgesItFails() {
    for (boolean early : new boolean[] {true, false}) {
      RecordedChip card = RecordedChip.card();
      Authenticator failing = new Failing(psam(RecordedChip.psam()), early);
      assertThrows(IllegalStateException.class, () -> reader().read(card, failing, TODAY));
      assertEquals(2, card.resets());
      assertEquals(-1, indexOf(card, "0082"));
    }
  }

  /** A centre whose line breaks in one of its two steps. */
  private record Failing(Authenticator next, boolean early) implements Authenticator {
    @Override
    public CardProof kind() {
      return CardProof.CENTRE;
    }

    @Override
    public Proof begin(CardFacts card) {
      if (early) {
        throw new IllegalStateException("line down");
      }
      Proof proof = next.begin(card);
      return new Proof() {
        @Override
        public Challenge internal() {
          return proof.internal();
        }

        @Override
        public Optional<Opening> judge(Block8 answerOfCard, Optional<Block8> cardChallenge) {
          throw new IllegalStateException("line down");
        }
      };
    }
  }

  @Test
  void anAuthenticatorThatDoesNotAnswerTheCardsChallengeIsMisuse() {
    Authenticator silent =
        new Authenticator() {
          @Override
          public CardProof kind() {
            return CardProof.CENTRE;
          }

          @Override
          public Proof begin(CardFacts card) {
            Proof proof = psam(RecordedChip.psam()).begin(card);
            return new Proof() {
              @Override
              public Challenge internal() {
                return proof.internal();
              }

              @Override
              public Optional<Opening> judge(Block8 answer, Optional<Block8> challenge) {
                return Optional.empty();
              }
            };
          }
        };
    RecordedChip card = RecordedChip.card();
    assertThrows(Misuse.class, () -> reader().read(card, silent, TODAY));
    assertEquals(2, card.resets());
    assertEquals(-1, indexOf(card, "00A4020002EF06"));
  }

  @Test
  void aReadCardSaysWhoProvedIt() {
    assertEquals(CardProof.PSAM, read(RecordedChip.card()).proof());
  }

  @Test
  void theAuthenticatorChoosesTheKeyVersionAndTheCardIsAskedForItOnce() {
    RecordedChip card =
        RecordedChip.card()
            .answering("0088000011112233445566778888776655443322110200", "50332A1A4873F91D9000")
            .answering("0082000A1109CE38BDEB55956BA1A2A3A4A5A6A7A802", "9000");
    RecordedChip psam = RecordedChip.psam().answering("00B09A000A", "010220200101203501019000");
    assertEquals("A00000011", reader().read(card, psam(psam), TODAY).cardNumber());
    RecordedChip refusing =
        RecordedChip.card()
            .answering("0088000011112233445566778888776655443322110200", "50332A1A4873F91D9000")
            .answering("0082000A1109CE38BDEB55956BA1A2A3A4A5A6A7A802", "63C2");
    assertThrows(DeviceFault.class, () -> reader().read(refusing, psam(psam), TODAY));
    assertEquals(1, refusing.received.stream().filter(c -> c.startsWith("0082")).count());
  }

  @Test
  void onlyTheTestProfileReadsACardWithoutProof() {
    RecordedChip card = RecordedChip.card().answering("00B2030006", "0304322E30309000");
    Misuse misuse = assertThrows(Misuse.class, () -> new CardReader().readUnproved(card, TODAY));
    assertTrue(misuse.toString().contains("PRODUCTION"), misuse.toString());
    assertEquals(List.of(), card.received, "refused before the first byte");
    CardReader bench = new CardReader(CardReader.Profile.TEST, CardTrace.OFF);
    SocialSecurityCard read = bench.readUnproved(card, TODAY);
    assertEquals(CardProof.NONE, read.proof());
    assertEquals("A00000011", read.cardNumber());
    assertEquals(-1, indexOf(card, "0088"));
    assertEquals(2, card.resets());
  }

  @Test
  void noProfileReadsTheHolderOfAThirdGenerationCardWithoutProof() {
    RecordedChip card = RecordedChip.card();
    CardReader bench = new CardReader(CardReader.Profile.TEST, CardTrace.OFF);
    CredentialRefused refused =
        assertThrows(CredentialRefused.class, () -> bench.readUnproved(card, TODAY));
    assertEquals(Reason.CARD_UNSUPPORTED, refused.reason());
    assertEquals(-1, indexOf(card, "00A4020002EF06"));
  }

  @Test
  void everyReadUsesFreshChallenges() {
    RecordedChip psam =
        RecordedChip.psam()
            .answeringToAnyThatStartsWith("BFDE", "9000")
            .answeringToAnyThatStartsWith("80FA", "FAA26BFBACFA930AAA9141E1E4896A179000");
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      RecordedChip card = RecordedChip.card();
      assertThrows(
          CredentialRefused.class,
          () -> new CardReader().read(card, new PsamAuthenticator(psam), TODAY));
      questions.add(card.received.get(indexOf(card, "0088")));
    }
    assertNotEquals(questions.get(0), questions.get(1));
  }

  @Test
  void aCardThatAlwaysHasMoreToSayDoesNotHoldTheCounter() {
    RecordedChip endless =
        RecordedChip.card().selectingAnswers("6110").answering("00C0000010", "006110");
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertFault(DeviceFault.Kind.GARBLED_ANSWER, endless));
  }

  private CardReader reader() {
    return new CardReader(trace::add);
  }

  private SocialSecurityCard read(RecordedChip card) {
    return read(card, TODAY);
  }

  private SocialSecurityCard read(RecordedChip card, LocalDate today) {
    return reader().read(card, psam(RecordedChip.psam()), today);
  }

  private CredentialRefused assertRefused(Reason reason, RecordedChip card) {
    CredentialRefused refused = assertThrows(CredentialRefused.class, () -> read(card));
    assertEquals(reason, refused.reason(), refused.getMessage());
    return refused;
  }

  private void assertFault(DeviceFault.Kind kind, RecordedChip card) {
    DeviceFault fault = assertThrows(DeviceFault.class, () -> read(card));
    assertEquals(kind, fault.kind(), fault.getMessage());
  }

  private static int indexOf(RecordedChip card, String start) {
    for (int i = 0; i < card.received.size(); i++) {
      if (card.received.get(i).startsWith(start)) {
        return i;
      }
    }
    return -1;
  }

  /** A PSAM that asks what was asked in trace 1. */
  static PsamAuthenticator psam(CardTransport chip) {
    return new PsamAuthenticator(
        chip, CardTrace.OFF, inTurn(PROCESS_FACTOR, ORIGINAL, OWN_ORIGINAL));
  }

  private static RandomGenerator inTurn(long... blocks) {
    AtomicInteger next = new AtomicInteger();
    return () -> blocks[next.getAndIncrement() % blocks.length];
  }
}
