package io.caresettle.sim.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A ledger of what settlements added to the sums of a year")
class LedgerTests {

  private static final Ledger.Year WANG = new Ledger.Year("wang", 2026, "employee");

  private static Ledger.Sum sum(Ledger.Year year, String stay, String name) {
    return new Ledger.Sum(year, stay, name);
  }

  @Test
  @DisplayName("a balance is the fold over the entries of its sum, and of no other")
  void aBalanceIsAFold() {
    Ledger.Year next = new Ledger.Year("wang", 2027, "employee");
    Ledger.Year resident = new Ledger.Year("wang", 2026, "resident");
    Ledger.Year li = new Ledger.Year("li", 2026, "employee");
    Ledger ledger =
        Ledger.EMPTY
            .with("s1", sum(WANG, "", "used"), 70)
            .with("s2", sum(next, "", "used"), 1)
            .with("s3", sum(resident, "", "used"), 2)
            .with("s4", sum(li, "", "used"), 4)
            .with("s5", sum(WANG, "", "paid"), 8)
            .with("s6", sum(WANG, "", "used"), 30)
            .with("s6", sum(WANG, "", "used"), -5);

    assertEquals(95, ledger.balance(sum(WANG, "", "used")));
    assertEquals(Map.of("used", 95L, "paid", 8L), ledger.sums(WANG, ""));
    assertEquals(Map.of("used", 4L), ledger.sums(li, ""));
    assertEquals(0, ledger.balance(sum(li, "", "paid")));
    assertEquals(
        List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L),
        ledger.entries().stream().map(Ledger.Entry::sequence).toList());
  }

  @Test
  @DisplayName("what counts a stay is seen by the bills of this stay only, over a new year, too")
  void aSumOfAStay() {
    Ledger.Year next = new Ledger.Year("wang", 2027, "employee");
    Ledger.Year li = new Ledger.Year("li", 2027, "employee");
    Ledger ledger = Ledger.EMPTY.with("s1", sum(WANG, "stay-7", "stay-used"), 100);
    assertEquals(Map.of("stay-used", 100L), ledger.sums(WANG, "stay-7"));
    assertEquals(Map.of("stay-used", 100L), ledger.sums(next, "stay-7"));
    assertEquals(Map.of(), ledger.sums(WANG, "stay-8"));
    assertEquals(Map.of(), ledger.sums(WANG, ""));
    assertEquals(Map.of(), ledger.sums(li, "stay-7"));
  }

  @Test
  @DisplayName("nothing is removed: what was undone is moved back by entries of its own")
  void nothingIsRemoved() {
    Ledger before =
        Ledger.EMPTY.with("s1", sum(WANG, "", "used"), 70).with("s1", sum(WANG, "", "paid"), 9);
    Ledger after = before.without("s1");
    assertEquals(before.entries(), after.entries().subList(0, 2));
    assertEquals(Map.of("used", 0L, "paid", 0L), after.sums(WANG, ""));
    assertEquals(after, after.without("s1"));
  }
}
