package io.caresettle.sim.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.card.Authenticator;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardTrace;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.credential.card.CardWithMedicalFacts;
import io.caresettle.credential.card.Pin;
import io.caresettle.credential.card.PsamAuthenticator;
import io.caresettle.credential.card.standard.BasicData;
import io.caresettle.credential.card.standard.HsmAuthenticator;
import io.caresettle.credential.card.standard.HsmStep1;
import io.caresettle.credential.card.standard.Keypad;
import io.caresettle.credential.card.standard.Keypad.Entry;
import io.caresettle.credential.card.standard.NotHere;
import io.caresettle.credential.card.standard.StandardReader;
import io.caresettle.credential.card.standard.StandardResult;
import io.caresettle.problem.DeviceFault;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A hospital system reads items of a card by file and tag")
@Timeout(180)
class ReadCardTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final String JIA = "320500D15600000500000001FFFFFFFF|A00000011|";
  private static final int PIN = 1;
  private static final int KEY = 2;
  private static final Keypad NOBODY =
      prompt -> {
        throw new AssertionError("nobody is asked for a PIN");
      };

  private final PsamAuthenticator psam = new PsamAuthenticator(VirtualPsam.withTestRoots());
  private final VirtualCard card = new VirtualCard(CardFile.bundled("ceshi-jia"));
  private final List<String> externalAuthentications = new ArrayList<>();

  @Test
  void theAnswerIsTheAddressWithAValueInThePlaceOfEveryTag() {
    StandardResult result =
        read(KEY, "SSSEEF05|06|07|01|04|$SSSEEF06|08|09|4E|0A|0B|0C|0D|$SSSEEF05|03|$", NOBODY);
    assertEquals(
        "SSSEEF05|20340115|A00000011|320500D15600000500000001FFFFFFFF|915600000232050032050001|$"
            + "SSSEEF06|329900198503120011|测试甲||1|01|329900|19850312|$SSSEEF05|3.00|$",
        result.out());
    assertEquals(0, result.code().value());
    assertFalse(card.holdsRights());
    assertFalse(result.toString().contains("329900"));
  }

  @Test
  void theMedicalAreaOpensToTheKeyWithoutAnybodyTypingAPin() {
    StandardResult result = read(KEY, "DF04EF05|81|84|8C|8A|8F|$DF04EF15|$", NOBODY);
    assertEquals("DF04EF05|31010000|320500|11||1|$DF04EF15|0002^9|0001^1|$", result.out());
    assertEquals(1, externalAuthentications.size(), "only the key that is needed is used");
    assertFalse(card.holdsRights());
  }

  @Test
  void theMedicalAreaOpensToThePinAndNoKeyIsUsed() {
    StandardResult result =
        read(PIN, "DF04EF05|81|$DF04EF08:01$DF04EF08:02$DF04EF15:02$", keypad("123456"));
    assertEquals(
        "DF04EF05|31010000|$DF04EF08|0002^2^320500000001^20260601093015^3000^1250^5750|$"
            + "DF04EF08|0001^2^320500000001^20260531160000^0^0^100|$DF04EF15|0001^1|$",
        result.out());
    assertEquals(List.of(), externalAuthentications);
    assertFalse(card.holdsRights());
  }

  @Test
  void inWhateverOrderFilesAreAskedForTheRightToReadTheHolderIsNotLost() {
    StandardResult result =
        read(KEY, "DF04EF05|84|$SSSEEF06|08|$DF04EF05|8C|$SSSEEF05|07|$", NOBODY);
    assertEquals(
        "DF04EF05|320500|$SSSEEF06|329900198503120011|$DF04EF05|11|$SSSEEF05|A00000011|$",
        result.out());
    assertEquals(2, externalAuthentications.size());
  }

  @Test
  void aNameWhoseCharacterLiesAcrossTheBorderIsReadInTwoWholeParts() {
    String name = "a" + "测试".repeat(10);
    CardProfile jia = CardFile.bundled("ceshi-jia");
    CardProfile.Holder h = jia.holder();
    CardProfile.Holder longer =
        new CardProfile.Holder(
            name, h.identityNumber(), h.sex(), h.ethnicGroup(), h.birthplace(), h.born());
    VirtualCard shown = new VirtualCard(jia.with(longer));
    String text = reader(psam, shown).readCard(1, KEY, JIA, "SSSEEF06|09|4E|$", NOBODY).out();
    assertEquals("SSSEEF06|a" + "测试".repeat(7) + "测|" + "试测试测试|$", text);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "1, 5, SSSEEF05|07|$, -14, iAuthType: found 5",
    "9, 2, SSSEEF05|07|$, -14, iType: found 9",
    "1, 2, SSSEEF05|07|$DF01EF0A|37|$, -13, found DF01EF0A",
    "1, 2, DF04EF06|90|$, -13, found DF04EF06",
    "1, 2, SSSEEF05|81|$, -23, found tag 81 in SSSEEF05",
    "1, 2, SSSEEF05|$, -23, found SSSEEF05 without tags",
    "1, 2, DF04EF08|01|$, -23, found DF04EF08 with tags",
    "1, 2, SSSEEF05|07|, -23, found 12 characters",
    "1, 2, SSSEEF05|7|$, -23, 'File 1, item 1 has a wrong form: found 1 characters'"
  })
  void whatIsAskedForWronglyIsToldWithPlaceAndExpectationAndNoCardHearsOfIt(
      int type, int authType, String address, int code, String says) {
    StandardResult result = reader(psam, card).readCard(type, authType, JIA, address, NOBODY);
    assertEquals(code, result.code().value(), result::out);
    assertTrue(result.out().contains(says), result::out);
    assertTrue(result.out().contains("expected") || code == -13, result::out);
    assertEquals(0, card.commandsReceived());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "320500D15600000500000002FFFFFFFF|A00000011|, -22",
    "320500D15600000500000001FFFFFFFF|A0000002X|, -22",
    "320500D15600000500000001FFFFFFFF|A00000011, -23",
    "A00000011|, -23"
  })
  void aCardThatIsNotTheOneMeantIsNotGivenThePin(String cardInfo, int code) {
    StandardResult result =
        reader(psam, card).readCard(1, PIN, cardInfo, "DF04EF05|81|$", keypad("111111"));
    assertEquals(code, result.code().value(), result::out);
    assertFalse(result.out().contains("A0000"), result::out);
    assertEquals(0, read(PIN, "DF04EF05|81|$", keypad("123456")).code().value());
    assertTrue(
        reader(psam, card).verifyPin(1, JIA, keypad("111111")).out().contains("2"),
        "no try was used before");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "DF04EF08:01$, -27010, DF04EF08:1",
    "DF04EF15:03$, -27267, DF04EF15:3",
    "DF04EF05|7D|$, -27267, DF04EF05|7D",
    "SSSEEF05|07:02|$, -27267, SSSEEF05|07"
  })
  void whatTheCardDoesNotGiveToTheKeyIsItsStatusWord(String address, int code, String place) {
    StandardResult result = read(KEY, address, NOBODY);
    assertEquals(code, result.code().value(), result::out);
    assertTrue(result.out().contains(place), result::out);
    assertFalse(card.holdsRights());
  }

  @Test
  void aWrongPinReadsNothingAndSaysHowManyTriesAreLeft() {
    StandardResult result = read(PIN, "SSSEEF05|07|$DF04EF05|81|$", keypad("111111"));
    assertEquals(-51, result.code().value());
    assertTrue(result.out().contains("2"), result::out);
  }

  @Test
  void aCardOutsideItsDatesMayNotBeReadByTagEither() {
    VirtualCard old = new VirtualCard(CardFile.bundled("ceshi-jia"));
    StandardReader late = reader(psam, old, LocalDate.of(2040, 1, 1));
    assertEquals(-42, late.readCard(1, KEY, JIA, "SSSEEF05|07|$", NOBODY).code().value());
  }

  @Test
  void aPsamWithoutTheMedicalKeyAndASecurityModuleFarAwayOpenNoMedicalArea() {
    Authenticator without = new PsamAuthenticator(VirtualPsam.withoutMedicalKey());
    StandardResult psamSays = reader(without, card).readCard(1, KEY, JIA, "DF04EF05|81|$", NOBODY);
    assertEquals(-27272, psamSays.code().value(), psamSays::out);
    assertTrue(psamSays.out().contains("RK1DF04"), psamSays::out);
    Authenticator hsm =
        new HsmAuthenticator(
            step1 -> StandardReaderTests.answer(HsmStep1.parse(step1)).text(), new SecureRandom());
    StandardResult hsmSays = reader(hsm, card).readCard(1, KEY, JIA, "DF04EF05|81|$", NOBODY);
    assertEquals(-13, hsmSays.code().value(), hsmSays::out);
    assertEquals(List.of(), externalAuthentications, "the card's tries are not touched");
    DeviceFault fault =
        assertThrows(
            DeviceFault.class, () -> new CardReader().readWithMedicalKey(card, hsm, TODAY));
    assertEquals(DeviceFault.Kind.MEDICAL_KEY_UNAVAILABLE, fault.kind());
  }

  @ParameterizedTest
  @CsvSource({"ceshi-jia, 11", "ceshi-yi-2, 21"})
  void medicalFactsAreReadWithTheKeyInThePinsPlace(String file, String kind) {
    VirtualCard shown = new VirtualCard(CardFile.bundled(file));
    CardWithMedicalFacts read = new CardReader().readWithMedicalKey(shown, psam, TODAY);
    assertEquals(Optional.of(kind), read.medical().orElseThrow().insuredKind());
    assertFalse(shown.holdsRights());
  }

  @Test
  void aCardPulledOutAtAnyMomentOfAReadByTagLeavesNoRight() {
    String address = "SSSEEF06|09|$DF04EF05|81|$DF04EF15|$";
    read(KEY, address, NOBODY);
    int commands = card.commandsReceived();
    for (int n = 0; n < commands; n++) {
      VirtualCard pulled = new VirtualCard(CardFile.bundled("ceshi-jia"));
      pulled.removeAfter(n);
      StandardResult result = reader(psam, pulled).readCard(1, KEY, JIA, address, NOBODY);
      assertEquals(-2, result.code().value(), result::out);
      assertFalse(pulled.holdsRights());
    }
  }

  @ParameterizedTest
  @EnumSource(NotHere.class)
  void whatWritesUnlocksOrTakesMoneyIsAnsweredAndNoCardHearsOfIt(NotHere function) {
    for (String name :
        List.of(function.function(), function.function() + "_HSM_Step1", "iReadCardBas")) {
      Optional<NotHere> known = NotHere.named(name);
      assertEquals(!name.equals("iReadCardBas"), known.isPresent());
      known.ifPresent(
          it -> {
            StandardResult result = reader(psam, card).notHere(it);
            assertEquals(-13, result.code().value());
            assertTrue(result.out().contains(function.function()), result::out);
          });
    }
    assertEquals(0, card.commandsReceived());
  }

  private StandardResult read(int authType, String address, Keypad keypad) {
    return reader(psam, card).readCard(1, authType, JIA, address, keypad);
  }

  private StandardReader reader(Authenticator authenticator, VirtualCard shown) {
    return reader(authenticator, shown, TODAY);
  }

  private StandardReader reader(Authenticator authenticator, VirtualCard shown, LocalDate day) {
    CardTrace trace =
        exchange -> {
          if (exchange.command().equals("EXTERNAL AUTHENTICATION")) {
            externalAuthentications.add(exchange.en());
          }
        };
    return new StandardReader(
        contact(shown),
        authenticator,
        new StandardReader.Device(BasicData.NO_TERMINAL_NUMBER, ""),
        () -> day,
        trace);
  }

  private static StandardReader.Slots contact(CardTransport card) {
    return new StandardReader.Slots() {
      @Override
      public Optional<CardTransport> contact() {
        return Optional.of(card);
      }

      @Override
      public Optional<CardTransport> contactless() {
        return Optional.empty();
      }
    };
  }

  private static Keypad keypad(String digits) {
    return prompt -> new Entry.Typed(Pin.of(digits.toCharArray()));
  }
}
