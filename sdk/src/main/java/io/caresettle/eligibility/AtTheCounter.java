package io.caresettle.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What only the counter knows of a visit.
 *
 * @param dispensedAt when medicine was handed out
 * @param outdatedSince since when there is a newer catalogue than the one in use here; empty where
 *     it is the newest
 */
public record AtTheCounter(Instant dispensedAt, Optional<LocalDate> outdatedSince) {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** With the newest catalogue; medicine counts as handed out by the end of the day of service. */
  public static AtTheCounter on(LocalDate serviceDate) {
    Instant endOfDay = serviceDate.plusDays(1).atStartOfDay(CHINA).toInstant();
    return new AtTheCounter(endOfDay.minusNanos(1), Optional.empty());
  }
}
