package io.caresettle.policy.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.reading.Fault;
import io.caresettle.reading.ReadingFailed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A change of the pack that has every key is told with its place, word for word")
class NewFaultsTest {

  /** What the pack says, what it says instead, and all that is told of it. */
  private record Change(String right, String wrong, String told) {
    @Override
    public String toString() {
      return wrong.strip() + " instead of " + right.strip();
    }
  }

  static Stream<Change> changes() {
    return Arrays.stream(Texts.text("/io/caresettle/policy/faults.txt").split("\\R\\R"))
        .map(
            block -> {
              List<String> lines = block.lines().toList();
              String told = lines.stream().skip(2).collect(Collectors.joining("\n"));
              return new Change(
                  lines.get(0).substring(2), lines.get(1).substring(2).replace("\\n", "\n"), told);
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void isToldWithItsPlace(Change change) {
    String pack = Texts.with(Texts.WHOLE, change.right(), change.wrong());
    ReadingFailed failed = assertThrows(ReadingFailed.class, () -> Pack.of("p", pack));
    assertEquals(
        change.told(),
        failed.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")));
  }
}
