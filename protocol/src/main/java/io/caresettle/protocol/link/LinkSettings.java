package io.caresettle.protocol.link;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The bounds of a terminal's link.
 *
 * @param connect how long making a line may take
 * @param handshake how long both parties may take to prove themselves
 * @param maxInFlight how many calls may wait at once
 * @param keepSilentLine how long a line that fell silent is kept for late answers
 * @param clock what messages are stamped with
 */
public record LinkSettings(
    Duration connect,
    Duration handshake,
    int maxInFlight,
    Duration keepSilentLine,
    InstantSource clock) {

  public LinkSettings {
    requirePositive("connect", connect);
    requirePositive("handshake", handshake);
    requirePositive("keepSilentLine", keepSilentLine);
    if (maxInFlight < 1) {
      throw new IllegalArgumentException("maxInFlight must be at least 1, not " + maxInFlight);
    }
  }

  /** 3 s to connect, 3 s for the handshake, 256 calls in flight, silent lines kept for 30 s. */
  public static LinkSettings standard() {
    return new LinkSettings(
        Duration.ofSeconds(3),
        Duration.ofSeconds(3),
        256,
        Duration.ofSeconds(30),
        InstantSource.system());
  }

  public LinkSettings withHandshake(Duration handshake) {
    return new LinkSettings(connect, handshake, maxInFlight, keepSilentLine, clock);
  }

  public LinkSettings withMaxInFlight(int maxInFlight) {
    return new LinkSettings(connect, handshake, maxInFlight, keepSilentLine, clock);
  }

  public LinkSettings withClock(InstantSource clock) {
    return new LinkSettings(connect, handshake, maxInFlight, keepSilentLine, clock);
  }

  static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be longer than nothing, not " + duration);
    }
  }
}
