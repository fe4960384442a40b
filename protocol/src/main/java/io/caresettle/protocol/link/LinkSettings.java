package io.caresettle.protocol.link;

import io.caresettle.protocol.envelope.EnvelopeHeader;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/**
 * The bounds of a terminal's link. A time that is longer than a year counts as a year.
 *
 * @param connect how long making a line to one address may take
 * @param handshake how long both parties may take to prove themselves, TLS included
 * @param maxInFlight how many calls may wait at once
 * @param maxInFlightBytes how many bytes of payload they may hold together; at least one largest
 *     payload
 * @param keepSilentLine how long a line that fell silent is kept for late answers
 * @param pulse when a quiet line is probed, and when it is closed
 * @param backoff how long to wait before connecting again
 * @param session when a session is replaced by a fresh one
 * @param tls what TLS trusts and shows; where there is none, the JDK's default, and no TLS on
 *     loopback
 * @param random where the jitter comes from; used by one thread at a time
 * @param clock what messages are stamped with
 */
public record LinkSettings(
    Duration connect,
    Duration handshake,
    int maxInFlight,
    long maxInFlightBytes,
    Duration keepSilentLine,
    Pulse pulse,
    Backoff backoff,
    SessionLimit session,
    Optional<SSLContext> tls,
    RandomGenerator random,
    InstantSource clock) {

  public LinkSettings {
    requirePositive("connect", connect);
    requirePositive("handshake", handshake);
    requirePositive("keepSilentLine", keepSilentLine);
    requireRoom(maxInFlight, maxInFlightBytes);
  }

  /**
   * 3 s to connect, 3 s for the handshake, 256 calls or 16 MiB in flight, silent lines kept for 30
   * s; pulse, backoff and session as their standards say; no TLS context of its own.
   */
  public static LinkSettings standard() {
    return new LinkSettings(
        Duration.ofSeconds(3),
        Duration.ofSeconds(3),
        256,
        16 << 20,
        Duration.ofSeconds(30),
        Pulse.standard(),
        Backoff.standard(),
        SessionLimit.standard(),
        Optional.empty(),
        new SecureRandom(),
        InstantSource.system());
  }

  public LinkSettings withHandshake(Duration handshake) {
    return new LinkSettings(
        connect,
        handshake,
        maxInFlight,
        maxInFlightBytes,
        keepSilentLine,
        pulse,
        backoff,
        session,
        tls,
        random,
        clock);
  }

  public LinkSettings withMaxInFlight(int maxInFlight) {
    return new LinkSettings(
        connect,
        handshake,
        maxInFlight,
        maxInFlightBytes,
        keepSilentLine,
        pulse,
        backoff,
        session,
        tls,
        random,
        clock);
  }

  public LinkSettings withMaxInFlightBytes(long maxInFlightBytes) {
    return new LinkSettings(
        connect,
        handshake,
        maxInFlight,
        maxInFlightBytes,
        keepSilentLine,
        pulse,
        backoff,
        session,
        tls,
        random,
        clock);
  }

  public LinkSettings withPulse(Pulse pulse) {
    return new LinkSettings(
        connect,
        handshake,
        maxInFlight,
        maxInFlightBytes,
        keepSilentLine,
        pulse,
        backoff,
        session,
        tls,
        random,
        clock);
  }

  public LinkSettings withSession(SessionLimit session) {
    return new LinkSettings(
        connect,
        handshake,
        maxInFlight,
        maxInFlightBytes,
        keepSilentLine,
        pulse,
        backoff,
        session,
        tls,
        random,
        clock);
  }

  public LinkSettings withTls(SSLContext tls) {
    return new LinkSettings(
        connect,
        handshake,
        maxInFlight,
        maxInFlightBytes,
        keepSilentLine,
        pulse,
        backoff,
        session,
        Optional.of(tls),
        random,
        clock);
  }

  public LinkSettings withRandom(RandomGenerator random) {
    return new LinkSettings(
        connect,
        handshake,
        maxInFlight,
        maxInFlightBytes,
        keepSilentLine,
        pulse,
        backoff,
        session,
        tls,
        random,
        clock);
  }

  public LinkSettings withClock(InstantSource clock) {
    return new LinkSettings(
        connect,
        handshake,
        maxInFlight,
        maxInFlightBytes,
        keepSilentLine,
        pulse,
        backoff,
        session,
        tls,
        random,
        clock);
  }

  static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be longer than nothing, not " + duration);
    }
  }

  static void requireRoom(int maxInFlight, long maxInFlightBytes) {
    if (maxInFlight < 1) {
      throw new IllegalArgumentException("maxInFlight must be at least 1, not " + maxInFlight);
    }
    if (maxInFlightBytes < EnvelopeHeader.MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          "maxInFlightBytes must be at least "
              + EnvelopeHeader.MAX_PAYLOAD
              + ", the largest payload, not "
              + maxInFlightBytes);
    }
  }
}
