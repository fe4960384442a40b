package io.caresettle.sim.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.card.Authenticator;
import io.caresettle.credential.card.CardAlgorithm;
import io.caresettle.credential.card.CardPins;
import io.caresettle.credential.card.CardTrace;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.credential.card.Pin;
import io.caresettle.credential.card.PinCounter;
import io.caresettle.credential.card.PsamAuthenticator;
import io.caresettle.credential.card.standard.BasicData;
import io.caresettle.credential.card.standard.HsmAuthenticator;
import io.caresettle.credential.card.standard.HsmStep1;
import io.caresettle.credential.card.standard.HsmStep2;
import io.caresettle.credential.card.standard.Keypad;
import io.caresettle.credential.card.standard.Keypad.Entry;
import io.caresettle.credential.card.standard.StandardReader;
import io.caresettle.credential.card.standard.StandardResult;
import io.caresettle.problem.DeviceFault;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A hospital system calls the standard's functions")
@Timeout(180)
class StandardReaderTests {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String JIA =
      "320500|329900198503120011|A00000011|320500D15600000500000001FFFFFFFF|测试甲"
          + "|00815445538600320500000001|3.00|20240115|20340115|320500000001||";

  private static final String JIA_CARD = "320500D15600000500000001FFFFFFFF|A00000011|";

