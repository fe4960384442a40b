package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How lines were cut is told step by step")
class CutTellingTest {

  private static List<String> told(Plan plan, String... lines) {
    return new Visit(plan)
        .lines(List.of(lines)).working().stream()
            .filter(line -> line.basis().kind().place() <= StepKind.IN_SCOPE.place())
            .map(
                line ->
                    line.basis().id()
                        + (line.line().isPresent() ? " " + line.line().getAsInt() : "")
                        + ": "
                        + line.sum()
                        + (line.remark() == Remark.NONE ? "" : " " + line.remark()))
            .toList();
  }

  private static Plan plan(String limits, boolean byRateGroup) {
    return PlanText.cut("down-fen", limits, "half-up-fen", byRateGroup)
        .rate("1/2", "half-up-fen")
        .done();
  }

  @Test
  void lineByLine() {
    assertEquals(
        List.of(
            "line-total 0: 2.00 × 3 = 6.00",
            "line-total 1: 0.019 × 1 = 0.019 ≈ 0.01",
            "line-total 2: 1.00 × 1 = 1.00",
            "line-total 3: 5.00 × 1 = 5.00",
            "out-of-catalogue 2: 1.00",
            "price-limit 0: (2.00 − 1.50) × 3 = 1.50",
            "price-limit 1: (0.019 − 0.00) × 1 = 0.019 ≈ 0.02",
            "price-limit 1: min(0.02, 0.01) = 0.01",
            "first-self-pay 0: 4.50 × 33.3 % = 1.4985 ≈ 1.50",
            "first-self-pay 1: 0.00 × 50 % = 0.00",
            "in-scope: 12.01 − 1.00 − 1.51 − 1.50 = 8.00"),
        told(
            plan("up-fen", false),
            "B 2.00 3 333/1000 1.50",
            "B 0.019 1 1/2 0.00",
            "C 1.00 1 1/2 0.50",
            "A 5.00 1 0/1 5.00"));
  }

  @Test
  void rateByRate() {
    assertEquals(
        List.of(
            "line-total 0: 0.05 × 1 = 0.05",
            "line-total 1: 1.00 × 1 = 1.00",
            "line-total 2: 0.10 × 1 = 0.10",
            "out-of-catalogue: – NO_LINE",
            "price-limit: – NO_LINE",
            "first-self-pay 0: 0.15 × 15 % = 0.0225 ≈ 0.02",
            "in-scope: 1.15 − 0.02 = 1.13"),
        told(plan("up-fen", true), "B 0.05 1 3/20", "A 1.00 1", "B 0.10 1 15/100"));
  }

  @Test
  void whereNoLineIsConcerned() {
    assertEquals(
        List.of(
            "line-total 0: 1.00 × 1 = 1.00",
            "out-of-catalogue 0: 1.00",
            "price-limit: – NO_LINE",
            "first-self-pay: – NO_LINE",
            "in-scope: 1.00 − 1.00 = 0.00 NOTHING_LEFT"),
        told(plan("up-fen", false), "C 1.00 1 1/2 0.20"));
  }
}
