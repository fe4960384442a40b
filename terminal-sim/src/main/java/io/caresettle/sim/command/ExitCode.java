package io.caresettle.sim.command;

/** What a command ends with, the same for all of them. */
final class ExitCode {

  static final int GOOD = 0;

  /** It ran, and found a failure, a refusal or a difference. */
  static final int FOUND = 1;

  /** Bad input or usage. */
  static final int BAD_INPUT = 2;

  /** The centre could not be reached, or an outcome is unknown. */
  static final int UNREACHABLE = 3;

  private ExitCode() {}
}
