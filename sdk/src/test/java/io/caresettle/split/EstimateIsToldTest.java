package io.caresettle.split;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.plan.Working;
import io.caresettle.policy.plan.WorkingLine;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import io.caresettle.writing.EstimateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A patient can follow an estimate, and a program can check each sum of it")
class EstimateIsToldTest {

  private static Estimate estimate() {
    return WholeEstimateTest.estimate(
        WholeEstimateTest.bill(),
        WholeEstimateTest.person(OptionalInt.of(2026), "100.00"),
        Visit.on(WholeEstimateTest.LOOKED.plusDays(1)));
  }

  private static boolean has(String table, String regex) {
    return table.lines().anyMatch(line -> line.matches(regex));
  }

  @Test
  void theTableNamesEveryPartAndWhatToDoubt() {
    String table = EstimateText.table(estimate());
    assertAll(
        () ->
            assertTrue(
                has(table, "! 政策包最近核对日期为2026-06-30.* nobody looked after 2026-06-30.*"), table),
        () -> assertTrue(has(table, "    其中 of it unit +60\\.00"), table),
        () -> assertTrue(has(table, "    其中 of it grant +10\\.00"), table),
        () -> assertTrue(has(table, "    其中当年 of it this year's +30\\.00"), table),
        () -> assertTrue(has(table, "    其中历年 of it former years' +20\\.00"), table),
        () -> assertTrue(has(table, "    其中 of it F3 +.*"), table),
        () -> assertTrue(has(table, "    #3: 现金 cash 7\\.00"), table));
  }

  @Test
  @DisplayName("a supplement is listed under the payer that pays it, and JSON says which it is")
  void supplementsAreUnderTheirPayers() {
    String table = EstimateText.table(estimate());
    assertTrue(
        table.matches(
            "(?s).*civil-servant subsidy +10\\.00\\R"
                + "    其中 of it grant +10\\.00\\R"
                + "  补充保险 supplements +60\\.00\\R"
                + "    其中 of it unit +60\\.00\\R"
                + "  个人账户.*"),
        table);
    String json = EstimateText.json(estimate()).pretty();
    assertTrue(json.contains("\"payer\": \"civil-servant-subsidy\""), json);
  }

  @Test
  @DisplayName("the working counts its steps, names the article, and says why a step did nothing")
  void theWorkingCanBeFollowed() {
    String table = EstimateText.table(estimate());
    assertAll(
        () ->
            assertTrue(
                has(table, "   7\\. 统筹基金支付 pool fund, by rate +TX 1¶1 +300\\.00 × 60 % = 180\\.00"),
                table),
        () ->
            assertTrue(
                has(
                    table,
                    "   8\\. 补助 supplement \\(supplement-unit\\) +TX 1¶1 +120\\.00 × 50 % ="
                        + " 60\\.00"),
                table),
        () -> assertTrue(has(table, "   6\\. 起付标准 deductible .*"), table),
        () ->
            assertTrue(
                has(
                    table,
                    "      未适用 not applied: 本年度起付标准已满 the deductible of the year was met before"),
                table));
  }

  @Test
  @DisplayName("JSON has of each step its id, articles, inputs, result, and why it did nothing")
  void jsonHasEveryStep() {
    List<String> ids = new ArrayList<>();
    List<String> whyNot = new ArrayList<>();
    Reading.of(
        "out.json",
        EstimateText.json(estimate()).pretty(),
        top -> {
          top.all();
          for (Field field : top.required("working").list()) {
            Mapping step = field.mapping().orElseThrow();
            step.all();
            ids.add(step.required("id").text().orElseThrow());
            assertTrue(!step.required("articles").list().isEmpty());
            Mapping inputs = step.required("inputs").mapping().orElseThrow();
            inputs.all();
            assertTrue(inputs.required("formula").text().isPresent());
            assertTrue(step.required("result").text().isPresent());
            if (step.has("why_not")) {
              Mapping why = step.required("why_not").mapping().orElseThrow();
              why.all();
              whyNot.add(step.required("id").text().orElseThrow());
            }
          }
          return Optional.of(ids);
        });
    assertTrue(ids.containsAll(List.of("line-total", "rate", "supplement-unit", "cash")), "" + ids);
    assertEquals(List.of("price-limit", "first-self-pay", "deductible", "family-account"), whyNot);
  }

  @Test
  void whatIsToldIsWhatWasComputed() {
    for (WorkingLine line : estimate().working()) {
      assertEquals(line.result(), line.replayed(), line.en());
    }
    assertEquals(List.of(), estimate().brief().working());
    assertEquals(
        estimate().split(),
        Splitter.estimate(
                WholeEstimateTest.PLAN,
                WholeEstimateTest.bill(),
                WholeEstimateTest.person(OptionalInt.of(2026), "100.00"),
                Optional.empty(),
                false,
                Working.OFF)
            .split());
  }
}
