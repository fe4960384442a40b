package io.caresettle.writing.sheet;

import static io.caresettle.writing.sheet.StepWords.bound;
import static io.caresettle.writing.sheet.StepWords.grows;
import static io.caresettle.writing.sheet.StepWords.round;
import static io.caresettle.writing.sheet.StepWords.word;
import static io.caresettle.writing.sheet.StepWords.words;

import io.caresettle.policy.compiled.StepDraft;
import io.caresettle.policy.plan.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a step does that lets a fund pay: the pool, its limit, and the layers above it. */
final class FundWords {

  private static final Said BETWEEN =
      bound(
          "每段“超过”下限、在上限“以内”：上限本数属于本段",
          "a band begins above its lower end, and its upper end belongs to it");

  private static final Said CLOSED =
      new Said(
          "本次就诊该基金不可用的：起付标准至最高支付限额各步均不计算，累计项不变。",
          "Where this fund is not open for the visit, nothing from deductible to payment limit is"
              + " done, and no accumulator moves.");

  private static final Set<StepKind> LAYERS =
      Set.of(
          StepKind.LARGE_SUM, StepKind.CRITICAL_ILLNESS, StepKind.SUPPLEMENT, StepKind.MEDICAL_AID);

  private final Set<StepKind> plan;

  FundWords(Set<StepKind> plan) {
    this.plan = plan;
  }

  List<Said> of(StepDraft step) {
    Said payer = Terms.payer(word(step, "payer"));
    List<Said> lines =
        new ArrayList<>(
            switch (step.basis().kind()) {
              case RATE -> List.of(pays(payer, poolBase(), step), CLOSED);
              case BANDS -> bands(step, payer);
              case PAYMENT_LIMIT -> paymentLimit(step, payer);
              case LARGE_SUM -> List.of(pays(payer, largeSumBase(), step));
              case CRITICAL_ILLNESS -> criticalIllness(step, payer);
              case SUPPLEMENT -> List.of(supplement(step, payer));
              case MEDICAL_AID -> medicalAid(step, payer);
              case OVERALL_CAP ->
                  List.of(
                      new Said(
                          "各基金支付合计不超过总费用 × 下列比例（不足一分舍去）；超过时从最后支付的一层起往前扣减。",
                          "All funds together pay no more than the total × the share below, cut to"
                              + " the fen; what is too much comes off the last layer first."));
              default -> throw new IllegalArgumentException("Not a step of a fund: " + step);
            });
    if (step.keys().containsKey("limit.value")) {
      lines.add(
          new Said(
              "本层累计支付不超过下列限额（含本数）。",
              "This layer pays no more than its limit below, itself included."));
      lines.add(grows(step, "limit.accumulator"));
    }
    return lines;
  }

  private List<Said> paymentLimit(StepDraft step, Said payer) {
    boolean layers = plan.stream().anyMatch(LAYERS::contains);
    return List.of(
        new Said(
            payer.zh() + "一个结算年度内累计支付不超过下列数额；" + (layers ? "限额之上对应的费用转入后面各层。" : "超过部分由个人负担。"),
            "In a settlement year the "
                + payer.en()
                + " pays no more than the sum below; "
                + (layers
                    ? "the cost beyond goes to later layers."
                    : "the rest stays with the person.")),
        bound("累计支付等于限额的照付", "what reaches the limit exactly is paid"),
        grows(step, "accumulator"));
  }

  private static Said pays(Said payer, Said base, StepDraft step) {
    return new Said(
        payer.zh() + "支付 =（" + base.zh() + "）× 下列比例，" + round(step).zh() + "。",
        "Paid by the "
            + payer.en()
            + ": ("
            + base.en()
            + ") × the share below, "
            + round(step).en()
            + ".");
  }

  private Said poolBase() {
    Said base = new StepWords(plan).base(true);
    return plan.contains(StepKind.COST_LIMIT)
        ? new Said(base.zh() + "，在计入费用限额以内", base.en() + ", within the limit of counted cost")
        : base;
  }

  private Said largeSumBase() {
    boolean pool = plan.contains(StepKind.RATE) || plan.contains(StepKind.BANDS);
    return pool
        ? new Said("封顶线以上的范围内费用", "cost in scope above the ceiling")
        : new StepWords(plan).base(true);
  }

