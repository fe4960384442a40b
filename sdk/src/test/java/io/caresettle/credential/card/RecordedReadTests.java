package io.caresettle.credential.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.problem.Misuse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Recorded reads are replayed, timed and traced")
class RecordedReadTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest(name = "{0}: specification {1}, {2} commands to the card")
  @CsvSource({"read-sm4, 3.00, 16", "read-3des, 2.00, 14"})
  void aRecordedReadIsReadAgainByteForByte(String file, String specification, int commands) {
    ReplayTransport card = ReplayTransport.of(CardTrace.Slot.CARD, recording(file));
    ReplayTransport psam = ReplayTransport.of(CardTrace.Slot.PSAM, recording(file));
    TimedTransport timed = new TimedTransport(card, new AtomicLong()::incrementAndGet);
    SocialSecurityCard read = read(timed, psam, CardTrace.OFF);
    assertEquals("A00000011", read.cardNumber());
    assertEquals("测试甲", read.name().reveal());
    assertEquals(specification, read.specification());
    assertEquals(0, card.left());
    assertEquals(0, psam.left());
    assertEquals(commands, timed.timings().count());
    assertEquals(1, timed.timings().medianNanos());
  }

  @Test
  void anUnexpectedCommandSaysWhereWhatAndWhatInsteadButNotItsData() {
    ReplayTransport card =
        ReplayTransport.of(
            CardTrace.Slot.CARD,
            """
            ; a remark

            CARD > 00200000
            CARD < 63C3
            TERM types a PIN
            CARD > 0020000003123456
            CARD < 9000
            """);
    card.transmit(hex("00200000"));
    assertEquals(1, card.left());
    Misuse misuse = assertThrows(Misuse.class, () -> card.transmit(hex("0020000003123499")));
    assertEquals(
        "Exchange 2 (line 7 of the recording): found 00200000 (8 bytes), expected 00200000 (8"
            + " bytes); they differ from byte 8 on",
        misuse.getMessage());
    assertEquals(1, card.left(), "the place is kept");
    assertArrayEquals(hex("9000"), card.transmit(hex("0020000003123456")));
    Misuse over = assertThrows(Misuse.class, () -> card.transmit(hex("00B2010012")));
    assertEquals(
        "Exchange 3: found 00B20100 (5 bytes), expected no more commands", over.getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "CARD > 0020000, 1",
    "READER > 00200000, 1",
    "CARD < 9000, 1",
    "CARD > 00200000, 1",
    "ATR 3B6D00, 1"
  })
  void aTextThatIsNoRecordingIsRefusedWithItsLine(String text, int line) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> ReplayTransport.of(CardTrace.Slot.CARD, text));
    assertTrue(refused.toString().contains("Line " + line + " "), refused::toString);
  }

  @Test
  void timesAreSummedUpByMedianAndTheSlowestHundredth() throws CardRemovedException {
    long[] now = {0};
    long[] cost = {0};
    CardTransport slot =
        new TimedTransportProbe(
            () -> {
              now[0] += cost[0];
            });
    TimedTransport timed = new TimedTransport(slot, () -> now[0]);
    assertEquals(new TimedTransport.Timings(0, 0, 0, 0), timed.timings());
    for (int i = 1; i <= 200; i++) {
      cost[0] = i;
      timed.transmit(hex("00200000"));
    }
    assertEquals(new TimedTransport.Timings(200, 20_100, 100, 198), timed.timings());
    timed.forget();
    assertEquals(0, timed.timings().count());
  }

  @Test
  void aCommandThatEndsInAFaultIsTimedToo() {
    TimedTransport timed =
        new TimedTransport(RecordedChip.card().removedAfter(0), new AtomicLong()::incrementAndGet);
    assertThrows(CardRemovedException.class, () -> timed.transmit(hex("00200000")));
    assertEquals(1, timed.timings().count());
  }

  @ParameterizedTest(name = "tag {0}: {2}")
  @CsvSource({
    "1, 16, 320500***",
    "3, 4, 3.00",
    "5, 4, 20240115",
    "6, 4, 20340115",
    "7, 9, A***1",
    "8, 18, ***",
    "9, 30, ***",
    "10, 1, ***",
    "13, 4, ***",
    "78, 20, ***"
  })
  void theTraceShowsOfEachItemWhatIsNobodysSecret(int tag, int length, String masked) {
    CardTrace.Field field = fields(RecordedChip.card()).get(indexOfTag(tag));
    assertEquals(tag, field.tag());
    assertEquals(length, field.length());
    assertEquals(masked, field.masked());
  }

  /** In the order of a read. */
  private static int indexOfTag(int tag) {
    return List.of(1, 3, 5, 6, 7, 8, 9, 78, 10, 13).indexOf(tag);
  }

  @Test
  void aNameInThePlaceOfADateIsNotShown() {
    // 4 bytes of a name where the last day belongs.
    RecordedChip card = RecordedChip.card().answering("00B2060006", "0604B2E2CAD49000");
    List<CardTrace.Field> fields = new ArrayList<>();
    assertThrows(
        RuntimeException.class,
        () -> read(card, RecordedChip.psam(), exchange -> exchange.field().ifPresent(fields::add)));
    assertEquals("***", fields.get(3).masked());
    assertFalse(fields.toString().contains("B2E2"), fields::toString);
  }

  private static List<CardTrace.Field> fields(RecordedChip card) {
    List<CardTrace.Field> fields = new ArrayList<>();
    read(card, RecordedChip.psam(), exchange -> exchange.field().ifPresent(fields::add));
    return fields;
  }

  private static SocialSecurityCard read(CardTransport card, CardTransport psam, CardTrace trace) {
    return new CardReader(trace).read(card, CardReaderTests.psam(psam), TODAY);
  }

  private static byte[] hex(String digits) {
    return RecordedChip.HEX.parseHex(digits);
  }

  private static String recording(String name) {
    try (InputStream in =
        Objects.requireNonNull(RecordedReadTests.class.getResourceAsStream(name + ".txt"), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A chip that answers 9000 after something happened. */
  private record TimedTransportProbe(Runnable before) implements CardTransport {
    @Override
    public byte[] reset() {
      return new byte[0];
    }

    @Override
    public byte[] transmit(byte[] command) {
      before.run();
      return hex("9000");
    }

    @Override
    public void close() {}
  }
}
