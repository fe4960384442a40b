package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a text says from one day on, until another where it has one.
 *
 * @param <T> the table of a number, or what is said in words
 */
record Dated<T>(LocalDate from, Optional<LocalDate> to, T said, Citation source) {

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Sees to it that a series has no gap, no overlap, and something for every day of its file. */
  static <T> void check(
      Tree tree, List<Dated<T>> series, LocalDate first, Optional<LocalDate> last) {
    for (int i = 0; i < series.size(); i++) {
      Dated<T> entry = series.get(i);
      boolean ends = entry.to().isPresent();
      if (ends && entry.to().get().isBefore(entry.from())) {
        throw tree.bad("an entry ends before it starts");
      }
      if (i + 1 < series.size()) {
        LocalDate next = series.get(i + 1).from();
        if (!ends || !next.equals(entry.to().get().plusDays(1))) {
          throw tree.bad("a gap or an overlap before " + next);
        }
      }
    }
    if (!cover(series, first, last)) {
      throw tree.bad("no number for the first or the last days of the file");
    }
  }

  /** Whether a series without gaps has something on every one of these days. */
  static <T> boolean cover(List<Dated<T>> series, LocalDate first, Optional<LocalDate> last) {
    Optional<LocalDate> end = series.get(series.size() - 1).to();
    return !series.get(0).from().isAfter(first)
        && end.map(day -> last.isPresent() && !day.isBefore(last.get())).orElse(true);
  }

  static <T> Optional<Dated<T>> on(List<Dated<T>> series, LocalDate day) {
    return series.stream().filter(entry -> entry.covers(day)).findFirst();
  }
}
