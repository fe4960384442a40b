package io.caresettle.protocol.link;

import java.time.Duration;

/**
 * How long a line may be quiet.
 *
 * <p>Only whole authentic messages count: bytes that drip in one by one are silence.
 *
 * @param probeAfter after how long the other end is asked whether it is there, and how often again
 * @param closeAfter after how long without a message the line is given up; also how long a line may
 *     take no bytes
 */
public record Pulse(Duration probeAfter, Duration closeAfter) {

  public Pulse {
    LinkSettings.requirePositive("probeAfter", probeAfter);
    if (closeAfter.compareTo(probeAfter) <= 0) {
      throw new IllegalArgumentException(
          "closeAfter must be longer than probeAfter ("
              + probeAfter
              + "), or no answer could come in between; it is "
              + closeAfter);
    }
  }

  /** Probed after 15 s, closed after 45 s: three beats may be missed. */
  public static Pulse standard() {
    return new Pulse(Duration.ofSeconds(15), Duration.ofSeconds(45));
  }
}
