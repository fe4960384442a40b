package io.caresettle.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a download came to.
 *
 * @param file where it is; empty where there is nothing new
 * @param lines how many were taken
 * @param faulty how many were left out
 * @param faults what is wrong with the first of those
 * @param announced how many the platform said there are, where it did; others than came are a
 *     reason to ask the platform
 * @param newest the highest version among the lines, where the catalogue's columns are known: what
 *     to ask from next time
 */
public record Downloaded(
    Optional<Path> file,
    long lines,
    long faulty,
    List<LineFault> faults,
    Optional<Long> announced,
    Optional<String> newest) {

  static final Downloaded NOTHING =
      new Downloaded(Optional.empty(), 0, 0, List.of(), Optional.empty(), Optional.empty());

  public Downloaded {
    faults = List.copyOf(faults);
  }

  /** Whether as many lines came as were announced, and each had its form. */
  public boolean isWhole() {
    return faulty == 0 && announced.map(count -> count == lines).orElse(true);
  }
}
