package io.caresettle.protocol;

import java.util.Random;

/**
 * How much a randomised test does: a little in {@code verify}, much in the profile {@code deep}.
 *
 * <p>{@code -Dcaresettle.seed=…} repeats a run.
 */
public final class Tier {

  private Tier() {}

  /** Whether this is the deep tier. */
  public static boolean isDeep() {
    return "deep".equals(System.getProperty("caresettle.tier"));
  }

  /** How often to do something. */
  public static int times(int inVerify, int inDeep) {
    return isDeep() ? inDeep : inVerify;
  }

  /** Repeatable randomness; the seed is printed with what it is for. */
  public static Random random(String what) {
    long seed = Long.getLong("caresettle.seed", System.nanoTime());
    System.out.println(what + ": -Dcaresettle.seed=" + seed);
    return new Random(seed);
  }

  /** Whether a device or program that is absent fails the run instead of being passed over. */
  public static boolean devicesAreRequired() {
    return "required".equals(System.getProperty("caresettle.devices"))
        || "required".equals(System.getenv("CARESETTLE_DEVICES"));
  }
}
