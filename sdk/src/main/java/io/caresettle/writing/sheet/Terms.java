package io.caresettle.writing.sheet;

import io.caresettle.money.Payer;
import io.caresettle.money.RoundTo;
import io.caresettle.policy.compiled.Dimension;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the pack format as a clerk says them. */
final class Terms {

  private static final Map<String, Said> WORDS =
      Map.ofEntries(
          term("active", "在职", "active"),
          term("retired", "退休", "retired"),
          term("adult", "成年居民", "adult"),
          term("elderly", "老年居民", "elderly"),
          term("student", "大学生", "student"),
          term("child", "未成年居民", "child"),
          term("newborn", "新生儿", "newborn"),
          term("level-1", "一级及社区", "level 1"),
          term("level-2", "二级", "level 2"),
          term("level-3", "三级", "level 3"),
          term("home", "参保地就医", "at home"),
          term("long-term", "异地长期居住", "long-term away"),
          term("referred", "转诊异地", "referred away"),
          term("temporary", "临时外出", "temporarily away"),
          term("unregistered", "异地未备案", "away, unregistered"),
          term("emergency", "异地急诊抢救", "emergency away"),
          term("stay-1", "首次住院", "first stay"),
          term("stay-2", "第二次住院", "second stay"),
          term("stay-3", "第三次及以后", "third and later"),
          term("none", "无", "none"),
          term("deductible", "起付标准", "deductible"),
          term("coinsurance", "共付部分", "coinsurance"),
          term("first-self-pay", "先行自付", "first self-pay"),
          term("over-limit", "超限价自付", "above the price limit"),
          term("out-of-catalogue", "目录外自费", "out of catalogue"),
          term("in-scope-remainder", "起付标准以上未报销部分", "what funds left above the deductible"),
          term("off-site-first", "异地先行自付", "first self-pay away from home"),
          term("current-year", "当年账户", "current-year money"),
          term("past-years", "历年账户", "past-years money"),
          term("in-scope", "符合政策范围费用（减账户先付）", "cost in scope less what the account paid first"),
          term("above-deductible", "起付标准以上费用", "cost above the deductible"),
          term("remaining-in-scope", "范围内扣除各基金已付后的余额", "what funds left of the cost in scope"),
          term(
              "remaining-above-deductible",
              "起付标准以上扣除各基金已付后的余额",
              "what funds left above the deductible"));

  private Terms() {}

  private static Map.Entry<String, Said> term(String word, String zh, String en) {
    return Map.entry(word, new Said(zh, en));
  }

  /** A word of the format; one that a pack made up stays as it is. */
  static Said word(String word) {
    return WORDS.getOrDefault(word, Said.plain(word));
  }

  /** A row of a dimension. */
  static Said row(Dimension dimension, String word) {
    if (word.equals("none")) {
      return dimension == Dimension.AID
          ? new Said("非救助对象", "no aid")
          : new Said("一般人员", "ordinary");
    }
    return dimension == Dimension.GRADE ? new Said(word + " 级", "grade " + word) : word(word);
  }

  /** Some words, joined as a list. */
  static Said words(List<String> words) {
    return joined(words.stream().map(Terms::word).toList());
  }

  static Said payers(List<String> ids) {
    return ids.isEmpty() ? new Said("无", "none") : joined(ids.stream().map(Terms::payer).toList());
  }

  static Said joined(List<Said> all) {
    return new Said(
        join(all, Said::zh, "、"),
        join(all, said -> said.en().isEmpty() ? said.zh() : said.en(), ", "));
  }

  private static String join(List<Said> all, Function<Said, String> side, String comma) {
    return all.stream().map(side).collect(Collectors.joining(comma));
  }

  static Said payer(String id) {
    return Arrays.stream(Payer.values())
        .filter(payer -> payer.id().equals(id))
        .findFirst()
        .map(payer -> new Said(payer.zh(), payer.en()))
        .orElse(Said.plain(id));
  }

  static Said dimension(Dimension dimension) {
    return switch (dimension) {
      case CATEGORY -> new Said("人员类别", "category");
      case LEVEL -> new Said("机构级别", "level");
      case GROUP -> new Said("特殊人群", "group");
      case AID -> new Said("救助身份", "aid class");
      case OFF_SITE -> new Said("异地情形", "away from home");
      case STAY -> new Said("住院次数", "stay of the year");
      case GRADE -> new Said("机构等级", "grade");
    };
  }

  static Said scheme(Scheme scheme) {
    return switch (scheme) {
      case EMPLOYEE -> new Said("职工基本医疗保险", "employees");
      case RESIDENT -> new Said("城乡居民基本医疗保险", "residents");
    };
  }

  static Said care(CareType care) {
    return new Said(care.zh(), care.en());
  }

  static Said standing(Standing standing) {
    return switch (standing) {
      case IN_FORCE -> new Said("现行有效", "in force");
      case DRAFT -> new Said("草案", "draft");
      case REPEALED -> new Said("已废止", "repealed");
      case FICTITIOUS -> new Said("虚构", "fictitious");
    };
  }

  static Said confidence(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> new Said("H 已核原文", "read in the instrument");
      case MEDIUM -> new Said("M 转引", "from a source that repeats it");
      case LOW -> new Said("L 无法核实", "from a source nobody could check");
      case NONE -> new Said("无出处", "no source");
    };
  }

  /** A rounding in plain words. */
  static Said rounding(String word) {
    return RoundTo.named(word).map(Terms::rounding).orElse(Said.plain(word));
  }

  private static Said rounding(RoundTo to) {
    String unitZh = to.unit() == 1 ? "分" : to.unit() == 10 ? "角" : "元";
    String unitEn = to.unit() == 1 ? "fen" : to.unit() == 10 ? "jiao" : "yuan";
    return switch (to.mode()) {
      case HALF_UP -> new Said("四舍五入到" + unitZh, "rounded to the " + unitEn + ", a half up");
      case DOWN -> new Said("舍去" + unitZh + "以下的零头（截位）", "cut off below the " + unitEn);
      case UP -> new Said(unitZh + "以下有零头即进一" + unitZh, "any fraction of a " + unitEn + " up");
      case HALF_EVEN ->
          new Said("四舍六入五成双到" + unitZh, "rounded to the " + unitEn + ", a half to the even one");
    };
  }
}
