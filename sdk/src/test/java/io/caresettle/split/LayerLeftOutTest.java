package io.caresettle.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.author.Pack;
import io.caresettle.policy.author.Texts;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.LeftOut;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.Working;
import io.caresettle.policy.plan.WorkingLine;
import io.caresettle.writing.EstimateText;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A layer that pays nothing because nobody published its numbers is told of")
class LayerLeftOutTest {

  private static final Set<Payer> ALL =
      EnumSet.complementOf(EnumSet.of(Payer.CASH, Payer.INSTITUTION));

  /** The rate of medical aid is unknown for one class; the first layer of it does without. */
  private static final String TEXT =
      Texts.WHOLE
          .replace("{none: 0, full: 10000, fixed: 7000}", "{none: 0, full: 10000, fixed: unknown}")
          .replace(
              "rule: R-AID-01, source: {text: JS, article: \"25\", paragraph: 1}",
              "rule: R-AID-01, source: {text: JS, article: \"26\", paragraph: 1},"
                  + " unpublished: pays-nothing")
          .replace("rule: R-AID-02,", "unpublished: pays-nothing, rule: R-AID-02,");

  private static Plan plan(String aid, Grade grade) {
    PlanKey key =
        new PlanKey(
            "test",
            Scheme.EMPLOYEE,
            InsuredCategory.ACTIVE,
            CareType.INPATIENT,
            InstitutionLevel.LEVEL_3,
            new Circumstances("none", aid, OffSite.HOME, 1, grade));
    return Pack.of("whole.yaml", TEXT)
        .compiled()
        .orElseThrow()
        .plan(key, LocalDate.of(2026, 11, 20));
  }

  private static Estimate estimate(String aid, Set<Payer> open) {
    ScopeCut cut =
        new ScopeCut(Money.ZERO, Money.ZERO, Money.ZERO, Money.parseYuan("50000.00"), Money.ZERO);
    return Splitter.estimate(
        plan(aid, Grade.A),
        new Charges.Totals(new BillId("TEST00000001", "B1"), cut),
        new PersonState(Map.of(), Money.ZERO, open),
        Optional.empty(),
        false,
        Working.on());
  }

  private static List<Warning> told(Estimate estimate) {
    return estimate.detail().warnings().stream()
        .filter(warning -> warning.id().equals(Warning.LAYER_LEFT_OUT))
        .toList();
  }

  @Test
  @DisplayName("by the estimate, in Chinese and English, with the number and its article")
  void theEstimateTells() {
    Estimate estimate = estimate("fixed", ALL);
    assertEquals(Money.ZERO, estimate.split().paidBy(Payer.MEDICAL_AID));
    assertEquals(2, told(estimate).size());
    Warning first = told(estimate).get(0);
    assertTrue(first.zh().contains("医疗救助未计入：其数字 aid.rate 未公布（JS 25¶1）"), first.zh());
    assertTrue(
        first.en().contains("is left out: its number aid.rate is not published (JS 25¶1)"),
        first.en());
    assertTrue(told(estimate).get(1).zh().contains("(second-aid)"), told(estimate).toString());
    String table = EstimateText.table(estimate);
    assertTrue(table.contains("! 医疗救助未计入"), table);
  }

  @Test
  @DisplayName("by the trace, as a step that was not applied, in its place and with both articles")
  void theTraceTells() {
    Estimate estimate = estimate("fixed", ALL);
    List<String> ids = estimate.working().stream().map(line -> line.basis().id()).toList();
    int at = ids.indexOf("medical-aid");
    assertEquals(List.of("second-aid", "overall-cap"), ids.subList(at + 1, at + 3));
    WorkingLine line = estimate.working().get(at);
    assertFalse(line.done());
    assertEquals("JS 25¶1", line.article().toString());
    assertEquals(line.result(), line.replayed());
    String table = EstimateText.table(estimate);
    assertTrue(table.contains("未适用 not applied: 数字未公布，本层按不支付计算 a number is not published"), table);
    assertTrue(table.contains("pays nothing: aid.rate (JS 25¶1)"), table);
    String json = EstimateText.json(estimate).pretty().replaceAll("\\s+", " ");
    assertTrue(json.contains("\"id\": \"layer-left-out\""), json);
    assertTrue(
        json.contains("\"articles\": [\"JS 26¶1\", \"JS 25¶1\"]")
            || json.contains("\"articles\": [ \"JS 26¶1\", \"JS 25¶1\" ]"),
        json);
    assertTrue(
        json.contains("\"not_published\": { \"name\": \"aid.rate\", \"article\": \"JS 25¶1\" }"),
        json);
    assertTrue(json.contains("\"why_not\": { \"zh\": \"数字未公布，本层按不支付计算\""), json);
  }

  @Test
  @DisplayName("to nobody who would have had nothing of it anyway")
  void nobodyElseIsTold() {
    Set<Payer> withoutAid = EnumSet.copyOf(ALL);
    withoutAid.remove(Payer.MEDICAL_AID);
    assertEquals(List.of(), told(estimate("fixed", withoutAid)));
    assertEquals(List.of(), told(estimate("none", ALL)));
    assertEquals(List.of(), told(estimate("full", ALL)));
    assertEquals(
        List.of("medical-aid", "second-aid"),
        plan("fixed", Grade.A).leftOut().stream().map(LeftOut::basis).map(b -> b.id()).toList());
    assertEquals(List.of(), plan("fixed", Grade.B).leftOut());
  }
}
