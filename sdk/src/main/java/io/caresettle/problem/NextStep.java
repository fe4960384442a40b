package io.caresettle.problem;

/** What the cashier can offer after a refusal. */
public enum NextStep {
  TRY_AGAIN("可以重试", "try again"),
  FULL_CASH_WITH_SLIP("全额现金，凭单报销", "full cash against a slip"),
  STOP_THE_SALE("停止收费", "stop the sale");

  private final String zh;
  private final String en;

  NextStep(String zh, String en) {
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
