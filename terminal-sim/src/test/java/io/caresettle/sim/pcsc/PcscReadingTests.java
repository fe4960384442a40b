package io.caresettle.sim.pcsc;

import static io.caresettle.sim.pcsc.Stories.SOON;
import static io.caresettle.sim.pcsc.Stories.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.credential.card.Pin;
import io.caresettle.credential.card.PinOutcome;
import io.caresettle.credential.card.PsamAuthenticator;
import io.caresettle.credential.card.pcsc.PcscReaders;
import io.caresettle.credential.card.pcsc.PcscSlot;
import io.caresettle.sim.card.VirtualPsam;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("cards over the real reader service")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("alone")
class PcscReadingTests {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String SELECT = "00A404000F7378312E73682EC9E7BBE1B1A3D5CF00";
  private static final String SELECTED =
      "6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C038601039000";
  private static final String PIN_TRIES = "00200000";

  private final ReaderService service = ReaderService.startOrSkip();
  private final PcscReaders readers = PcscReaders.ofThisMachine();

  @BeforeAll
  void insertThePsam() {
    service.insertPsam();
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @ParameterizedTest(name = "specification {0}")
  @ValueSource(strings = {"2.00", "3.00"})
  void aCardIsReadWithThePsamInTheSecondSlot(String specification) {
    service.insert(specification.equals("3.00") ? "ceshi-jia" : "ceshi-jia:" + specification);
    service.insertPsam();
    assertEquals(List.of(ReaderService.SOCIAL, ReaderService.PSAM), readers.names());
    try (PcscSlot card = readers.open(ReaderService.SOCIAL);
        PcscSlot psam = readers.open(ReaderService.PSAM)) {
      assertTrue(card.awaitCard(SOON));
      assertTrue(psam.awaitCard(SOON));
      SocialSecurityCard read = Stories.read(card, psam);
      Stories.assertJia(read);
      assertEquals(specification, read.specification());
      assertEquals(CardProof.PSAM, read.proof());
    }
  }

  @Test
  void noRightOutlivesThePatientAndNoProgramFindsAVerifiedPin() throws CardRemovedException {
    service.insert("ceshi-jia");
    try (PcscSlot card = readers.open(ReaderService.SOCIAL);
        Pin pin = Pin.of("123456".toCharArray())) {
      assertTrue(card.awaitCard(SOON));
      PinOutcome outcome =
          new CardReader()
              .readWithPin(card, new PsamAuthenticator(VirtualPsam.withTestRoots()), TODAY, pin)
              .pin();
      assertTrue(outcome.opensFiles(), outcome.toString());
      assertFalse(service.holdsRights());

      card.reset();
      say(card, SELECT);
      assertEquals("9000", say(card, "0020000003123456"));
      assertTrue(service.holdsRights());
      card.reset();
      say(card, SELECT);
      assertEquals("63C3", say(card, PIN_TRIES));
      assertEquals("9000", say(card, "0020000003123456"));
    }
    assertFalse(service.holdsRights());
    try (PcscSlot next = readers.open(ReaderService.SOCIAL)) {
      next.reset();
      say(next, SELECT);
      assertEquals("63C3", say(next, PIN_TRIES));
    }
  }

  /** Trace 4: what a card refuses. No command is repeated on the way, with whatever length. */
  @Test
  void whatACardRefusesComesThroughAsItsStatusWord() throws CardRemovedException {
    service.insert("ceshi-jia");
    try (PcscSlot card = readers.open(ReaderService.SOCIAL)) {
      assertTrue(card.awaitCard(SOON));
      card.reset();
      assertEquals("6A82", say(card, "00A4040006D1560000059900"));
      assertEquals(SELECTED, say(card, SELECT));
      assertEquals("6986", say(card, "00B2010412"));
      assertEquals("9000", say(card, "00A4020002EF05"));
      assertEquals("6C12", say(card, "00B2010400"));
      assertEquals("0110320500D15600000500000001FFFFFFFF9000", say(card, "00B2010412"));
      assertEquals("6A83", say(card, "00B2090400"));
      assertEquals("6984", say(card, "0082000A1000000000000000000000000000000000"));
      assertEquals("6D00", say(card, "00FF000000"));
      assertEquals(SELECTED, say(card, SELECT));
    }
  }

  @Test
  void twoTillsOnTwoSlotsNeverGetEachOthersPatient() throws Exception {
    service.insert("ceshi-jia");
    service.insertSecond("ceshi-yi");
    ExecutorService tills = Executors.newFixedThreadPool(2);
    CyclicBarrier together = new CyclicBarrier(2);
    try {
      Future<String> first = tills.submit(() -> serve(ReaderService.SOCIAL, together));
      Future<String> second = tills.submit(() -> serve(ReaderService.PSAM, together));
      assertEquals(List.of(Stories.JIA, "329900196205070029"), patients(first, second));
    } finally {
      tills.shutdownNow();
      service.insertPsam();
    }
  }

  /** Whom each till read; where one failed, why, and whom the other read. */
  private static List<String> patients(Future<String> first, Future<String> second)
      throws InterruptedException {
    List<String> read = new ArrayList<>();
    for (Future<String> till : List.of(first, second)) {
      try {
        read.add(till.get());
      } catch (ExecutionException e) {
        StringWriter why = new StringWriter();
        e.printStackTrace(new PrintWriter(why));
        read.add(why.toString());
      }
    }
    return read;
  }

  private String serve(String reader, CyclicBarrier together) throws Exception {
    String holder = "";
    try (PcscSlot card = readers.open(reader)) {
      assertTrue(card.awaitCard(SOON));
      for (int times = 0; times < 20; times++) {
        together.await(SOON.toSeconds(), TimeUnit.SECONDS);
        String read = Stories.read(card).identityNumber().reveal();
        assertTrue(holder.isEmpty() || holder.equals(read));
        holder = read;
      }
    }
    return holder;
  }

  @Test
  void aSlotIsHeldWhileACardIsReadAndLetGoWhenNobodySaysAnything() throws CardRemovedException {
    service.insert("ceshi-jia");
    try (PcscSlot ours = readers.open(ReaderService.SOCIAL);
        PcscSlot others = readers.open(ReaderService.SOCIAL)) {
      assertTrue(ours.awaitCard(SOON));
      ours.reset();
      say(ours, SELECT);
      long before = System.nanoTime();
      others.reset();
      long waited = System.nanoTime() - before;
      assertTrue(waited > 500_000_000L, "the other was let in after ns " + waited);
      assertTrue(waited < 3_000_000_000L, "the other had to wait for ns " + waited);
    }
  }

  private static String say(PcscSlot card, String command) throws CardRemovedException {
    return HEX.formatHex(card.transmit(HEX.parseHex(command)));
  }
}
