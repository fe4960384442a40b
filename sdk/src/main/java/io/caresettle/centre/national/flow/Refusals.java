package io.caresettle.centre.national.flow;

import io.caresettle.centre.Refusal;
import io.caresettle.centre.Reply;
import io.caresettle.centre.national.check.Finding;
import io.caresettle.centre.national.envelope.Verdict;
import io.caresettle.problem.NextStep;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Refusals, the platform's and our own, in words without personal data. */
final class Refusals {

  /** Identity, card and person numbers, should a text of the platform quote one. */
  private static final Pattern NUMBERS = Pattern.compile("[0-9]{9,}[0-9Xx]?");

  private static final int SHOWN = 8;

  private Refusals() {}

  /** The code is the name of what the text means. */
  static Refusal of(String transaction, Verdict.Refused refused) {
    String said = said(refused.text());
    String code = refused.meaning().name();
    return new Refusal(
        code,
        said.isBlank() ? "医保平台未说明原因（交易 " + transaction + "）" : said,
        "the platform refused " + transaction + " with code " + refused.code(),
        "",
        code.equals("TRY_AGAIN") ? NextStep.TRY_AGAIN : NextStep.FULL_CASH_WITH_SLIP);
  }

  /** A text of the platform, without the numbers of persons. */
  static String said(String text) {
    return NUMBERS.matcher(text).replaceAll("***");
  }

  static <T> Reply<T> notHere(String zh, String en) {
    return new Reply.Refused<>(
        new Refusal(
            "NOT_IN_THE_NATIONAL_INTERFACE",
            "国家接口没有此功能：" + zh,
            "the national interface does not have this: " + en,
            "",
            NextStep.FULL_CASH_WITH_SLIP));
  }

  static <T> Reply<T> own(String code, String zh, String en, NextStep next) {
    return new Reply.Refused<>(new Refusal(code, zh, en, "", next));
  }

  /** A message that would not get through. */
  static <T> Reply<T> fields(String transaction, List<Finding> wrong) {
    String all =
        wrong.stream().limit(SHOWN).map(Finding::toString).collect(Collectors.joining("; "));
    return own(
        "FIELDS",
        "交易 " + transaction + " 的数据不完整：" + all,
        "what " + transaction + " needs is not there (" + wrong.size() + " fields): " + all,
        NextStep.FULL_CASH_WITH_SLIP);
  }

  /** What is no answer becomes one of the same kind for another question. */
  static <A, B> Reply<B> passedOn(Reply<A> reply) {
    if (reply instanceof Reply.Refused<A> r) {
      return new Reply.Refused<>(r.refusal());
    } else if (reply instanceof Reply.NotSent<A> n) {
      return new Reply.NotSent<>(n.why());
    } else if (reply instanceof Reply.NotAuthentic<A> f) {
      return new Reply.NotAuthentic<>(f.sent(), f.why());
    } else if (reply instanceof Reply.NoAnswer<A> n) {
      return new Reply.NoAnswer<>(n.why());
    }
    throw new IllegalArgumentException("An answer is not passed on");
  }
}
