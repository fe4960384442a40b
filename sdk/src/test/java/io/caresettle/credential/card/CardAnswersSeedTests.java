package io.caresettle.credential.card;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What fuzzing began with and what it found is read again in every run, without a fuzzer. */
@DisplayName("Whatever a card answers, it does no harm")
class CardAnswersSeedTests {

  private static List<byte[]> seeds() throws IOException, URISyntaxException {
    var folder = CardAnswersSeedTests.class.getResource("CardAnswersFuzzInputs/fuzz");
    try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
      return files.sorted().map(CardAnswersSeedTests::bytes).toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theKeptSeedsAreReadAgain() throws IOException, URISyntaxException {
    List<byte[]> seeds = seeds();
    assertFalse(seeds.isEmpty());
    for (byte[] seed : seeds) {
      assertDoesNotThrow(() -> CardAnswersTargets.answers(seed));
    }
  }

  /** A poor man's fuzzer over good reads, the same in every run. */
  @Test
  void goodReadsWithBytesChangedAndCutOffDoNoHarm() throws IOException, URISyntaxException {
    Random random = new Random(20261120);
    for (byte[] seed : seeds()) {
      for (int i = 0; i < 3_000; i++) {
        byte[] changed = seed.clone();
        for (int n = random.nextInt(4); n >= 0 && changed.length > 0; n--) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        byte[] cut =
            random.nextInt(4) == 0
                ? java.util.Arrays.copyOf(changed, random.nextInt(changed.length + 1))
                : changed;
        assertDoesNotThrow(() -> CardAnswersTargets.answers(cut));
      }
    }
  }
}
