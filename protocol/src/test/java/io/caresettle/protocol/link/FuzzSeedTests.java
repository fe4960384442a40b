package io.caresettle.protocol.link;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fuzzing began with and what it found is read again in every run, without a fuzzer. */
@DisplayName("The kept seeds of the fuzz targets do no harm")
class FuzzSeedTests {

  private static final Map<String, Consumer<byte[]>> TARGETS =
      Map.of(
          "FrameFuzz", FuzzTargets::frame,
          "EnvelopeFuzz", FuzzTargets::envelope,
          "DocumentFuzz", FuzzTargets::document,
          "MessageFuzz", FuzzTargets::message);

  @ParameterizedTest
  @ValueSource(strings = {"FrameFuzz", "EnvelopeFuzz", "DocumentFuzz", "MessageFuzz"})
  void whenTheyAreReadAgain(String target) throws IOException, URISyntaxException {
    Consumer<byte[]> read = Objects.requireNonNull(TARGETS.get(target));
    var folder = FuzzSeedTests.class.getResource(target + "Inputs/fuzz");
    List<Path> seeds;
    try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
      seeds = files.sorted().toList();
    }
    assertFalse(seeds.isEmpty());
    for (Path seed : seeds) {
      byte[] bytes = Files.readAllBytes(seed);
      assertDoesNotThrow(() -> read.accept(bytes), seed.getFileName().toString());
    }
  }
}