  private final PsamAuthenticator psam = new PsamAuthenticator(VirtualPsam.withTestRoots());
  private final VirtualCard card = new VirtualCard(CardFile.bundled("ceshi-jia"));
  private LocalDate today = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void iReadCardBasGivesElevenItems(int type) {
    StandardResult result = reader(psam).readCardBas(type);
    assertEquals(0, result.code().value(), result::out);
    assertEquals(JIA, result.out());
    assertEquals(JIA, BasicData.parse(result.out()).text());
    assertFalse(card.holdsRights());
    assertFalse(result.toString().contains("329900"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "removed, -2",
    "dead, -2",
    "copy, -21",
    "blocked card, -27265",
    "blocked application, -37635",
    "expired, -42",
    "no psam, -2201",
    "psam without SM4, -2202",
    "psam without read key, -2203",
    "ssf33, -2202",
    "wrong check character, -41",
    "no such type, -14",
    "no contactless field, -11"
  })
  void whatGoesWrongHasTheStandardsNumber(String trouble, int code) {
    Authenticator authenticator = psam;
    VirtualCard shown = card;
    int type = 1;
    switch (trouble) {
      case "removed" -> card.removeAfter(0);
      case "dead" -> card.dieAfter(0);
      case "copy" -> card.answerInternalAuthenticationWrongly();
      case "blocked card" -> card.blockCard();
      case "blocked application" -> card.blockApplication();
      case "expired" -> today = LocalDate.of(2040, 1, 1);
      case "no psam" -> {
        VirtualPsam gone = VirtualPsam.withTestRoots();
        gone.remove();
        authenticator = new PsamAuthenticator(gone);
      }
      case "psam without SM4" -> authenticator = new PsamAuthenticator(VirtualPsam.withoutSm4());
      case "psam without read key" ->
          authenticator = new PsamAuthenticator(VirtualPsam.withoutReadKey());
      case "ssf33" -> shown = variant(CardAlgorithm.SSF33, "A00000011");
      case "wrong check character" -> shown = variant(CardAlgorithm.SM4, "A00000012");
      case "no such type" -> type = 5;
      default -> type = 2;
    }
    StandardResult result = reader(authenticator, shown).readCardBas(type);
    assertEquals(code, result.code().value(), result::out);
    assertTrue(result.out().contains(" / "), result::out);
    assertFalse(result.out().contains("329900"), result::out);
    assertFalse(shown.holdsRights());
  }

  @Test
  void whereTheFirstSlotIsEmptyTheSecondIsTried() {
    VirtualCard gone = new VirtualCard(CardFile.bundled("ceshi-yi"));
    gone.removeAfter(0);
    StandardReader both = reader(psam, slots(Optional.of(gone), Optional.of(card)));
    assertEquals(-2, both.readCardBas(1).code().value());
    assertEquals(JIA, both.readCardBas(3).out());
    assertEquals(JIA, both.readCardBas(2).out());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aCardPulledInMidReadIsNotTakenForAnEmptySlot(int type) {
    for (int at = 1; at < 16; at++) {
      VirtualCard pulled = new VirtualCard(CardFile.bundled("ceshi-yi"));
      pulled.removeAfter(at);
      VirtualCard other = new VirtualCard(CardFile.bundled("ceshi-jia"));
      StandardReader both =
          reader(
              psam,
              type == 3
                  ? slots(Optional.of(pulled), Optional.of(other))
                  : slots(Optional.of(other), Optional.of(pulled)));
      assertEquals(-2, both.readCardBas(type).code().value(), "pulled at " + at);
      assertEquals(0, other.commandsReceived());
    }
  }

  @Test
  void aBrokenSlotTriesTheOtherAndAnEmptyOneBesideAMissingOneIsEmpty() {
    CardTransport broken =
        new CardTransport() {
          @Override
          public byte[] reset() {
            throw new DeviceFault(DeviceFault.Kind.READER_FAILED, "unplugged");
          }

          @Override
          public byte[] transmit(byte[] command) {
            throw new DeviceFault(DeviceFault.Kind.READER_FAILED, "unplugged");
          }

          @Override
          public void close() {}
        };
    VirtualCard gone = new VirtualCard(CardFile.bundled("ceshi-yi"));
    gone.removeAfter(0);
    StandardReader second = reader(psam, slots(Optional.of(broken), Optional.of(card)));
    assertEquals(JIA, second.readCardBas(3).out());
    StandardReader none = reader(psam, slots(Optional.of(broken), Optional.empty()));
    assertEquals(-11, none.readCardBas(3).code().value());
    for (Optional<CardTransport> other :
        List.of(Optional.<CardTransport>empty(), Optional.of(broken))) {
      StandardReader empty = reader(psam, slots(Optional.of(gone), other));
      assertEquals(-2, empty.readCardBas(3).code().value());
    }
  }

  @Test
  void aPinGoesToNoOtherCardThanTheOneMeant() {
    VirtualCard yi = new VirtualCard(CardFile.bundled("ceshi-yi"));
    StandardReader reader = reader(psam, yi);
    assertEquals(-22, reader.verifyPin(1, JIA_CARD, keypad("111111")).code().value());
    assertEquals(
        -22, reader.changePin(1, JIA_CARD, keypad("111111", "4444", "4444")).code().value());
    assertEquals(new PinCounter(true, 3), new CardPins().tries(yi));
    assertEquals(-23, reader.verifyPin(1, "A00000011|", keypad("111111")).code().value());
  }

  @Test
  void aNameWithABarIsWrongDataAndADeviceIsCheckedBeforeItServes() {
    VirtualCard barred = new VirtualCard(named("测|甲"));
    assertEquals(-41, reader(psam, barred).readCardBas(1).code().value());
    for (String device : new String[] {"a|b", "a b"}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new StandardReader.Device(BasicData.NO_TERMINAL_NUMBER, device));
    }
    assertThrows(IllegalArgumentException.class, () -> new StandardReader.Device("1", ""));
  }

  @Test
  void aWrongPinSaysHowManyTriesAreLeftAndALockedOneIsLocked() {
    StandardReader reader = reader(psam);
    for (int left = 2; left > 0; left--) {
      StandardResult wrong = reader.verifyPin(1, JIA_CARD, keypad("111111"));
      assertEquals(-51, wrong.code().value());
      assertTrue(wrong.out().contains("" + left), wrong::out);
    }
    assertEquals(0, reader.verifyPin(1, JIA_CARD, keypad("123456")).code().value());
    for (int code : new int[] {-51, -51, -52, -52}) {
      assertEquals(code, reader.verifyPin(1, JIA_CARD, keypad("111111")).code().value());
    }
    assertEquals(-52, reader.verifyPin(1, JIA_CARD, keypad("123456")).code().value());
    assertFalse(card.holdsRights());
  }

  @Test
  void aNewPinIsTypedTwice() {
    StandardReader reader = reader(psam);
    assertEquals(
        -34, reader.changePin(1, JIA_CARD, keypad("123456", "4444", "4445")).code().value());
    assertEquals(0, card.commandsReceived(), "the card is not spoken to before all is typed");
    assertEquals(0, reader.changePin(1, JIA_CARD, keypad("123456", "4444", "4444")).code().value());
    assertEquals(0, reader.verifyPin(1, JIA_CARD, keypad("4444")).code().value());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"cancelled, -31", "late, -32", "short, -33"})
  void aHolderWhoTypesNoPinCostsNoTryAndNoCommand(String what, int code) {
    Entry entry =
        switch (what) {
          case "cancelled" -> new Entry.Cancelled();
          case "late" -> new Entry.TimedOut();
          default -> new Entry.WrongLength();
        };
    assertEquals(code, reader(psam).verifyPin(1, JIA_CARD, prompt -> entry).code().value());
    assertEquals(0, card.commandsReceived());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ceshi-jia", "ceshi-yi-2"})
  void aSecurityModuleFarAwayTakesThePlaceOfThePsam(String file) {
    VirtualCard shown = new VirtualCard(CardFile.bundled(file));
    List<String> sent = new ArrayList<>();
    HsmAuthenticator hsm =
        new HsmAuthenticator(
            step1 -> {
              sent.add(step1);
              return answer(HsmStep1.parse(step1)).text();
            },
            new SecureRandom());
    StandardResult result = reader(hsm, shown).readCardBas(1);
    assertEquals(0, result.code().value(), result::out);
    assertEquals(1, sent.size(), "one round trip");
    assertFalse(shown.holdsRights());
  }

  @Test
  void aSecurityModuleThatAnswersAnotherQuestionIsNotBelieved() {
    HsmAuthenticator hsm =
        new HsmAuthenticator(
            step1 -> "50332A1A4873F91D8877665544332211|09CE38BDEB55956BA1A2A3A4A5A6A7A8|",
            new SecureRandom());
    assertEquals(-41, reader(hsm).readCardBas(1).code().value());
    HsmAuthenticator silent = new HsmAuthenticator(step1 -> "", new SecureRandom());
    assertEquals(-41, reader(silent).readCardBas(1).code().value());
  }

  @Test
  void aCopyIsNotGenuineForASecurityModuleEither() {
    card.answerInternalAuthenticationWrongly();
    HsmAuthenticator hsm =
        new HsmAuthenticator(step1 -> answer(HsmStep1.parse(step1)).text(), new SecureRandom());
    assertEquals(-21, reader(hsm).readCardBas(1).code().value());
  }

  /** What a security module with the test roots answers. */
  static HsmStep2 answer(HsmStep1 step1) {
    Cipher cipher = step1.cardAlgorithm() == CardAlgorithm.SM4 ? Cipher.SM4 : Cipher.DES;
    CardKeys keys = new CardKeys(cipher, step1.area(), HEX.parseHex(step1.historicalBytes()));
    return new HsmStep2(
        authentication(cipher, keys, "IRK", step1.internalFactor(), step1.internalOriginal()),
        step1.internalOriginal(),
        step1.externalFactor().isEmpty()
            ? ""
            : authentication(
                cipher, keys, "RKSSSE", step1.externalFactor(), step1.externalOriginal()),
        step1.externalOriginal());
  }

  private static String authentication(
      Cipher cipher, CardKeys keys, String key, String factor, String original) {
    byte[] session = cipher.sessionKey(keys.key(key, 1), HEX.parseHex(factor));
    return HEX.formatHex(cipher.authenticationData(session, HEX.parseHex(original)));
  }

  private static CardProfile named(String name) {
    CardProfile jia = CardFile.bundled("ceshi-jia");
    CardProfile.Holder h = jia.holder();
    return jia.with(
        new CardProfile.Holder(
            name, h.identityNumber(), h.sex(), h.ethnicGroup(), h.birthplace(), h.born()));
  }

  private static VirtualCard variant(CardAlgorithm algorithm, String number) {
    CardProfile jia = CardFile.bundled("ceshi-jia");
    CardProfile.Chip c = jia.chip();
    return new VirtualCard(
        jia.with(
            new CardProfile.Chip(
                algorithm,
                c.historicalBytes(),
                c.identifier(),
                number,
                c.specification(),
                c.category(),
                c.issued(),
                c.validUntil())));
  }

  private StandardReader reader(Authenticator authenticator) {
    return reader(authenticator, card);
  }

  private StandardReader reader(Authenticator authenticator, VirtualCard shown) {
    return reader(authenticator, slots(Optional.of(shown), Optional.empty()));
  }

  private StandardReader reader(Authenticator authenticator, StandardReader.Slots slots) {
    String number = psam.terminalNumber().orElse(BasicData.NO_TERMINAL_NUMBER);
    return new StandardReader(
        slots, authenticator, new StandardReader.Device(number, ""), () -> today, CardTrace.OFF);
  }

  private static StandardReader.Slots slots(
      Optional<CardTransport> contact, Optional<CardTransport> contactless) {
    return new StandardReader.Slots() {
      @Override
      public Optional<CardTransport> contact() {
        return contact;
      }

      @Override
      public Optional<CardTransport> contactless() {
        return contactless;
      }
    };
  }

  private static Keypad keypad(String... typed) {
    Deque<String> left = new ArrayDeque<>(Arrays.asList(typed));
    return prompt -> new Entry.Typed(Pin.of(left.removeFirst().toCharArray()));
  }
}
