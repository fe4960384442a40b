package io.caresettle.gateway;

import io.caresettle.problem.NextStep;
import io.caresettle.writing.Json;

/** What a bill's ending means at the counter, and what is done next, in Chinese and in English. */
enum EndingWords {
  SETTLED("已结算", "settled", "print-slip", "打印结算单", "print the slip"),
  SETTLED_DIFFERENTLY(
      "已结算，但金额与患者确认的不同，尚未打印",
      "settled, but not with the figures that the patient confirmed; nothing is printed yet",
      "decide",
      "请患者或主管确认新金额，或冲正；请勿另行收费，勿换单号重结",
      "accept the figures with the patient or a supervisor, or have it undone: do not charge"
          + " again, and do not settle under another number"),
  UNKNOWN(
      "结果未知，终端正在查询",
      "nobody knows yet; the terminal is finding out",
      "wait",
      "请勿另行收费，勿换单号重结；稍后再查本单",
      "do not charge again, and do not settle under another number; ask for this bill again"),
  CANCELLED("已撤销", "cancelled", "print-slip", "打印撤销单", "print the slip"),
  CANCELLING(
      "撤销结果未知，终端正在查询",
      "nobody knows yet whether it is cancelled; the terminal is finding out",
      "wait",
      "请勿先退款，勿另行结算；稍后再查本单",
      "give nothing back yet, and settle nothing in its place; ask for this bill again");

  private final String zh;
  private final String en;
  private final String next;
  private final String nextZh;
  private final String nextEn;

  EndingWords(String zh, String en, String next, String nextZh, String nextEn) {
    this.zh = zh;
    this.en = en;
    this.next = next;
    this.nextZh = nextZh;
    this.nextEn = nextEn;
  }

  Json in(Json json) {
    return json.put("zh", zh)
        .put("en", en)
        .put("next", next)
        .put("nextZh", nextZh)
        .put("nextEn", nextEn);
  }

  /** A refusal brings its own words; what can be offered after it is one of a list. */
  static Json next(Json json, NextStep next) {
    return json.put("next", Given.wordOf(next)).put("nextZh", next.zh()).put("nextEn", next.en());
  }
}
