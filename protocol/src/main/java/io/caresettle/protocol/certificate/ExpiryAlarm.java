package io.caresettle.protocol.certificate;

import java.time.Duration;
import java.time.Instant;

/**
 * How urgent it is to renew certificates.
 *
 * @param days whole days that are left; 0 on the last day and afterwards
 */
public record ExpiryAlarm(Level level, long days) {

  private static final long RENEW_DAYS = 30;
  private static final long URGENT_DAYS = 7;

  /** What to do. */
  public enum Level {
    /** Nothing: more than 30 days are left. */
    FINE,
    /** Renew now: at most 30 days are left. */
    RENEW,
    /** Renew now and tell the administrator: at most 7 days are left. */
    URGENT,
    /** Too late to renew: enrol again. */
    EXPIRED
  }

  /** What to do about a validity at {@code now}. */
  public static ExpiryAlarm of(Validity validity, Instant now) {
    if (validity.endedBefore(now)) {
      return new ExpiryAlarm(Level.EXPIRED, 0);
    }
    Duration left = Duration.between(now, validity.to().plusSeconds(1));
    if (left.compareTo(Duration.ofDays(RENEW_DAYS)) > 0) {
      return new ExpiryAlarm(Level.FINE, left.toDays());
    }
    boolean urgent = left.compareTo(Duration.ofDays(URGENT_DAYS)) <= 0;
    return new ExpiryAlarm(urgent ? Level.URGENT : Level.RENEW, left.toDays());
  }

  /** A line for the counter's screen, Chinese and English. */
  public String text() {
    return switch (level) {
      case FINE -> "终端证书有效 / the certificates are valid for " + days + " days";
      case RENEW -> "终端证书将于" + days + "天后过期，请更新 / renew the certificates: " + days + " days left";
      case URGENT ->
          "终端证书将于"
              + days
              + "天后过期，请立即联系管理员 / renew the certificates at once and tell the administrator: "
              + days
              + " days left";
      case EXPIRED -> "终端证书已过期，请重新激活 / the certificates have expired: enrol again";
    };
  }
}
