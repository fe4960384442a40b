package io.caresettle.console;

/** What a command ends with, the same for all of them and for every program. */
public final class ExitCode {

  public static final int GOOD = 0;

  /** It ran, and found a failure, a refusal or a difference. */
  public static final int FOUND = 1;

  /** Bad input or usage. */
  public static final int BAD_INPUT = 2;

  /** The centre could not be reached, or an outcome is unknown. */
  public static final int UNREACHABLE = 3;

  /** All is well today, and will not stay so: somebody has to renew keys now. */
  public static final int RENEW = 4;

  /** Nothing can be used today: no key is valid. */
  public static final int EXPIRED = 5;

  private ExitCode() {}
}
