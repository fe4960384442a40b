package io.caresettle.sim.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.credential.card.CardTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/** A recorded conversation that is held again: each {@code >} is sent, each {@code <} expected. */
final class Dialogue {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final CardTransport card;
  private final CardTransport psam;

  Dialogue(CardTransport card, CardTransport psam) {
    this.card = card;
    this.psam = psam;
  }

  /** A conversation among the test resources. */
  static String recorded(String name) {
    try (InputStream in =
        Objects.requireNonNull(Dialogue.class.getResourceAsStream(name + ".txt"), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void hold(String trace) throws CardRemovedException {
    byte[] answer = new byte[0];
    int number = 0;
    for (String line : trace.strip().lines().toList()) {
      number++;
      String[] words = line.strip().split("\\s+", 4);
      CardTransport chip = words[0].equals("SAM") ? psam : card;
      if (words[1].equals(">")) {
        answer = chip.transmit(HEX.parseHex(words[2]));
      } else {
        assertEquals(words[2], HEX.formatHex(answer), "line " + number + ": " + line);
      }
    }
  }
}
