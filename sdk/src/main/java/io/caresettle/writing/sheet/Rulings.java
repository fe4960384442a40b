package io.caresettle.writing.sheet;

import static java.util.Map.entry;

import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of a name of entitlement, as a clerk reads it. */
final class Rulings {

  /** Each word of a choice or set; it means the same wherever it stands. */
  private static final Map<String, Said> WORDS =
      Map.ofEntries(
          word("yes", "是"),
          word("no", "否"),
          word("day-after-arrival", "到账次日"),
          word("on-arrival", "到账当日"),
          word("month-after-arrival", "到账次月"),
          word("after-waiting", "等待期满"),
          word("with-pool", "与统筹待遇同时"),
          word("month-after-payment", "缴费次月"),
          word("months", "月"),
          word("days", "日"),
          word("birth", "出生当日"),
          word("day-after-birth", "出生次日"),
          word("month-after-unpaid", "欠费次月"),
          word("payable", "可予支付"),
          word("not-payable", "不予支付"),
          word("usable", "可以使用"),
          word("closed", "停止使用"),
          word("month-after-judgment", "判决生效次月"),
          word("employee", "职工医保优先"),
          word("forbidden", "不得重复参保"),
          word("resident-for-the-stay", "本次住院按居民医保"),
          word("split-by-time", "按时间分段"),
          word("discharge", "出院日"),
          word("by-days", "按住院天数分摊"),
          word("service", "就诊日"),
          word("admission", "入院日"),
          word("end-of-next-year", "次年年底"),
          word("not-paid", "不予支付"),
          word("with-certificate", "凭证明支付"),
          word("paid", "予以支付"),
          word("basic", "基本医疗保险"),
          word("basic-and-critical-illness", "基本医疗保险和大病保险"),
          word("all", "全部"),
          word("fund-first", "基金先行支付后追偿"),
          word("recovery-only", "只作追偿"),
          word("self", "本人"),
          word("spouse", "配偶"),
          word("parent", "父母"),
          word("child", "子女"),
          word("near-relative", "近亲属"),
          word("any-balance", "账户余额"),
          word("past-years", "往年结余"),
          word("critical-illness", "大病保险"),
          word("critical-illness-of-the-retired", "退休人员大病保险"),
          word("long-term-care", "长期护理保险"),
          word("resident", "居民医保"),
          word("no-filing-in-delta-zone", "长三角区域内免备案"),
          word("none", "无"),
          word("government-pays", "政府缴纳"),
          word("family-pays", "家庭缴纳"),
          word("pool", "基本医疗保险统筹基金"),
          word("insurance-funds", "基本医疗保险和大病保险基金"),
          word("with-basic", "与基本医疗保险同时"),
          word("on-application", "申请后享受"),
          word("claimed-by-hand", "向经办机构申请手工报销"),
          word("settled-afterwards", "恢复后由经办机构结算"),
          word("destitute", "特困人员"),
          word("orphan", "孤儿"),
          word("disabled-soldier", "残疾军人"),
          word("full", "全额资助对象"),
          word("civil-affairs", "民政核定对象"),
          word("favoured", "优抚对象"),
          word("hardship-worker", "特困职工"),
          word("fixed", "定额资助对象"),
          word("severely-disabled", "重度残疾人"),
          word("retrenched", "精减退职职工"),
          word("subsistence", "最低生活保障家庭成员"),
          word("near-subsistence", "低保边缘家庭成员"),
          word("rigid-expenditure", "支出型困难家庭成员"),
          word("other-hardship", "其他困难人员"),
          word("recipient", "救助对象"));

  private Rulings() {}

  private static Map.Entry<String, Said> word(String word, String zh) {
    return entry(word, new Said(zh, word.replace('-', ' ')));
  }

  /** A word in both languages; empty where it has none, which a test finds. */
  static Optional<Said> word(String word) {
    return Optional.ofNullable(WORDS.get(word));
  }

  /** A cell that is known. */
  static Said of(Unit unit, Cell cell) {
    return switch (unit) {
      case MONTHS -> new Said(cell + " 个月", cell + " months");
      case DAYS -> new Said(cell + " 日", cell + " days");
      case YEARS -> new Said(cell + " 年", cell + " years");
      case MONTH_DAY -> day(cell.said());
      case SET -> set(cell.said());
      case YES_NO, CHOICE -> word(cell.said()).orElse(Said.plain(cell.said()));
      case COUNT, FEN, BASIS_POINTS, RATIO -> Said.plain(cell.toString());
    };
  }

  private static Said day(String day) {
    return new Said(
        Integer.parseInt(day.substring(0, 2)) + " 月 " + Integer.parseInt(day.substring(3)) + " 日",
        day);
  }

  private static Said set(String bracketed) {
    if (bracketed.length() <= 2) {
      return new Said("无", "nothing of it");
    }
    List<Said> all = new ArrayList<>();
    for (String word : bracketed.substring(1, bracketed.length() - 1).split(", ", -1)) {
      all.add(word(word).orElse(Said.plain(word)));
    }
    return Terms.joined(all);
  }
}
