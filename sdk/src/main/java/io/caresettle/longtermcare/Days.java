package io.caresettle.longtermcare;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days in a row, both ends included.
 *
 * @param last empty while it goes on
 */
public record Days(LocalDate first, Optional<LocalDate> last) {

  /**
   * @throws IllegalArgumentException when the last day lies before the first
   */
  public Days {
    if (last.filter(day -> day.isBefore(first)).isPresent()) {
      throw new IllegalArgumentException(
          "The days end before they begin: " + first + " to " + last);
    }
  }

  public static Days between(LocalDate first, LocalDate last) {
    return new Days(first, Optional.of(last));
  }

  public static Days since(LocalDate first) {
    return new Days(first, Optional.empty());
  }

  /** Whether {@code day} is one of them. */
  public boolean hold(LocalDate day) {
    return !day.isBefore(first) && last.map(end -> !day.isAfter(end)).orElse(true);
  }

  /** {@code 2026-01-01 – 2026-12-31}, or {@code 2026-01-01 –}. */
  @Override
  public String toString() {
    return first + " –" + last.map(day -> " " + day).orElse("");
  }
}
