package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The packs that come along can be read by the second reader, too")
class ShippedPacksTests {

  @ParameterizedTest
  @CsvSource({
    "320500, employee, outpatient, active, level-3",
    "320500, employee, pharmacy, retired, level-1",
    "test, employee, outpatient, active, level-2",
    "test, employee, inpatient, active, level-2",
    "test, employee, special-outpatient, retired, level-2",
    "test, resident, inpatient, active, level-3",
    "test, resident, outpatient, active, level-1",
  })
  void judgesABill(String area, String scheme, String care, String category, String level) {
    Claim claim =
        new Claim(
            scheme,
            area,
            category,
            care,
            level,
            LocalDate.of(2026, 11, 20),
            Set.of(Claim.POOL_FUND),
            Map.of(),
            0,
            Map.of("A1", new Claim.Item("A1", "A", 0, Optional.empty())),
            List.of(new Claim.Line("1", "A1", "3000.00", "1", OptionalLong.empty())));
    assertEquals(300_000, LawBook.shipped().judge(claim).total());
  }
}
