package io.caresettle.tool;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people at a counter read them: China's time. */
final class Times {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter CHINA =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss '(UTC+8)'", Locale.ROOT).withZone(ZONE);

  private Times() {}

  /** The day in China on which it is. */
  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  static String china(Instant instant) {
    return CHINA.format(instant);
  }
}
