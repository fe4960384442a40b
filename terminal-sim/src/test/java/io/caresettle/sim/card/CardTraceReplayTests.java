package io.caresettle.sim.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.credential.card.CardRemovedException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The virtual card and PSAM hold the recorded conversations byte for byte")
class CardTraceReplayTests {

  private final VirtualCard card = new VirtualCard(CardFile.bundled("ceshi-jia"));
  private final VirtualPsam psam = VirtualPsam.withTestRoots();
  private final Dialogue dialogue = new Dialogue(card, psam);

  @BeforeEach
  void power() throws CardRemovedException {
    psam.reset();
    assertEquals("00815445538600320500000001", HexFormat.of().formatHex(card.reset()));
  }

  @Test
  void aThirdGenerationCardIsReadWithAPsam() throws CardRemovedException {
    giveChallenge("0F1E2D3C4B5A6978");
    dialogue.hold(
        """
          CARD > 00A404000F7378312E73682EC9E7BBE1B1A3D5CF00
          CARD < 6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C038601039000
          SAM  > 00A404000F7378332E73682EC9E7BBE1B1A3D5CF00
          SAM  < 6F11840F7378332E73682EC9E7BBE1B1A3D5CF9000
          SAM  > 00A4040006D1560000059000
          SAM  < 6F088406D156000005909000
          CARD > 00A4020002EF05
          CARD < 9000
          CARD > 00B2010412
          CARD < 0110320500D15600000500000001FFFFFFFF9000
          CARD > 00B2030006
          CARD < 0304332E30309000
          CARD > 00B207000B
          CARD < 07094130303030303031319000
          CARD > 00880000101122334455667788887766554433221100
          CARD < 50332A1A4873F91D9000
          SAM  > BFDE67082886003205000000013332303530307378333230303030736811223344556677880000000000000000
          SAM  < 9000
          SAM  > 80FA0000108877665544332211000000000000000000
          SAM  < FAA26BFBACFA930AAA9141E1E4896A179000
          CARD > 00A4020002EF06
          CARD < 9000
          CARD > 00B2090020
          CARD < 6982
          CARD > 0084000008
          CARD < 0F1E2D3C4B5A69789000
          SAM  > BFDE670A288600320500000001333230353030737833323030303073680F1E2D3C4B5A69780000000000000000
          SAM  < 9000
          SAM  > 80FA000010A1A2A3A4A5A6A7A8000000000000000000
          SAM  < 8FAF20211FDF24E38661189CF48AB1889000
          CARD > 0082000A1009CE38BDEB55956BA1A2A3A4A5A6A7A8
          CARD < 9000
          CARD > 00A4020002EF06
          CARD < 9000
          CARD > 00B2080014
          CARD < 08123332393930303139383530333132303031319000
          CARD > 00B2090020
          CARD < 091EB2E2CAD4BCD70000000000000000000000000000000000000000000000009000
          CARD > 00B24E0016
          CARD < 4E1400000000000000000000000000000000000000009000
          CARD > 00B20A0003
          CARD < 0A01319000
          CARD > 00B20B0003
          CARD < 0B01019000
          CARD > 00B20C0005
          CARD < 0C033299009000
          CARD > 00B20D0006
          CARD < 0D04198503129000
        """);
  }

  @Test
  void aPinIsTriedLockedUnblockedAndVerified() throws CardRemovedException {
    giveChallenge("0102030405060708");
    giveChallenge("1112131415161718");
    dialogue.hold(
        """
          CARD > 00A404000F7378312E73682EC9E7BBE1B1A3D5CF00
          CARD < 6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C038601039000
          CARD > 00200000
          CARD < 63C3
          CARD > 0020000003111111
          CARD < 63C2
          CARD > 0020000003111111
          CARD < 63C1
          CARD > 0020000003111111
          CARD < 63C0
          CARD > 0020000003123456
          CARD < 6983
          CARD > 0084000008
          CARD < 01020304050607089000
          CARD > 008200061071C43DDCFE8E1FEBA1A2A3A4A5A6A7A8
          CARD < 9000
          CARD > 0084000008
          CARD < 11121314151617189000
          CARD > 842400011445465FEB74E406F8442A41C7E71488E0BF791CF6
          CARD < 9000
          CARD > 0020000003123456
          CARD < 9000
        """);
  }

  @Test
  void mistakesGetTheirStatusWords() throws CardRemovedException {
    dialogue.hold(
        """
          CARD > 00A4040006D1560000059900
          CARD < 6A82
          CARD > 00A404000F7378312E73682EC9E7BBE1B1A3D5CF00
          CARD < 6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C038601039000
          CARD > 00B2010412
          CARD < 6986
          CARD > 00A4020002EF05
          CARD < 9000
          CARD > 00B2010400
          CARD < 6C12
          CARD > 00B2010412
          CARD < 0110320500D15600000500000001FFFFFFFF9000
          CARD > 00B2090400
          CARD < 6A83
          CARD > 0082000A1000000000000000000000000000000000
          CARD < 6984
          CARD > 00FF000000
          CARD < 6D00
          CARD > 00A404000F7378312E73682EC9E7BBE1B1A3D5CF00
          CARD < 6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C038601039000
        """);
  }

  private void giveChallenge(String hex) {
    card.giveChallenge(HexFormat.of().parseHex(hex));
  }
}
