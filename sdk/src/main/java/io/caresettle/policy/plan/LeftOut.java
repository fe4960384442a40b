package io.caresettle.policy.plan;

import io.caresettle.money.Payer;

/**
 * A layer that the law names and a plan does without, because nobody has published a number of it:
 * it pays nothing, and whoever pays more for that must be told.
 *
 * @param basis the layer's own, as if it stood in the plan
 * @param at how many steps of the plan come before it
 * @param payer the fund that would pay
 * @param value the number that is missing, as the pack calls it
 * @param source the article that leaves it to others
 */
public record LeftOut(Basis basis, int at, Payer payer, String value, Citation source) {

  public String zh() {
    return name(basis.kind().zh())
        + "未计入：其数字 "
        + value
        + " 未公布（"
        + source
        + "），本次按不支付计算；应否补付，请向该条所指的经办机构查询";
  }

  public String en() {
    return name(basis.kind().en())
        + " is left out: its number "
        + value
        + " is not published ("
        + source
        + "), so it pays nothing here; ask the bureau that the article names whether more is due";
  }

  /** With its own name where a plan may have several of its kind. */
  private String name(String kind) {
    return basis.id().equals(basis.kind().id()) ? kind : kind + " (" + basis.id() + ")";
  }
}
