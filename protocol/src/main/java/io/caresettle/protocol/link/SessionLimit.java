package io.caresettle.protocol.link;

import java.time.Duration;

/**
 * How much one session's keys may be used.
 *
 * @param messages how many messages in either direction, heartbeats included
 * @param age how long; a year at most, and what is longer is a year
 */
public record SessionLimit(long messages, Duration age) {

  public SessionLimit {
    LinkSettings.requirePositive("age", age);
    age = Waits.shortened(age);
    if (messages < 1 || messages > 1L << 31) {
      throw new IllegalArgumentException("messages must be 1 to 2^31, not " + messages);
    }
  }

  /** 2^20 messages or one hour. */
  public static SessionLimit standard() {
    return new SessionLimit(1 << 20, Duration.ofHours(1));
  }

  /** What is tolerated of a peer that should have renewed its session at this limit. */
  public SessionLimit twice() {
    return new SessionLimit(Math.min(messages * 2, 1L << 31), age.multipliedBy(2));
  }
}
