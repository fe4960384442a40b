package io.caresettle.protocol.link;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The bounds of a centre's end.
 *
 * @param handshake how long a stranger may take to prove who it is
 * @param maxLines how many lines are held at once, strangers included
 * @param maxInFlight how many requests of one line may wait to be handled
 * @param clock the centre's time, which every answer carries
 */
public record LinkServerSettings(
    Duration handshake, int maxLines, int maxInFlight, InstantSource clock) {

  public LinkServerSettings {
    LinkSettings.requirePositive("handshake", handshake);
    if (maxLines < 1 || maxInFlight < 1) {
      throw new IllegalArgumentException("maxLines and maxInFlight must be at least 1");
    }
  }

  /** 3 s for a handshake, 256 lines, 256 waiting requests of each, the system's clock. */
  public static LinkServerSettings standard() {
    return new LinkServerSettings(Duration.ofSeconds(3), 256, 256, InstantSource.system());
  }

  public LinkServerSettings withHandshake(Duration handshake) {
    return new LinkServerSettings(handshake, maxLines, maxInFlight, clock);
  }

  public LinkServerSettings withClock(InstantSource clock) {
    return new LinkServerSettings(handshake, maxLines, maxInFlight, clock);
  }
}
