package io.caresettle.sim.whomay;

import io.caresettle.money.Payer;
import io.caresettle.sim.entitle.Cover;
import io.caresettle.sim.entitle.History;
import io.caresettle.sim.entitle.Verdict;
import io.caresettle.writing.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came out, for a clerk: who and where, a table of open and closed, and the reasons. */
final class ToldText {

  private static final int BENEFIT = 28;
  private static final int CELL = 15;
  private static final List<Head> HEADS =
      List.of(
          new Head("pool-fund", "统筹基金", "pool"),
          new Head("critical-illness", "大病保险", "critical"),
          new Head("large-sum-subsidy", "大额补助", "large sum"),
          new Head("medical-aid", "医疗救助", "aid"),
          new Head("personal-account", "个人账户", "account"),
          new Head("family-account", "家庭共济", "family"));

  /** A column of the table. */
  private record Head(String purse, String zh, String en) {}

  private final Told told;
  private final Lines out = new Lines();

  ToldText(Told told) {
    this.told = told;
  }

  List<String> lines() {
    head();
    centre();
    table();
    List<Row> common = common();
    BlockText.common(out, common.stream().filter(row -> !isCash(row)).toList());
    blocks(common).forEach((first, same) -> new BlockText(out, first.rows()).print(first, same));
    if (told.answers().stream().anyMatch(ToldText::hasTestFigures)) {
      out.blank();
      out.wrapped("", "测试数据：所依据的参数未生效、未读到原文或属假定，不能作为结算依据");
      out.wrapped(
          "",
          "TEST FIGURES: rests on what is not in force, not read in the instrument, or assumed");
    }
    return out.all();
  }

  private void head() {
    History person = told.asked().person();
    out.pair("就诊日 day", told.asked().day().toString());
    out.pair(
        "参保人 person",
        person.number()
            + " "
            + person.name()
            + (person.sex() == History.Sex.WOMAN ? "，女 woman，" : "，男 man，")
            + person.born()
            + " 出生 born");
    out.pair("机构 place", PlaceText.of(told.asked().place(), told.asked().day()));
    for (String area : told.lawless()) {
      out.pair("法规 law", area + " 当日没有随附的法规 no ordinance at hand on the day");
    }
    List<Cover> covers = told.centre().covers();
    if (covers.isEmpty()) {
      out.pair("参保 insured", "无参保记录 no enrolment");
    }
    for (Cover cover : covers) {
      boolean serves = told.centre().serving().filter(cover::isOf).isPresent();
      out.pair(
          "参保 insured", (covers.size() > 1 && serves ? "本次 serves：" : "") + CoverText.of(cover));
    }
  }

  private void centre() {
    verdict("统筹基金 pool fund", told.centre().pool());
    verdict("个人账户 account", told.centre().account());
    told.centre()
        .notes()
        .forEach(n -> out.pair("中心 centre", n.rule().id() + "  " + n.zh() + " / " + n.en()));
    told.centre()
        .countsIn()
        .ifPresent(
            year ->
                out.pair(
                    "结算年度 year",
                    year
                        + told.centre()
                            .claimUntil()
                            .map(last -> "，手工报销截止 claims by hand until " + last)
                            .orElse("，手工报销截止未公布 last day of claims by hand not published")));
  }

  private void verdict(String what, Verdict verdict) {
    String state =
        switch (verdict.state()) {
          case OPEN -> "开放 open";
          case PAYABLE_AFTERWARDS -> "可补结算 payable afterwards";
          case CLOSED -> "关闭 closed";
        };
    out.pair(
        "中心 centre",
        what
            + "："
            + state
            + "  "
            + verdict.because().rule().id()
            + " "
            + verdict.because().ground()
            + "  "
            + verdict.because().zh()
            + " / "
            + verdict.because().en()
            + verdict.because().until().map(day -> "，至 until " + day).orElse(""));
  }

  private void table() {
    out.blank();
    StringBuilder zh = new StringBuilder(Columns.left("待遇", BENEFIT));
    StringBuilder en = new StringBuilder(Columns.left("benefit", BENEFIT));
    for (Head head : HEADS) {
      zh.append(Columns.left(head.zh(), CELL));
      en.append(Columns.left(head.en(), CELL));
    }
    out.line(zh.toString().stripTrailing());
    out.line(en.toString().stripTrailing());
    for (Answer answer : told.answers()) {
      String name = Columns.left(answer.benefit().zh() + " " + answer.benefit().word(), BENEFIT);
      if (!answer.given()) {
        out.line(name + "—  本机构不提供 not given here");
      } else if (answer.benefit() == Benefit.LONG_TERM_CARE) {
        out.line(name + "长期护理基金 its own fund: " + state(answer.rows().get(0)));
      } else {
        out.line(
            (name + HEADS.stream().map(h -> cell(answer, h)).collect(Collectors.joining()))
                .stripTrailing());
      }
    }
    out.line("现金总可支付 Cash may always be paid");
  }

  private static String cell(Answer answer, Head head) {
    Optional<Row> row =
        answer.rows().stream().filter(r -> r.purse().id().equals(head.purse())).findFirst();
    boolean differs =
        answer.differences().stream().anyMatch(d -> d.purse().id().equals(head.purse()));
    return Columns.left(row.map(ToldText::state).orElse("—") + (differs ? " *" : ""), CELL);
  }

  static String state(Row row) {
    return row.state();
  }

  /** What is the same for every benefit given here, of several; the table tells cash. */
  private List<Row> common() {
    List<Answer> given = told.answers().stream().filter(Answer::given).toList();
    return given.stream()
        .limit(1)
        .flatMap(answer -> answer.rows().stream())
        .filter(
            row ->
                isCash(row)
                    || (given.size() > 1 && given.stream().allMatch(a -> a.rows().contains(row))))
        .toList();
  }

  private static boolean isCash(Row row) {
    return row.purse().id().equals(Payer.CASH.id());
  }

  /** Benefits that stand alike are told once. */
  private Map<Answer, List<Benefit>> blocks(List<Row> common) {
    Map<Answer, List<Benefit>> blocks = new LinkedHashMap<>();
    for (Answer whole : told.answers()) {
      Answer answer = whole.without(common);
      if (answer.given() && !answer.isEmpty()) {
        Answer first = blocks.keySet().stream().filter(answer::isLike).findFirst().orElse(answer);
        blocks.computeIfAbsent(first, a -> new ArrayList<>()).add(answer.benefit());
      }
    }
    return blocks;
  }

  private static boolean hasTestFigures(Answer answer) {
    return answer.rows().stream()
        .flatMap(row -> row.reasons().stream())
        .anyMatch(reason -> !reason.testFigures().isEmpty());
  }
}
