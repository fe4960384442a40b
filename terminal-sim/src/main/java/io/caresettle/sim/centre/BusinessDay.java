package io.caresettle.sim.centre;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The days that the centre books in: each ends at the cut-off, and what comes later that evening
 * counts for the next.
 *
 * @param cutOff in China; midnight for days like the calendar's
 */
record BusinessDay(LocalTime cutOff) {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  LocalDate of(Instant moment) {
    ZonedDateTime local = moment.atZone(CHINA);
    boolean evening = isEvening() && !local.toLocalTime().isBefore(cutOff);
    return evening ? local.toLocalDate().plusDays(1) : local.toLocalDate();
  }

  /** The first moment that counts no more for {@code day}. */
  Instant endOf(LocalDate day) {
    LocalDate last = isEvening() ? day : day.plusDays(1);
    return last.atTime(cutOff).atZone(CHINA).toInstant();
  }

  private boolean isEvening() {
    return !cutOff.equals(LocalTime.MIDNIGHT);
  }
}
