package io.caresettle.sim.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.PsamAuthenticator;
import io.caresettle.credential.card.pcsc.PcscReaders;
import io.caresettle.credential.card.pcsc.PcscSlot;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("cards over the real reader service")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PcscStoryTests {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Duration SOON = Duration.ofSeconds(5);

  private ReaderService service;

  @BeforeAll
  void start() {
    service = ReaderService.startOrSkip();
  }

  @AfterAll
  void stop() {
    if (service != null) service.close();
  }

  @Test
  void aThirdGenerationCardIsReadWithThePsamInTheSecondSlot() {
    service.insert("ceshi-jia");
    service.insertPsam();
    PcscReaders readers = PcscReaders.ofThisMachine();
    System.out.println("recover " + readers.recoverByThemselves());
    assertEquals(List.of(ReaderService.SOCIAL, ReaderService.PSAM), readers.names());
    try (PcscSlot card = readers.open(ReaderService.SOCIAL);
        PcscSlot psam = readers.open(ReaderService.PSAM)) {
      assertTrue(card.awaitCard(SOON));
      assertTrue(psam.awaitCard(SOON));
      for (int i = 0; i < 50; i++) {
        long t = System.nanoTime();
        SocialSecurityCard read = new CardReader().read(card, new PsamAuthenticator(psam), TODAY);
        System.out.println((System.nanoTime() - t) / 1000);
        assertEquals("A00000011", read.cardNumber());
      }
    }
  }
}
