package io.caresettle.protocol.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm4Opener;
import io.caresettle.protocol.sm.Sm4Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A sealed envelope")
class EnvelopeTests {

  private static final String PHARMACY = "P00000000001";
  private static final Channel UP = new Channel(Direction.TERMINAL_TO_CENTRE, 0x0102L, PHARMACY);
  private static final byte[] MESSAGE = "3.50".getBytes(StandardCharsets.US_ASCII);

  private final EnvelopeSealer till = sealer(UP, 1);
  private final EnvelopeOpener centre = opener(UP, 1);

  @Test
  void bringsHeaderAndPayload() {
    OpenedEnvelope opened = centre.open(till.seal(9, "M-1", "M-0", 1_234L, MESSAGE));

    assertEquals(
        new EnvelopeHeader(
            Direction.TERMINAL_TO_CENTRE, 0x0102L, 1, 9, 1_234L, "M-1", "M-0", PHARMACY),
        opened.header());
    assertArrayEquals(MESSAGE, opened.payload().bytes());
  }

  @Test
  void isWrittenAsThePackageSays() {
    byte[] envelope = till.seal(9, "M-1", "", 1_234L, MESSAGE);
    String header =
        "01"
            + "01"
            + "01" // version, suite, direction
            + "0000000000000102" // session
            + "0000000000000001" // sequence
            + "0009" // type
            + "00000000000004d2" // time
            + "03"
            + "4d2d31" // M-1
            + "00" // answers nothing
            + "0c"
            + "503030303030303030303031"; // P00000000001
    assertEquals(header, HexFormat.of().formatHex(envelope).substring(0, header.length()));
    assertEquals(header.length() / 2 + MESSAGE.length + 16, envelope.length);
  }

  @Test
  void mayBeEmpty() {
    assertEquals(0, centre.open(till.seal(3, "M-1", "", 0, new byte[0])).payload().size());
  }

  @Test
  void doesNotShowItsPayload() {
    OpenedEnvelope opened = centre.open(till.seal(9, "M-1", "", 0, MESSAGE));
    assertEquals("Payload[4 bytes]", opened.payload().toString());
  }

  @Test
  void inAnotherNumberHasAnotherCiphertext() {
    byte[] first = till.seal(9, "M-1", "", 0, MESSAGE);
    byte[] second = till.seal(9, "M-1", "", 0, MESSAGE);
    int tail = MESSAGE.length + EnvelopeHeader.TAG_BYTES;
    assertEquals(
        false,
        Arrays.equals(
            Arrays.copyOfRange(first, first.length - tail, first.length - 16),
            Arrays.copyOfRange(second, second.length - tail, second.length - 16)));
  }

  @Nested
  @DisplayName("is refused, and its session is over,")
  class Refused {

    @Test
    void whenAnyBitOfItWasTurned() {
      byte[] envelope = till.seal(9, "M-1", "", 1_234L, MESSAGE);
      for (int bit = 0; bit < envelope.length * 8; bit++) {
        byte[] turned = envelope.clone();
        turned[bit / 8] ^= (byte) (1 << bit % 8);
        refusedForGood(turned, "bit " + bit);
      }
    }

    @Test
    void whenItWasCutAnywhere() {
      byte[] envelope = till.seal(9, "M-1", "", 1_234L, MESSAGE);
      for (int length = 0; length < envelope.length; length++) {
        refusedForGood(Arrays.copyOf(envelope, length), "cut to " + length);
      }
    }

    @Test
    void whenSomethingWasAddedToIt() {
      byte[] envelope = till.seal(9, "M-1", "", 1_234L, MESSAGE);
      refusedForGood(Arrays.copyOf(envelope, envelope.length + 1), "one byte more");
      byte[] twice = Arrays.copyOf(envelope, envelope.length * 2);
      System.arraycopy(envelope, 0, twice, envelope.length, envelope.length);
      refusedForGood(twice, "twice");
    }

    @Test
    void whenItComesAgain() {
      byte[] envelope = till.seal(9, "M-1", "", 0, MESSAGE);
      centre.open(envelope);
      refused(centre, envelope, "a repeat");
      refused(centre, till.seal(9, "M-2", "", 0, MESSAGE), "the next one, after a refusal");
    }

    @Test
    void whenOneBeforeItIsMissing() {
      byte[] unused = till.seal(9, "M-1", "", 0, MESSAGE);
      byte[] second = till.seal(9, "M-2", "", 0, MESSAGE);
      refused(centre, second, "a gap");
      refused(centre, unused, "the first one, too late");
    }

    @Test
    void whenItIsSentBackToItsSender() {
      EnvelopeOpener tillsOpener =
          opener(new Channel(Direction.CENTRE_TO_TERMINAL, 0x0102L, PHARMACY), 2);
      refused(tillsOpener, till.seal(9, "M-1", "", 0, MESSAGE), "reflected");
    }

    @Test
    void whenItBelongsToAnotherSessionInstitutionOrKey() {
      byte[] envelope = till.seal(9, "M-1", "", 0, MESSAGE);
      refused(opener(new Channel(UP.direction(), 0x0103L, PHARMACY), 1), envelope, "session");
      refused(
          opener(new Channel(UP.direction(), 0x0102L, "P00000000002"), 1), envelope, "institution");
      refused(opener(UP, 2), envelope, "key");
    }

    @Test
    void whenItIsLongerThanAnyMayBe() {
      refused(centre, new byte[EnvelopeHeader.MAX_ENVELOPE + 1], "too long");
    }

    private void refusedForGood(byte[] wrong, String what) {
      EnvelopeOpener opener = opener(UP, 1);
      refused(opener, wrong, what);
      refused(opener, sealer(UP, 1).seal(9, "M-1", "", 1_234L, MESSAGE), "after " + what);
    }

    private void refused(EnvelopeOpener opener, byte[] wrong, String what) {
      NotAuthentic refusal = assertThrows(NotAuthentic.class, () -> opener.open(wrong), what);
      // One exception and one text for every reason.
      assertEquals(NotAuthentic.envelope().getMessage(), refusal.getMessage(), what);
      assertEquals(null, refusal.getCause(), what);
    }
  }

  @Nested
  @DisplayName("is not made")
  class NotMade {

    @Test
    void ofMoreThanItCanCarryOrWithNamesThatAreNone() {
      byte[] tooMuch = new byte[EnvelopeHeader.MAX_PAYLOAD + 1];
      impossible(() -> till.seal(9, "M-1", "", 0, tooMuch));
      impossible(() -> till.seal(9, "", "", 0, MESSAGE));
      impossible(() -> till.seal(9, "M 1", "", 0, MESSAGE));
      impossible(() -> till.seal(9, "病", "", 0, MESSAGE));
      impossible(() -> till.seal(9, "M".repeat(65), "", 0, MESSAGE));
      impossible(() -> till.seal(0x10000, "M-1", "", 0, MESSAGE));

      // Nothing of that has spent a number.
      assertEquals(1, centre.open(till.seal(9, "M-1", "", 0, MESSAGE)).header().sequence());
    }

    private void impossible(Runnable sealing) {
      assertThrows(IllegalArgumentException.class, sealing::run);
    }
  }

  private static EnvelopeSealer sealer(Channel channel, int key) {
    return new EnvelopeSealer(channel, new Sm4Sealer(secret(16, key), secret(4, key)));
  }

  private static EnvelopeOpener opener(Channel channel, int key) {
    return new EnvelopeOpener(channel, new Sm4Opener(secret(16, key), secret(4, key)));
  }

  private static SecretBytes secret(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return SecretBytes.copyOf(bytes);
  }
}
