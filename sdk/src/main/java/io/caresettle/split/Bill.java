package io.caresettle.split;

import io.caresettle.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a patient is charged at one time (费用单): at least one line, all lines different.
 *
 * @param id the caller's name for it
 */
public record Bill(BillId id, List<FeeLine> lines) {

  /**
   * @throws IllegalArgumentException when there is no line, or two lines share a number
   */
  public Bill {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("Bill " + id + " has no lines");
    }
    Set<String> seen = new HashSet<>();
    for (FeeLine line : lines) {
      if (!seen.add(line.lineId())) {
        throw new IllegalArgumentException(
            "Bill " + id + ": line number " + line.lineId() + " occurs twice");
      }
    }
  }

  public Money total() {
    Money sum = Money.ZERO;
    for (FeeLine line : lines) {
      sum = sum.plus(line.lineTotal());
    }
    return sum;
  }
}
