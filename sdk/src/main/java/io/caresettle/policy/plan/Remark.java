package io.caresettle.policy.plan;

/** Why a step did less than one might expect, or nothing. */
public enum Remark {
  /** Nothing to remark. */
  NONE("", ""),
  NOT_PUBLISHED("数字未公布，本层按不支付计算", "a number is not published, so this layer pays nothing"),
  NO_LINE("本单无此类项目", "no line of this bill is concerned"),
  POOL_CLOSED("本次就诊统筹基金不予支付", "the pool fund is not open for this visit"),
  ACCOUNT_CLOSED("本次就诊个人账户不可用", "the personal account is not open for this visit"),
  PAYER_CLOSED("该支付方本次就诊不予支付", "this payer is not open for this visit"),
  NOT_FOR_PERSON("对该类人员不适用", "not for this person"),
  NOT_ABOVE("未超过起点", "nothing lies above the threshold"),
  ALREADY_MET("本年度起付标准已满", "the deductible of the year was met before"),
  MET_IN_STAY("本次住院起付标准已满", "the deductible of this stay was met before"),
  ALL_BELOW("全部在起付标准以内", "all of it lies within the deductible"),
  NOTHING_LEFT("前面各步之后没有余额", "the steps before left nothing"),
  LIMIT_REACHED("达到年度限额", "the limit of the year is reached"),
  LIMIT_USED_UP("年度限额此前已用完", "the limit of the year was used up before"),
  BELOW_CEILING("未超过封顶线", "nothing lies above the ceiling"),
  LEFT_LESS("不超过前面各步的余额", "no more than the steps before left"),
  NO_FAMILY("没有可用的家庭共济账户", "no account of the family takes part"),
  CAP_REACHED("各项基金合计达到上限", "all funds together reach their cap"),
  BALANCE_SHORT("账户余额不足", "the account does not hold enough"),
  BALANCE_ZERO("账户余额为零", "the account is empty"),
  OVERDRAWN("账户已透支", "the account is overdrawn");

  private final String zh;
  private final String en;

  Remark(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