  private List<Said> bands(StepDraft step, Said payer) {
    List<Said> lines = new ArrayList<>();
    boolean patient = word(step, "side").equals("patient");
    boolean perBand = word(step, "rounds").equals("band");
    lines.add(
        new Said(
            payer.zh() + "分段支付：（" + poolBase().zh() + "）落入各段的部分 × 该段比例。",
            "The "
                + payer.en()
                + " pays by bands: the part of ("
                + poolBase().en()
                + ") in each band × its rate."));
    lines.add(
        switch (word(step, "position")) {
          case "bill-including-deductible" ->
              new Said(
                  "分段从本单的第一分范围内费用数起，起付标准占用最低的一段。",
                  "The bands count from the first fen in scope; the deductible fills the lowest.");
          case "bill-above-deductible" ->
              new Said(
                  "分段从本单起付标准以上的第一分数起。",
                  "The bands count from the first fen of the bill above the deductible.");
          default ->
              new Said(
                  "分段按本年度累计的范围内费用（含起付标准）接着数。",
                  "The bands go on where the year's cost in scope, deductible included, stands.");
        });
    lines.add(
        word(step, "method").equals("telescoping")
            ? new Said(
                "累计差额法：年度累计应付 − 本单之前的年度累计应付。",
                "By difference: what the whole year comes to, less what it came to before this"
                    + " bill.")
            : new Said("逐单计算。", "Bill by bill."));
    lines.add(
        new Said(
            (patient ? "先算个人负担部分，再以减法得基金支付；" : "直接计算基金支付；")
                + (perBand ? "逐段" : "各段相加后一次")
                + round(step).zh()
                + "。",
            (patient
                    ? "The patient's share is computed, the fund pays the rest; "
                    : "The fund's share is computed; ")
                + (perBand ? "each band is " : "the sum is ")
                + round(step).en()
                + "."));
    lines.add(BETWEEN);
    lines.add(CLOSED);
    if (step.keys().containsKey("person.style")) {
      lines.add(
          word(step, "person.style").equals("points")
              ? new Said(
                  "人员调整：各段比例加下列百分点，不超过 100 %。",
                  "Person: each rate plus the points below, at most 100 %.")
              : new Said("人员调整：个人负担比例 × 下列系数。", "Person: the patient's share × the factor below."));
    }
    if (step.keys().containsKey("off-site.style")) {
      lines.add(
          word(step, "off-site.style").equals("points")
              ? new Said(
                  "异地调整：各段比例减下列百分点，不低于 0。",
                  "Away from home: each rate less the points below, at least 0.")
              : new Said("异地调整：各段比例 × 下列系数。", "Away from home: each rate × the factor below."));
    }
    if (step.keys().containsKey("accumulator")) {
      lines.add(grows(step, "accumulator"));
    }
    return lines;
  }

  private static List<Said> criticalIllness(StepDraft step, Said payer) {
    Said base = words(step, "base");
    return List.of(
        new Said(
            payer.zh() + "：个人负担（" + base.zh() + "）年度累计，超过起点的部分分段支付；本单支付 = 累计应付 − 此前累计应付。",
            "Paid by "
                + payer.en()
                + ": by tiers, what the year's own burden ("
                + base.en()
                + ") has above the threshold, less what earlier bills of the year were paid."),
        new Said(
            (word(step, "rounds").equals("band") ? "逐段" : "各段相加后一次") + round(step).zh() + "。",
            (word(step, "rounds").equals("band") ? "Each tier is " : "The sum is ")
                + round(step).en()
                + "."),
        BETWEEN,
        grows(step, "accumulator"));
  }

  private static Said supplement(StepDraft step, Said payer) {
    String name = "（" + word(step, "name") + "）";
    if (word(step, "basis").equals("fixed")) {
      return new Said(
          payer.zh() + name + "支付下列定额，以范围内余额为限。",
          "Paid by the " + payer.en() + ": the fixed sum below, at most what is left in scope.");
    }
    Said basis = words(step, "basis");
    return new Said(
        payer.zh() + name + "支付 = " + basis.zh() + " × 下列比例，" + round(step).zh() + "，以范围内余额为限。",
        "Paid by the "
            + payer.en()
            + ": "
            + basis.en()
            + " × the share below, "
            + round(step).en()
            + ", at most what is left in scope.");
  }

  private static List<Said> medicalAid(StepDraft step, Said payer) {
    Said basis = words(step, "basis");
    boolean above = step.keys().containsKey("above");
    Said pays =
        new Said(
            payer.zh()
                + "支付 =（"
                + basis.zh()
                + (above ? " − 起点" : "")
                + "）× 下列比例，"
                + round(step).zh()
                + "，以范围内余额为限。",
            "Paid by "
                + payer.en()
                + ": ("
                + basis.en()
                + (above ? " − threshold" : "")
                + ") × the share below, "
                + round(step).en()
                + ", at most what is left in scope.");
    return above
        ? List.of(pays, bound("恰等于起点的不予救助", "what equals the threshold is not helped"))
        : List.of(pays);
  }
}
