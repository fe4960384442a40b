package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A bill counts in the year of its first day, or of its discharge")
class SettlementYearTest {

  @ParameterizedTest(name = "a year from {0}/{1}: a visit from {2} to {3} counts in {4}, or {5}")
  @CsvSource({
    "1, 1, 2025-12-20, 2026-01-05, 2025, 2026",
    "7, 1, 2026-06-30, 2026-07-01, 2025, 2026",
    "7, 1, 2026-07-01, 2026-08-01, 2026, 2026",
    "7, 15, 2026-07-14, 2026-07-15, 2025, 2026",
    "7, 15, 2026-06-30, 2026-08-01, 2025, 2026",
  })
  void aYearIsCalledAfterTheOneItStartsIn(
      int month, int day, LocalDate from, LocalDate to, int first, int discharge) {
    assertEquals(first, new SettlementYear(month, day, false).of(from, to));
    assertEquals(discharge, new SettlementYear(MonthDay.of(month, day), true).of(from, to));
    assertEquals(MonthDay.of(month, day), new SettlementYear(month, day, true).starts());
  }

  @Test
  void aYearStartsOnADayThatEveryYearHas() {
    assertEquals(28, new SettlementYear(2, 28, false).day());
    assertEquals(1, SettlementYear.CALENDAR.day());
    assertThrows(DateTimeException.class, () -> new SettlementYear(2, 29, false));
    assertThrows(DateTimeException.class, () -> new SettlementYear(2, 0, false));
  }
}
