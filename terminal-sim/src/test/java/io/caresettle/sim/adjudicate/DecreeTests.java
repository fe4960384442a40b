package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-SCOPE-12, JS 32: the second reading of what an emergency order changes. */
@DisplayName("The centre under an emergency order")
@Tag("R-SCOPE-12")
class DecreeTests {

  private static final LawBook BOOK = LawBook.ofTexts(Map.of("test.yaml", TestPacks.pack()));

  /** The ordinary law without a deductible, from March 10 to 20. */
  private static Decree decree(String number, String replaces) {
    return new Decree(
        number,
        replaces,
        TestPacks.pack()
            .replace("topic: test-outpatient", "topic: " + number)
            .replace("from: 2026-01-01\nto: 2026-12-31", "from: 2026-03-10\nto: 2026-03-20")
            .replace("active: 10000, retired: 6000", "active: 0, retired: 0"));
  }

  private static Claim claim(LocalDate day) {
    return new Claim(
        "employee",
        "test",
        "active",
        "outpatient",
        "level-3",
        day,
        Set.of(Claim.POOL_FUND),
        Map.of(),
        0,
        Map.of("A1", new Claim.Item("A1", "A", 0, Optional.empty())),
        List.of(new Claim.Line("L1", "A1", "200.00", "1", OptionalLong.empty())));
  }

  /** 200.00 less the deductible of 100.00, and 70 % of it; under the order 70 % of all. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-09, 7000",
    "2026-03-10, 14000",
    "2026-03-20, 14000",
    "2026-03-21, 7000",
  })
  void judgesByItOnItsDays(LocalDate day, long pool) {
    LawBook under = BOOK.under(List.of(decree("order-1", "test-outpatient")));
    assertEquals(pool, under.judge(claim(day)).paid().get(Claim.POOL_FUND));
    assertEquals(pool == 14000 ? List.of("order-1") : List.of(), under.orders(claim(day)));
  }

  @Test
  void judgesByTheOrdinaryLawOnceItIsWithdrawn() {
    Claim during = claim(LocalDate.of(2026, 3, 15));
    LawBook withdrawn = BOOK.under(List.of(decree("order-1", "test-outpatient"))).under(List.of());
    assertEquals(7000L, withdrawn.judge(during).paid().get(Claim.POOL_FUND));
  }

  @Test
  void hasNoAnswerWhereItReplacesNothing() {
    Claim during = claim(LocalDate.of(2026, 3, 15));
    LawBook two = BOOK.under(List.of(decree("order-1", "something-else")));
    assertThrows(CannotAdjudicate.class, () -> two.judge(during));
  }
}
