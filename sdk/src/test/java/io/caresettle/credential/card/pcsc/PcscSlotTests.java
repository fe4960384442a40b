package io.caresettle.credential.card.pcsc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a slot of a PC/SC reader")
class PcscSlotTests {

  private static final byte[] COMMAND = {0, (byte) 0x84, 0, 0, 8};
  private static final String ON_ITS_THREAD = "transmit on caresettle-reader-" + FakeService.READER;
  private static final PcscLimits HASTY =
      new PcscLimits(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(4));

  private final FakeService service = new FakeService(true);

  @Test
  void aSessionBeginsAndEndsWithAResetAndIsHeldInBetweenOnTheSlotsOwnThread()
      throws CardRemovedException {
    try (PcscSlot slot = open(service)) {
      service.done.clear();
      assertArrayEquals(HexFormat.of().parseHex("00815445538600320500000001"), slot.reset());
      slot.transmit(COMMAND);
      slot.transmit(COMMAND);
      slot.reset();
    }
    assertEquals(
        List.of(
            "connect",
            "reset",
            "connect",
            "begin",
            ON_ITS_THREAD,
            ON_ITS_THREAD,
            "end",
            "reset",
            "connect",
            "reset"),
        service.done);
  }

  @Test
  void aSlotThatSaysNothingIsLetGoAndTakenAgainWithTheNextCommand() throws Exception {
    PcscLimits brief =
        new PcscLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(20));
    try (PcscSlot slot = new PcscReaders(service, brief).open(FakeService.READER)) {
      slot.reset();
      slot.transmit(COMMAND);
      while (!service.done.contains("end")) {
        Thread.onSpinWait();
      }
      slot.transmit(COMMAND);
      assertEquals(2, service.done.stream().filter("begin"::equals).count());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SCARD_W_REMOVED_CARD",
        "SCARD_W_RESET_CARD",
        "SCARD_E_NO_SMARTCARD",
        "SCARD_W_UNPOWERED_CARD",
        "SCARD_W_UNRESPONSIVE_CARD"
      })
  void aCardThatIsGoneIsSaidToBeGoneAndTheNextOneIsServed(String code) throws Exception {
    try (PcscSlot slot = open(service)) {
      slot.reset();
      service.fail(code);
      assertThrows(CardRemovedException.class, () -> slot.transmit(COMMAND));
      assertThrows(CardRemovedException.class, () -> slot.transmit(COMMAND));
      service.heal();
      slot.reset();
      slot.transmit(COMMAND);
    }
  }

  @Test
  void anAnswerOfNoBytesIsACardThatWasPulled() throws CardRemovedException {
    try (PcscSlot slot = open(service)) {
      slot.reset();
      service.answerTooShort();
      assertThrows(CardRemovedException.class, () -> slot.transmit(COMMAND));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0020000003123456", "00200000", "805E010003123456", "00820008021122"})
  void whereTheRuntimeWouldRepeatIt_noPinAndNoProofIsSent(String command) throws Exception {
    service.repeat();
    try (PcscSlot slot = open(service)) {
      slot.reset();
      slot.transmit(COMMAND);
      byte[] sent = HexFormat.of().parseHex(command);
      DeviceFault fault = assertThrows(DeviceFault.class, () -> slot.transmit(sent));
      assertEquals(DeviceFault.Kind.READER_FAILED, fault.kind());
      assertTrue(String.valueOf(fault.getMessage()).contains("t0GetResponse=false"));
      assertEquals(1, service.done.stream().filter(ON_ITS_THREAD::equals).count());
    }
  }

  @Test
  void aCommandThatMovesMoneyReachesNoCard() throws CardRemovedException {
    try (PcscSlot slot = open(service)) {
      slot.reset();
      byte[] command = {(byte) 0xB0, 0x28, 1, 1};
      assertThrows(Misuse.class, () -> slot.transmit(command));
      assertFalse(service.done.contains(ON_ITS_THREAD));
    }
  }

  @Test
  void withoutACardAndWithoutAResetThereIsNobodyToTalkTo() {
    try (PcscSlot slot = open(service)) {
      assertThrows(CardRemovedException.class, () -> slot.transmit(COMMAND));
      service.pull();
      assertThrows(CardRemovedException.class, slot::reset);
      assertFalse(slot.awaitCard(Duration.ofMillis(1)));
      assertTrue(slot.awaitRemoval(Duration.ofMillis(1)));
    }
  }

  @Test
  void aReaderThatIsUnpluggedIsNamed() throws CardRemovedException {
    try (PcscSlot slot = open(service)) {
      slot.reset();
      service.unplug();
      service.pull();
      DeviceFault fault = assertThrows(DeviceFault.class, () -> slot.transmit(COMMAND));
      assertEquals(DeviceFault.Kind.READER_FAILED, fault.kind());
      assertTrue(String.valueOf(fault.getMessage()).contains(FakeService.READER));
      fault = assertThrows(DeviceFault.class, () -> slot.awaitCard(Duration.ofSeconds(5)));
      assertEquals(DeviceFault.Kind.READER_FAILED, fault.kind());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SCARD_E_NO_SERVICE, READER_SERVICE_LOST",
    "SCARD_E_SERVICE_STOPPED, READER_SERVICE_LOST",
    "SCARD_E_INVALID_HANDLE, READER_SERVICE_LOST",
    "SCARD_E_READER_UNAVAILABLE, READER_FAILED",
    "SCARD_F_INTERNAL_ERROR, READER_FAILED"
  })
  void whatTheServiceSaysIsToldByKind(String code, DeviceFault.Kind kind)
      throws CardRemovedException {
    try (PcscSlot slot = open(service)) {
      slot.reset();
      service.fail(code);
      assertEquals(kind, assertThrows(DeviceFault.class, () -> slot.transmit(COMMAND)).kind());
      service.heal();
      slot.reset();
      slot.transmit(COMMAND);
    }
  }

  @Test
  void aRestartBetweenTwoPatientsIsNoTroubleToAnybody() throws CardRemovedException {
    PcscReaders readers = new PcscReaders(service, PcscLimits.USUAL);
    try (PcscSlot slot = readers.open(FakeService.READER)) {
      slot.reset();
      service.restart();
      slot.reset();
      slot.transmit(COMMAND);
      service.restart();
      assertEquals(List.of(FakeService.READER), readers.names());
      assertTrue(slot.awaitCard(Duration.ZERO));
    }
  }

  @Test
  void aRestartInAProgramThatCannotRecoverNamesTheRemedy() throws CardRemovedException {
    FakeService locked = new FakeService(false);
    try (PcscSlot slot = open(locked)) {
      slot.reset();
      locked.restart();
      DeviceFault fault = assertThrows(DeviceFault.class, slot::reset);
      assertEquals(DeviceFault.Kind.READER_SERVICE_LOST, fault.kind());
      assertTrue(
          String.valueOf(fault.getMessage())
              .contains("--add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED"));
    }
  }

  @Test
  void aSilentCardIsLeftBehindAndUntilItIsOutNobodyWaitsForIt() throws CardRemovedException {
    PcscReaders readers = new PcscReaders(service, HASTY);
    try (PcscSlot slot = readers.open(FakeService.READER)) {
      slot.reset();
      CountDownLatch silence = service.beSilent();
      assertThrows(CardRemovedException.class, () -> slot.transmit(COMMAND));
      long before = connections();
      for (int again = 0; again < 20; again++) {
        assertThrows(CardRemovedException.class, slot::reset);
      }
      assertEquals(before, connections(), "nothing hangs beside what hangs");
      assertTrue(slot.awaitCard(Duration.ZERO));
      silence.countDown();
      while (true) {
        try {
          slot.reset();
          break;
        } catch (CardRemovedException stillHanging) {
          Thread.onSpinWait();
        }
      }
      slot.transmit(COMMAND);
    }
  }

  @Test
  void aCardThatAnotherProgramKeepsIsToldSoAndACommandGivenUpIsNotSent() throws Exception {
    PcscReaders readers = new PcscReaders(service, HASTY);
    try (PcscSlot slot = readers.open(FakeService.READER)) {
      slot.reset();
      CountDownLatch kept = service.keepForOthers();
      for (int again = 0; again < 2; again++) {
        DeviceFault fault = assertThrows(DeviceFault.class, () -> slot.transmit(COMMAND));
        assertTrue(String.valueOf(fault.getMessage()).contains("Another program"), fault::toString);
      }
      service.done.clear();
      kept.countDown();
      while (!service.done.contains("reset")) {
        Thread.onSpinWait();
      }
      assertFalse(service.done.contains(ON_ITS_THREAD));
    }
  }

  @Test
  void aResetThatWaitsForAnotherProgramSaysSo() throws Exception {
    PcscLimits hasty =
        new PcscLimits(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(4));
    PcscReaders readers = new PcscReaders(service, hasty);
    try (PcscSlot slot = readers.open(FakeService.READER)) {
      CountDownLatch kept = service.keepForOthers();
      DeviceFault fault = assertThrows(DeviceFault.class, slot::reset);
      assertTrue(String.valueOf(fault.getMessage()).contains("Another program"), fault::toString);
      kept.countDown();
    }
  }

  @Test
  void aCardThatIsNotSharedIsKeptByAnotherProgram() throws Exception {
    try (PcscSlot slot = open(service)) {
      service.fail("SCARD_E_SHARING_VIOLATION");
      DeviceFault fault = assertThrows(DeviceFault.class, slot::reset);
      assertEquals(DeviceFault.Kind.READER_FAILED, fault.kind());
      assertTrue(String.valueOf(fault.getMessage()).contains("Another program"), fault::toString);
    }
  }

  @Test
  void aSlotIsChosenByNameAmongThoseThereAre() {
    PcscReaders readers = new PcscReaders(service, PcscLimits.USUAL);
    DeviceFault fault = assertThrows(DeviceFault.class, () -> readers.open("Reader 1"));
    assertEquals(DeviceFault.Kind.READER_FAILED, fault.kind());
    service.unplug();
    assertEquals(List.of(), readers.names());
  }

  @Test
  void slotsThatAreOpenedOneAfterTheOtherShareOneConnection() throws CardRemovedException {
    PcscReaders readers = new PcscReaders(service, PcscLimits.USUAL);
    for (int times = 0; times < 50; times++) {
      try (PcscSlot slot = readers.open(FakeService.READER)) {
        slot.reset();
      }
    }
    assertTrue(connections() <= 3, () -> connections() + " connections, and none can be closed");
  }

  @Test
  void aClosedSlotStaysClosedAndMayBeClosedTwice() {
    PcscSlot slot = open(service);
    slot.close();
    slot.close();
    assertThrows(IllegalStateException.class, slot::reset);
  }

  private long connections() {
    return service.done.stream().filter("connect to the service"::equals).count();
  }

  private static PcscSlot open(FakeService service) {
    return new PcscReaders(service, PcscLimits.USUAL).open(FakeService.READER);
  }
}
