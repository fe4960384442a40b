package io.caresettle.protocol.sm;

/**
 * What one known-answer test came to.
 *
 * @param passed whether this implementation gives the known answer, or refuses what is known to be
 *     wrong
 * @param found in one sentence, what was found where it differs; empty where it passed
 */
public record Verdict(boolean passed, String found) {

  private static final Verdict PASSED = new Verdict(true, "");

  static Verdict pass() {
    return PASSED;
  }

  static Verdict fail(String found) {
    return new Verdict(false, found);
  }

  /** Passed where {@code holds}, otherwise failed with {@code otherwise}. */
  static Verdict of(boolean holds, String otherwise) {
    return holds ? PASSED : fail(otherwise);
  }
}
