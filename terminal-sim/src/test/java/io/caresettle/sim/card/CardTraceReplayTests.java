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
    dialogue.hold(Dialogue.recorded("trace-1-read"));
  }

  @Test
  void aPinIsTriedLockedUnblockedAndVerified() throws CardRemovedException {
    giveChallenge("0102030405060708");
    giveChallenge("1112131415161718");
    dialogue.hold(Dialogue.recorded("trace-2-pin"));
  }

  @Test
  void mistakesGetTheirStatusWords() throws CardRemovedException {
    dialogue.hold(Dialogue.recorded("trace-4-mistakes"));
  }

  private void giveChallenge(String hex) {
    card.giveChallenge(HexFormat.of().parseHex(hex));
  }
}
