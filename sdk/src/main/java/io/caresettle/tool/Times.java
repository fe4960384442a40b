package io.caresettle.tool;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people at a counter read them: China's time. */
final class Times {

  private static final DateTimeFormatter CHINA =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss '(UTC+8)'", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private Times() {}

  static String china(Instant instant) {
    return CHINA.format(instant);
  }
}
