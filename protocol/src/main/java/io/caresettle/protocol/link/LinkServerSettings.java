package io.caresettle.protocol.link;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The bounds of a centre's end. A time that is longer than a year counts as a year.
 *
 * @param handshake how long a stranger may take to prove who it is, TLS included
 * @param maxLines how many terminals' lines are held at once; whoever comes then is hung up on
 * @param maxStrangers how many may be in their handshake at once, beside those lines; when one more
 *     comes, the one that came first is hung up on, so that silent ones keep no terminal out
 * @param maxInFlight how many requests of one line may wait; at this bound the line is not read
 *     until some are answered
 * @param maxInFlightBytes how many bytes of frames they may hold; exceeded by one frame at most
 * @param pulse when a quiet line is probed, and when it is closed
 * @param session when a session is ended, whatever the terminal thinks; twice what terminals keep
 * @param tls what TLS shows; without one there is no TLS, and no listening but on loopback
 * @param clock the centre's time, which every answer carries
 */
public record LinkServerSettings(
    Duration handshake,
    int maxLines,
    int maxStrangers,
    int maxInFlight,
    long maxInFlightBytes,
    Pulse pulse,
    SessionLimit session,
    Optional<SSLContext> tls,
    InstantSource clock) {

  public LinkServerSettings {
    LinkSettings.requirePositive("handshake", handshake);
    LinkSettings.requireRoom(maxInFlight, maxInFlightBytes);
    if (maxLines < 1) {
      throw new IllegalArgumentException("maxLines must be at least 1, not " + maxLines);
    }
    if (maxStrangers < 1) {
      throw new IllegalArgumentException("maxStrangers must be at least 1, not " + maxStrangers);
    }
  }

  /**
   * 3 s for a handshake, 256 lines and 64 strangers, 256 waiting requests or 4 MiB of each, twice
   * the standard session, no TLS, the system's clock.
   */
  public static LinkServerSettings standard() {
    return new LinkServerSettings(
        Duration.ofSeconds(3),
        256,
        64,
        256,
        4 << 20,
        Pulse.standard(),
        SessionLimit.standard().twice(),
        Optional.empty(),
        InstantSource.system());
  }

  public LinkServerSettings withHandshake(Duration handshake) {
    return new LinkServerSettings(
        handshake,
        maxLines,
        maxStrangers,
        maxInFlight,
        maxInFlightBytes,
        pulse,
        session,
        tls,
        clock);
  }

  public LinkServerSettings withMaxLines(int maxLines) {
    return new LinkServerSettings(
        handshake,
        maxLines,
        maxStrangers,
        maxInFlight,
        maxInFlightBytes,
        pulse,
        session,
        tls,
        clock);
  }

  public LinkServerSettings withMaxInFlight(int maxInFlight) {
    return new LinkServerSettings(
        handshake,
        maxLines,
        maxStrangers,
        maxInFlight,
        maxInFlightBytes,
        pulse,
        session,
        tls,
        clock);
  }

  public LinkServerSettings withMaxInFlightBytes(long maxInFlightBytes) {
    return new LinkServerSettings(
        handshake,
        maxLines,
        maxStrangers,
        maxInFlight,
        maxInFlightBytes,
        pulse,
        session,
        tls,
        clock);
  }

  public LinkServerSettings withPulse(Pulse pulse) {
    return new LinkServerSettings(
        handshake,
        maxLines,
        maxStrangers,
        maxInFlight,
        maxInFlightBytes,
        pulse,
        session,
        tls,
        clock);
  }

  public LinkServerSettings withSession(SessionLimit session) {
    return new LinkServerSettings(
        handshake,
        maxLines,
        maxStrangers,
        maxInFlight,
        maxInFlightBytes,
        pulse,
        session,
        tls,
        clock);
  }

  public LinkServerSettings withTls(SSLContext tls) {
    return new LinkServerSettings(
        handshake,
        maxLines,
        maxStrangers,
        maxInFlight,
        maxInFlightBytes,
        pulse,
        session,
        Optional.of(tls),
        clock);
  }

  public LinkServerSettings withClock(InstantSource clock) {
    return new LinkServerSettings(
        handshake,
        maxLines,
        maxStrangers,
        maxInFlight,
        maxInFlightBytes,
        pulse,
        session,
        tls,
        clock);
  }
}
