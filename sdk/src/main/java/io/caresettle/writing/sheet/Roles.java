package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.StepDraft;
import io.caresettle.policy.plan.StepKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a number is to its step, in the order in which the step uses it. */
final class Roles {

  private Roles() {}

  /** By the key of the step that names the value; bands and tiers have tables of their own. */
  static Map<String, Said> of(StepKind kind, StepDraft step) {
    Map<String, Said> roles = new LinkedHashMap<>();
    roles.put("above", new Said("起点", "threshold"));
    roles.put("value", value(kind, step));
    roles.put("person.value", new Said("人员调整", "adjustment for the person"));
    roles.put("off-site.value", new Said("异地调整", "adjustment away from home"));
    roles.put("limit.value", new Said("本层限额", "limit of this layer"));
    return roles;
  }

  private static Said value(StepKind kind, StepDraft step) {
    return switch (kind) {
      case OFF_SITE_FIRST -> new Said("先行自付比例", "share borne first");
      case DEDUCTIBLE -> new Said("起付标准", "deductible");
      case COST_LIMIT -> new Said("计入费用限额", "limit of counted cost");
      case PAYMENT_LIMIT -> new Said("最高支付限额", "most that is paid");
      case OVERALL_CAP -> new Said("合计上限比例", "cap as a share of the total");
      case SUPPLEMENT ->
          StepWords.word(step, "basis").equals("fixed")
              ? new Said("定额", "fixed sum")
              : new Said("支付比例", "share paid");
      default -> new Said("支付比例", "share paid");
    };
  }
}
