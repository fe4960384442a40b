package io.caresettle.centre.national.flow;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times as the interface writes them, by the clock of China. */
final class Times {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private Times() {}

  static String text(Instant at) {
    return TIME.format(at.atOffset(CHINA));
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, CHINA);
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(CHINA);
  }

  /** Empty where it is none; fractions of a second, and a T for the blank, are taken too. */
  static Optional<Instant> read(String text) {
    String plain = text.strip().replace('T', ' ');
    String whole = plain.length() > 19 ? plain.substring(0, 19) : plain;
    try {
      return whole.length() == 10
          ? Optional.of(start(LocalDate.parse(whole)))
          : Optional.of(LocalDateTime.parse(whole, TIME).toInstant(CHINA));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> readDay(String text) {
    return read(text).map(Times::day);
  }
}
