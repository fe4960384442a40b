package io.caresettle.sim.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.card.CardRemovedException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The virtual card guards its files, its keys and its PIN")
class CardChipTests {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String SSSE = "00A404000F7378312E73682EC9E7BBE1B1A3D5CF00";
  private static final String WRONG_ANSWER = "0082000A1000000000000000000000000000000000";

  private final VirtualCard card = new VirtualCard(CardFile.bundled("ceshi-jia"));

  @BeforeEach
  void select() throws CardRemovedException {
    card.reset();
    assertTrue(send(SSSE).endsWith("9000"));
  }

  @Test
  void recordsAreFoundByNumberAndByTagInTheCurrentFileAndByItsShortName()
      throws CardRemovedException {
    String version = "0304332E30309000";
    assertEquals(version, send("00B2032C06"), "record 3 of file 5");
    assertEquals(version, send("00B2032806"), "tag 03 of file 5");
    assertEquals("9000", send("00A4020002EF05"));
    assertEquals(version, send("00B2030406"), "record 3");
    assertEquals(version, send("00B2030006"), "first with tag 03");
    assertEquals(version, send("00B2030106"), "last with tag 03");
    assertEquals("040C91560000023205003205000", send("00B200020E").substring(0, 27), "the next");
    assertEquals(version, send("00B2000306"), "and back");
    assertEquals("0604203401159000", send("00B2060006"));
    assertEquals(
        "060420340115" + "07094130303030303031319000", send("00B2060511"), "from 6 to the end");
    assertEquals("6A83", send("00B2080400"));
    assertEquals("6A83", send("00B2550000"));
    assertEquals("6A82", send("00B2013C00"), "there is no file 7");
  }

  @Test
  void everyLengthButTheRightOneIsAnsweredWithTheRightOne() throws CardRemovedException {
    assertEquals("6C06", send("00B2032C00"));
    assertEquals("6C06", send("00B2032C07"));
    assertEquals("6C06", send("00B2032C"));
  }

  @Test
  void holderDataStayLockedUntilTheTerminalProvedItself() throws CardRemovedException {
    assertEquals("6982", send("00B2083014"));
    card.giveChallenge(HEX.parseHex("0F1E2D3C4B5A6978"));
    send("0084000008");
    assertEquals("9000", send("0082000A1009CE38BDEB55956BA1A2A3A4A5A6A7A8"));
    assertTrue(card.holdsRights());
    assertTrue(send("00B2083014").endsWith("9000"));
    send(SSSE);
    assertTrue(send("00B2083014").endsWith("9000"), "the same application again keeps rights");
    assertEquals("6F088406D156000005039000", send("00A4040006D1560000050300"));
    send(SSSE);
    assertEquals("6982", send("00B2083014"), "another application drops them");
  }

  @Test
  void aResetTakesEveryRightBack() throws CardRemovedException {
    send("0020000003123456");
    assertTrue(card.holdsRights());
    card.reset();
    assertFalse(card.holdsRights());
  }

  @Test
  void aChallengeServesOnceAndAKeyLocksAfterThreeWrongAnswers() throws CardRemovedException {
    assertEquals("6984", send(WRONG_ANSWER));
    for (String left : new String[] {"63C2", "63C1", "63C0", "6983"}) {
      send("0084000008");
      assertEquals(left, send(WRONG_ANSWER));
      assertEquals("6984", send(WRONG_ANSWER));
    }
    card.reset();
    send(SSSE);
    send("0084000008");
    assertEquals("6983", send(WRONG_ANSWER), "a lock outlives a reset");
    send("0084000008");
    assertEquals("6A88", send("0082000B1000000000000000000000000000000000"));
  }

  @Test
  void askingHowManyPinTriesAreLeftUsesNone() throws CardRemovedException {
    for (int i = 0; i < 5; i++) {
      assertEquals("63C3", send("00200000"));
    }
    assertEquals("63C2", send("0020000003111111"));
    assertEquals("63C2", send("0020000000"));
    assertEquals("9000", send("0020000003123456"));
    assertEquals("63C3", send("00200000"), "the right PIN gives the tries back");
  }

  @Test
  void aCardWithoutAPinSaysSo() throws CardRemovedException {
    CardProfile jia = CardFile.bundled("ceshi-jia");
    VirtualCard open =
        new VirtualCard(
            new CardProfile(
                jia.chip(),
                jia.holder(),
                new CardProfile.Pin(Optional.empty(), 3),
                CardProfile.Faults.NONE));
    open.reset();
    assertEquals("9000", HEX.formatHex(open.transmit(HEX.parseHex("00200000"))));
    assertFalse(open.holdsRights());
  }

