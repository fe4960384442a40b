package io.caresettle.protocol.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.session.CentreHandshake.Responded;
import io.caresettle.protocol.session.TerminalHandshake.Confirmed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A handshake")
class HandshakeTests {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final PartyKeys TILL = PartyKeys.generate("TILL-1", RANDOM);
  private static final PartyKeys CENTRE = PartyKeys.generate("CENTRE", RANDOM);
  private static final String PHARMACY = "P00000000001";

  private final TerminalHandshake till =
      new TerminalHandshake(TILL, CENTRE.identity(), PHARMACY, RANDOM);
  private final CentreHandshake centre = centreWith(CENTRE);

  @Test
  void givesBothEndsOneSessionAndTheNameOfTheOther() {
    Responded responded = centre.respond(till.hello());
    Confirmed confirmed = till.confirm(responded.frame());
    Session ofCentre = responded.confirmedBy(confirmed.frame());
    Session ofTill = confirmed.ready(CentreHandshake.ready(ofCentre, 7));

    assertEquals(ofCentre.id(), ofTill.id());
    assertEquals(new PeerInfo(TILL.identity(), PHARMACY), ofCentre.peer());
    assertEquals(new PeerInfo(CENTRE.identity(), PHARMACY), ofTill.peer());

    byte[] bill = "3.50".getBytes(StandardCharsets.US_ASCII);
    var up = ofCentre.open(ofTill.seal(9, "M-1", "", 1, bill));
    assertArrayEquals(bill, up.payload().bytes());
    var down = ofTill.open(ofCentre.seal(10, "C-1", "M-1", 2, bill));
    assertEquals("M-1", down.header().inReplyTo());
    assertEquals(2, down.header().sequence()); // ready was the first
  }

  @Test
  void givesAnotherSessionEveryTime() {
    Session first = session();
    Session second = session();
    assertNotEquals(first.id(), second.id());
  }

  @Test
  void staysWithinTheFrameThatStrangersAreAllowed() {
    PartyKeys longest = PartyKeys.generate("C".repeat(64), RANDOM);
    byte[] hello =
        new TerminalHandshake(
                PartyKeys.generate("T".repeat(64), RANDOM),
                longest.identity(),
                "P".repeat(32),
                RANDOM)
            .hello();
    assertTrue(hello.length <= TerminalHandshake.MAX_FRAME, "bytes: " + hello.length);
  }

  @Nested
  @DisplayName("fails")
  class Fails {

    @Test
    void whenAnyBitOfTheHelloWasTurned() {
      byte[] hello = till.hello();
      for (int bit = 0; bit < hello.length * 8; bit++) {
        byte[] turned = turned(hello, bit);
        fails("bit " + bit + " of the hello", () -> finish(till, centre.respond(turned)));
      }
    }

    @Test
    void whenAnyBitOfTheResponseWasTurned() {
      byte[] response = centre.respond(till.hello()).frame();
      for (int bit = 0; bit < response.length * 8; bit++) {
        byte[] turned = turned(response, bit);
        fails("bit " + bit + " of the response", () -> till.confirm(turned));
      }
    }

    @Test
    void whenAnyBitOfTheConfirmationWasTurned() {
      Responded responded = centre.respond(till.hello());
      byte[] confirm = till.confirm(responded.frame()).frame();
      for (int bit = 0; bit < confirm.length * 8; bit++) {
        byte[] turned = turned(confirm, bit);
        fails("bit " + bit + " of the confirmation", () -> responded.confirmedBy(turned));
      }
    }

    @Test
    void whenAFrameIsLongerOrShorter() {
      byte[] hello = till.hello();
      Responded responded = centre.respond(hello);
      byte[] response = responded.frame();
      byte[] confirm = till.confirm(response).frame();
      for (int change : new int[] {-1, 1}) {
        fails("hello", () -> centre.respond(Arrays.copyOf(hello, hello.length + change)));
        fails("response", () -> till.confirm(Arrays.copyOf(response, response.length + change)));
        fails(
            "confirm",
            () -> responded.confirmedBy(Arrays.copyOf(confirm, confirm.length + change)));
      }
      fails("nothing", () -> centre.respond(new byte[0]));
    }

