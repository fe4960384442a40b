package io.caresettle.sim.pcsc;

import static io.caresettle.sim.pcsc.Stories.SOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.card.CardPins;
import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.credential.card.MeantCard;
import io.caresettle.credential.card.Pin;
import io.caresettle.credential.card.PsamAuthenticator;
import io.caresettle.credential.card.pcsc.PcscLimits;
import io.caresettle.credential.card.pcsc.PcscReaders;
import io.caresettle.credential.card.pcsc.PcscSlot;
import io.caresettle.problem.DeviceFault;
import io.caresettle.sim.card.VirtualPsam;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("cards that are pulled or stay silent, over the real reader service")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("alone")
class PcscTroubleTests {

  private static final MeantCard JIA =
      new MeantCard("320500D15600000500000001FFFFFFFF", "A00000011");

  private final ReaderService service = ReaderService.startOrSkip();
  private final PcscReaders readers = PcscReaders.ofThisMachine();

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void aCardPulledAtAnyCommandIsSaidToBePulledAndTheNextPatientIsServed() {
    service.insert("ceshi-jia");
    try (PcscSlot card = readers.open(ReaderService.SOCIAL)) {
      Stories.assertJia(Stories.read(card));
      int commands = service.commandsReceived();
      System.out.println(
          "pulled before command | outcome | ms | next patient read, ms after insertion");
      for (int at = 0; at < commands; at++) {
        service.insert("ceshi-jia");
        assertTrue(card.awaitCard(SOON));
        service.removeAfter(at);
        long start = System.nanoTime();
        String outcome = Stories.outcome(card);
        long told = System.nanoTime();
        ReaderService.awaitLook();
        long next = System.nanoTime();
        service.insert("ceshi-yi");
        String holder = Stories.read(card).identityNumber().reveal();
        long served = System.nanoTime();
        System.out.printf(
            Locale.ROOT,
            "%21d | %s | %d | %d%n",
            at + 1,
            outcome,
            (told - start) / 1_000_000,
            (served - next) / 1_000_000);
        assertEquals("CARD_REMOVED", outcome, "pulled before command " + (at + 1));
        assertTrue(told - start < SOON.toNanos());
        assertEquals("329900196205070029", holder);
        service.remove();
      }
    }
  }

  @Test
  void aSilentCardHoldsUpNobodyForLongerThanItsLimit() throws CardRemovedException {
    PcscReaders hasty =
        PcscReaders.ofThisMachine(
            new PcscLimits(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofMillis(500)));
    service.insert("ceshi-jia");
    service.insertSecond("ceshi-yi");
    try (PcscSlot silent = hasty.open(ReaderService.SOCIAL);
        PcscSlot other = hasty.open(ReaderService.PSAM)) {
      Stories.assertJia(Stories.read(silent));
      assertTrue(other.awaitCard(SOON));
      silent.reset();
      service.silence();
      long start = System.nanoTime();
      byte[] challenge = {0, (byte) 0x84, 0, 0, 8};
      assertThrows(CardRemovedException.class, () -> silent.transmit(challenge));
      assertTrue(System.nanoTime() - start < SOON.toNanos());
      assertEquals("READ", Stories.outcome(other), "the slot beside it");
      service.insert("ceshi-jia");
      Stories.assertJia(Stories.read(silent));
    }
  }

  @Test
  void aPinAndAProofReachTheCardOnceEvenIfItWantsAnotherLength() {
    service.insert("ceshi-jia");
    try (PcscSlot card = readers.open(ReaderService.SOCIAL);
        VirtualPsam psam = VirtualPsam.withTestRoots();
        Pin pin = Pin.of("123456".toCharArray());
        Pin fresh = Pin.of("654321".toCharArray())) {
      PsamAuthenticator keys = new PsamAuthenticator(psam);
      CardPins pins = new CardPins();
      service.wantAnotherLength();
      assertThrows(DeviceFault.class, () -> pins.verify(card, keys, Stories.TODAY, JIA, pin));
      assertEquals(1, service.received("20"), "VERIFY");
      assertThrows(
          DeviceFault.class, () -> pins.change(card, keys, Stories.TODAY, JIA, pin, fresh));
      assertEquals(1, service.received("5E"), "CHANGE PIN");
      assertEquals("PSAM_FAILED", Stories.outcome(card));
      assertEquals(1, service.received("82"), "EXTERNAL AUTHENTICATION");
    }
  }

  @Test
  void aCardThatDiesStaysInItsSlotAndNoThreadHangsBesideTheFirst() throws CardRemovedException {
    PcscReaders hasty =
        PcscReaders.ofThisMachine(
            new PcscLimits(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofMillis(500)));
    service.insert("ceshi-jia:plain");
    try (PcscSlot card = hasty.open(ReaderService.SOCIAL)) {
      Stories.assertJia(Stories.read(card));
      card.reset();
      service.die();
      byte[] challenge = {0, (byte) 0x84, 0, 0, 8};
      assertThrows(CardRemovedException.class, () -> card.transmit(challenge));
      assertTrue(service.isIn());
      long start = System.nanoTime();
      for (int again = 0; again < 20; again++) {
        assertThrows(CardRemovedException.class, card::reset);
      }
      assertTrue(System.nanoTime() - start < 500_000_000L, "each is answered at once");
      service.insert("ceshi-jia");
      Stories.assertJia(Stories.read(card));
    }
  }

  @Test
  void insertionAndRemovalAreAwaitedWithinBounds() {
    service.insert("ceshi-jia");
    try (PcscSlot card = readers.open(ReaderService.SOCIAL)) {
      assertTrue(card.awaitCard(SOON));
      service.remove();
      assertTrue(card.awaitRemoval(SOON));
      long start = System.nanoTime();
      assertEquals(false, card.awaitCard(Duration.ofMillis(300)));
      long waited = System.nanoTime() - start;
      assertTrue(waited >= 300_000_000L && waited < SOON.toNanos());
      assertThrows(CardRemovedException.class, card::reset);
    }
  }
}