  @Test
  void aPinIsChangedByWhoKnowsTheOldOne() throws CardRemovedException {
    assertEquals("63C2", send("805E010007111111FF654321"), "a wrong one costs a try");
    assertEquals("6A80", send("805E010003112233"), "only one PIN");
    assertEquals("6A86", send("805E000007123456FF654321"), "another command");
    assertEquals("63C2", send("00200000"));
    assertEquals("9000", send("805E010007123456FF654321"));
    assertEquals("63C3", send("00200000"));
    assertEquals("63C2", send("0020000003123456"));
    assertEquals("9000", send("0020000003654321"));
  }

  @Test
  void tryCountersOutliveAResetAndTheSlot() throws CardRemovedException {
    send("0020000003111111");
    card.reset();
    assertEquals("63C2", send("00200000"));
    card.close();
    card.insert();
    assertEquals("63C1", send("0020000003111111"));
    send("0020000003111111");
    card.reset();
    assertEquals("6983", send("0020000003123456"), "the right PIN after the lock");
  }

  @Test
  void theMedicalAreaOpensToThePin() throws CardRemovedException {
    assertEquals("6F088406D156000005039000", send("00A4040006D1560000050300"));
    assertEquals("9000", send("00A4020002EF05"));
    assertEquals("6982", send("00B281000A"));
    assertEquals("9000", send("0020000003123456"));
    assertEquals("810833313031303030309000", send("00B281000A"));
    send(SSSE);
    send("00A4040006D1560000050300");
    assertEquals("84033205009000", send("00B2842805"), "a PIN is remembered until power goes");
    card.reset();
    send("00A4040006D1560000050300");
    assertEquals("6982", send("00B2842805"));
  }

  @Test
  void aKeyVersionTheCardDoesNotHaveIsNoKey() throws CardRemovedException {
    String question = "11223344556677888877665544332211";
    String first = send("0088000010" + question + "00");
    assertEquals(first, send("0088000011" + question + "0100"));
    assertNotEquals(first, send("0088000011" + question + "0200"));
    assertEquals("6A88", send("0088000011" + question + "0400"));
  }

  @Test
  void aCardThatDiesStaysInItsSlotAndIsSilent() throws CardRemovedException {
    card.dieAfter(1);
    send("00200000");
    assertTrue(card.isDead());
    assertThrows(CardRemovedException.class, () -> send("00200000"));
    assertThrows(CardRemovedException.class, card::reset);
    card.insert();
    assertEquals("63C3", send("00200000"));
  }

  @Test
  void aSlowCardLetsItsTimePassBeforeEveryAnswer() throws CardRemovedException {
    List<Duration> passed = new ArrayList<>();
    VirtualCard slow =
        new VirtualCard(
            CardFile.bundled("ceshi-jia")
                .with(CardProfile.Faults.NONE.withSlow(Duration.ofMillis(40))),
            new SecureRandom(),
            passed::add);
    slow.reset();
    slow.transmit(HEX.parseHex(SSSE));
    slow.transmit(HEX.parseHex("00200000"));
    assertEquals(List.of(Duration.ofMillis(40), Duration.ofMillis(40)), passed);
  }

  @Test
  void aPinIsUnblockedOnlyByWhoProvedTheUnblockKeyAndGuardedTheCommand()
      throws CardRemovedException {
    assertEquals("6982", send("842400000400000000"));
    card.giveChallenge(HEX.parseHex("0102030405060708"));
    send("0084000008");
    assertEquals("9000", send("008200061071C43DDCFE8E1FEBA1A2A3A4A5A6A7A8"));
    assertEquals("6984", send("842400000400000000"));
    send("0084000008");
    assertEquals("6988", send("842400000400000000"));
  }

  @Test
  void aBlockedApplicationAnswers9303AndABlockedCard6A81ToEverything() throws CardRemovedException {
    card.blockApplication();
    assertEquals("9303", send(SSSE));
    card.blockCard();
    for (String command : new String[] {SSSE, "0084000008", "00200000", "B026000104"}) {
      assertEquals("6A81", send(command));
    }
  }

  @Test
  void moneyCommandsMeetAClassTheCardDoesNotKnow() throws CardRemovedException {
    assertEquals("6E00", send("B0280101130100000BB8000004E20000167632050000000116"));
    assertEquals("6E00", send("B026000104"));
    assertEquals("6700", send("0084000007"));
    assertEquals("6700", send("00"));
    assertEquals("6700", send("00A404000F7378"));
    assertEquals("6A86", send("00B2012F00"));
  }

  private String send(String hex) throws CardRemovedException {
    return HEX.formatHex(card.transmit(HEX.parseHex(hex)));
  }
}