    @Test
    void withACentreThatHasOtherKeys() {
      PartyKeys impostor = PartyKeys.generate("CENTRE", RANDOM);
      TerminalHandshake deceived =
          new TerminalHandshake(TILL, impostor.identity(), PHARMACY, RANDOM);
      byte[] response = centreWith(impostor).respond(deceived.hello()).frame();
      fails("another centre", () -> till.confirm(response));
      byte[] honest = centre.respond(deceived.hello()).frame();
      fails("meant another centre", () -> deceived.confirm(honest));
    }

    @Test
    void withACentreThatHasTheSameKeysUnderAnotherName() {
      PartyKeys renamed = new PartyKeys("OTHER", CENTRE.signing(), CENTRE.encryption());
      byte[] response = centreWith(renamed).respond(till.hello()).frame();
      fails("another name", () -> till.confirm(response));
    }

    @Test
    void withATerminalThatIsNotEnrolledOrNotForThisInstitution() {
      PartyKeys stranger = PartyKeys.generate("TILL-1", RANDOM);
      fails(
          "a stranger",
          () ->
              centre.respond(
                  new TerminalHandshake(stranger, CENTRE.identity(), PHARMACY, RANDOM).hello()));
      fails(
          "another institution",
          () ->
              centre.respond(
                  new TerminalHandshake(TILL, CENTRE.identity(), "P00000000002", RANDOM).hello()));
    }

    @Test
    void withWhoRepeatsARecordedHandshake() {
      byte[] hello = till.hello();
      Responded first = centre.respond(hello);
      byte[] confirm = till.confirm(first.frame()).frame();
      first.confirmedBy(confirm);

      Responded again = centre.respond(hello);
      fails("a recorded confirmation", () -> again.confirmedBy(confirm));
      TerminalHandshake another = new TerminalHandshake(TILL, CENTRE.identity(), PHARMACY, RANDOM);
      fails("a recorded response", () -> another.confirm(first.frame()));
    }

    @Test
    void withWhoSendsAFrameBackOrOutOfTurn() {
      byte[] hello = till.hello();
      Responded responded = centre.respond(hello);
      fails("reflected hello", () -> till.confirm(hello));
      fails("reflected response", () -> responded.confirmedBy(responded.frame()));
      fails("confirm first", () -> centre.respond(till.confirm(responded.frame()).frame()));
    }

    @Test
    void whenTheFirstEnvelopeIsNotTheCentresReady() {
      Responded responded = centre.respond(till.hello());
      Confirmed confirmed = till.confirm(responded.frame());
      Session ofCentre = responded.confirmedBy(confirmed.frame());
      byte[] money = ofCentre.seal(10, "C-1", "M-1", 0, new byte[0]);
      fails("money before ready", () -> confirmed.ready(money));
    }

    private void finish(TerminalHandshake terminal, Responded responded) {
      responded.confirmedBy(terminal.confirm(responded.frame()).frame());
    }

    private void fails(String what, Runnable step) {
      NotAuthentic refusal = assertThrows(NotAuthentic.class, step::run, what);
      assertEquals(null, refusal.getCause(), what);
    }
  }

  private Session session() {
    TerminalHandshake fresh = new TerminalHandshake(TILL, CENTRE.identity(), PHARMACY, RANDOM);
    Responded responded = centre.respond(fresh.hello());
    return responded.confirmedBy(fresh.confirm(responded.frame()).frame());
  }

  private static CentreHandshake centreWith(PartyKeys keys) {
    return new CentreHandshake(
        keys,
        (keyId, institution) ->
            Optional.of(TILL.identity())
                .filter(known -> known.keyId().equals(keyId) && institution.equals(PHARMACY)),
        RANDOM);
  }

  private static byte[] turned(byte[] frame, int bit) {
    byte[] turned = frame.clone();
    turned[bit / 8] ^= (byte) (1 << bit % 8);
    return turned;
  }
}
