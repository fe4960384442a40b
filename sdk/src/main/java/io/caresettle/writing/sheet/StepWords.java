package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.StepDraft;
import io.caresettle.policy.plan.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a step does, in sentences of our own: how the bill is cut, and what the patient bears. */
final class StepWords {

  private final Set<StepKind> plan;

  /**
   * @param plan the kinds of step that the pack has: a step says nothing of those it lacks
   */
  StepWords(Set<StepKind> plan) {
    this.plan = plan;
  }

  List<Said> of(StepDraft step) {
    return switch (step.basis().kind()) {
      case LINE_TOTAL ->
          List.of(
              new Said(
                  "每行金额 = 单价 × 数量，" + round(step).zh() + "；各行相加为总费用。",
                  "Amount of a line = price × quantity, "
                      + round(step).en()
                      + "; the lines add up to the total."));
      case OUT_OF_CATALOGUE ->
          List.of(
              new Said(
                  "丙类（目录外）项目的金额全部自费。",
                  "Items of class C (out of the catalogue): the whole amount."));
      case PRICE_LIMIT ->
          List.of(
              new Said(
                  "甲、乙类项目单价超过支付标准的：（单价 − 支付标准）× 数量，" + round(step).zh() + "。",
                  "Classes A and B where the price lies above its limit: (price − limit) ×"
                      + " quantity, "
                      + round(step).en()
                      + "."),
              bound("单价等于支付标准的不算超出", "a price equal to the limit is not above it"));
      case FIRST_SELF_PAY -> firstSelfPay(step);
      case IN_SCOPE ->
          List.of(
              new Said("每行余下的金额为符合政策范围的费用。", "What is left of each line is the cost in scope."));
      case USABLE_FUNDS ->
          List.of(
              new Said(
                  "按机构等级，本次就诊只可使用下列支付方；其余一律不付。",
                  "By the institution's grade a visit may use these payers, and no others."));
      case OFF_SITE_FIRST ->
          List.of(
              new Said(
                  "异地就医：符合政策范围的费用 × 下列比例，" + round(step).zh() + "，先由个人负担。",
                  "Away from home: cost in scope × the share below, "
                      + round(step).en()
                      + ", borne by the person first."));
      case DEDUCTIBLE -> deductible(step);
      case COST_LIMIT ->
          List.of(
              new Said(
                  "起付标准以上的费用，一个结算年度内累计计入下列数额；超过部分不再计入。",
                  "Cost above the deductible counts up to the sum below in a settlement year; what"
                      + " lies beyond does not."),
              bound("累计数等于限额的仍计入", "a sum equal to the limit still counts"),
              grows(step, "accumulator"));
      case ACCOUNT_FIRST ->
          List.of(
              new Said(
                  "起付标准之前，个人账户（" + words(step, "purse").zh() + "）先支付符合政策范围的费用，以余额为限。",
                  "Before the deductible the personal account ("
                      + words(step, "purse").en()
                      + ") pays what is in scope, as far as it holds."));
      case ACCOUNT ->
          List.of(
              new Said(
                  "个人账户（"
                      + words(step, "purse").zh()
                      + "）可支付："
                      + words(step, "may-pay").zh()
                      + "；以余额为限。",
                  "The personal account ("
                      + words(step, "purse").en()
                      + ") may pay: "
                      + words(step, "may-pay").en()
                      + "; as far as it holds."));
      case FAMILY_ACCOUNT ->
          List.of(
              new Said(
                  "个人账户之后，家庭共济账户可支付：" + words(step, "may-pay").zh() + "；依次以各账户余额为限。",
                  "After the personal account, family accounts may pay: "
                      + words(step, "may-pay").en()
                      + "; one after the other, as far as each holds."));
      case CASH ->
          List.of(
              new Said("个人现金 = 总费用 − 各基金支付 − 各账户支付。", "Cash = total − all funds − all accounts."));
      case ALLOCATE ->
          List.of(
              word(step, "method").equals("cumulative")
                  ? new Said(
                      "各支付方的金额按行序累计分摊到明细，合计与整单一致。",
                      "What each payer pays is spread over the lines by running sums, in their"
                          + " order.")
                  : new Said(
                      "各支付方的金额按最大余数法分摊到明细，合计与整单一致。",
                      "What each payer pays is spread over the lines by largest remainders."));
      default -> new FundWords(plan).of(step);
    };
  }

  private static List<Said> firstSelfPay(StepDraft step) {
    boolean group = word(step, "point").equals("rate-group");
    return List.of(
        new Said(
            "（金额 − 超限价部分）× 项目的先行自付比例，" + round(step).zh() + "；甲类项目比例为零。",
            "(Amount − what lies above the limit) × the item's rate, "
                + round(step).en()
                + "; class A has the rate zero."),
        group
            ? new Said(
                "同一比例的各行先合计，只舍入一次，再按行序分摊。",
                "Lines of one rate are added, rounded once, and spread in their order.")
            : new Said("逐行计算。", "Line by line."));
  }

  private List<Said> deductible(StepDraft step) {
    String per = word(step, "per");
    Said span =
        switch (per) {
          case "visit" -> new Said("每次就诊", "of each visit");
          case "stay" -> new Said("每次住院", "of each stay");
          default -> new Said("一个结算年度内", "of a settlement year");
        };
    List<Said> lines = new ArrayList<>();
    lines.add(
        new Said(
            span.zh() + "起付标准以内的费用由个人负担；计算基数：" + base(false).zh() + "。",
            "The deductible "
                + span.en()
                + " is borne by the person; taken from: "
                + base(false).en()
                + "."));
    lines.add(
        bound(
            "起付标准以内含本数：费用恰等于起付标准的，基金支付为零；超过的第一分钱起进入支付范围",
            "cost equal to the deductible lies within it; what counts begins one fen above"));
    if (step.keys().containsKey("accumulator")) {
      lines.add(grows(step, "accumulator"));
    }
    return lines;
  }

  /** What is left in scope when a step takes its share. */
  Said base(boolean withDeductible) {
    List<Said> less = new ArrayList<>();
    if (plan.contains(StepKind.OFF_SITE_FIRST)) {
      less.add(new Said(" − 异地先行自付", "− first self-pay away from home"));
    }
    if (plan.contains(StepKind.ACCOUNT_FIRST)) {
      less.add(new Said(" − 账户先付", "− what the account paid first"));
    }
    if (withDeductible && plan.contains(StepKind.DEDUCTIBLE)) {
      less.add(new Said(" − 起付标准", "− deductible"));
    }
    Said base = new Said("符合政策范围费用", "cost in scope");
    for (Said one : less) {
      base = base.then(one);
    }
    return base;
  }

  static Said bound(String zh, String en) {
    return new Said("界限：" + zh + "。", "Bound: " + en + ".");
  }

  static Said grows(StepDraft step, String key) {
    return new Said(
        "累计项：" + word(step, key) + "（本单计入后结转）。",
        "Accumulator: " + word(step, key) + ", grown by this bill.");
  }

  static Said round(StepDraft step) {
    return Terms.rounding(word(step, "rounding"));
  }

  static Said words(StepDraft step, String key) {
    return Terms.words(step.keys().getOrDefault(key, List.of()));
  }

  /** The first word of a key; empty where the step does not have it. */
  static String word(StepDraft step, String key) {
    List<String> words = step.keys().getOrDefault(key, List.of());
    return words.isEmpty() ? "" : words.get(0);
  }
}
