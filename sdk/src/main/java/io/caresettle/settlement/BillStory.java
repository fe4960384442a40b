package io.caresettle.settlement;

import io.caresettle.journal.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to a bill, in words: a sentence for each of its records, Chinese with English. */
public final class BillStory {

  /**
   * One thing that happened.
   *
   * @param record its place in the journal
   * @param at by this terminal's clock
   * @param what the record's name
   * @param messageId the message that it speaks of; empty where it speaks of none
   */
  public record Line(
      long record, Instant at, String what, String messageId, String zh, String en) {}

  private record Sentence(String zh, String en) {}

  private BillStory() {}

  /** The story that {@code entries} of one bill tell, oldest first. */
  public static List<Line> of(List<Entry> entries) {
    return entries.stream().map(BillStory::line).toList();
  }

  private static Line line(Entry entry) {
    Sentence said = sentence(entry, TextBody.parse(entry.body()));
    return new Line(
        entry.position(),
        entry.time(),
        entry.type().name(),
        entry.messageId(),
        said.zh(),
        said.en());
  }

  /** Types that came later than this class have a sentence without particulars. */
  private static Sentence sentence(Entry entry, TextBody body) {
    return switch (entry.type()) {
      case QUOTED ->
          say(
              "中心预结算" + zh(body) + "，未动资金",
              "the centre tried the bill" + en(body) + "; no money moved");
      case SETTLE_INTENT ->
          say(
              "患者确认，经办人 " + body.getOrEmpty("operator") + " 发起结算" + zh(body),
              "the patient agreed and operator "
                  + body.getOrEmpty("operator")
                  + " began to settle"
                  + en(body));
      case NOT_SENT ->
          say(
              "报文未发出，未结算（" + body.getOrEmpty("why") + "）",
              "nothing was sent, so nothing was settled (" + body.getOrEmpty("why") + ")");
      case UNKNOWN ->
          say(
              "结果不明（" + body.getOrEmpty("why") + "），转入自动核实",
              "nobody knows the outcome (" + body.getOrEmpty("why") + "); the resolver asks");
      case WANTED ->
          say(
              "经办人仍需此单，至 " + body.getOrEmpty("until"),
              "the operator still wants it, until " + body.getOrEmpty("until"));
      case SETTLED ->
          say(
              "已结算，结算号 " + body.getOrEmpty("settlement-id") + zh(body),
              "settled as " + body.getOrEmpty("settlement-id") + en(body));
      case SETTLED_DIFFERENTLY ->
          say(
              "已结算，但金额与确认的不同，结算号 " + body.getOrEmpty("settlement-id") + zh(body),
              "settled as "
                  + body.getOrEmpty("settlement-id")
                  + ", but not with the figures that were agreed"
                  + en(body));
      case DIFFERENCE_ACCEPTED -> say("已接受不同的金额", "the other figures were accepted");
      case REFUSED ->
          say(
              "中心拒绝，未动资金：" + body.getOrEmpty("code") + " " + body.getOrEmpty("zh"),
              "the centre refused and no money moved: "
                  + body.getOrEmpty("code")
                  + " "
                  + body.getOrEmpty("en"));
      case REVERSE_INTENT ->
          say(
              "开始冲正（" + body.getOrEmpty("why") + "），直至确认撤销",
              "it is to be undone (" + body.getOrEmpty("why") + "), and is asked for until it is");
      case REVERSED ->
          say(
              "已冲正，" + undone(body).map(id -> "结算号 " + id + " 已撤销").orElse("中心并无此笔结算"),
              "undone: "
                  + undone(body)
                      .map(id -> "settlement " + id + " does not stand any more")
                      .orElse("the centre has no such settlement"));
      case LATE_ANSWER ->
          say(
              "迟到的应答，不再影响结果（" + body.getOrEmpty("what") + "）",
              "an answer that came too late to decide anything (" + body.getOrEmpty("what") + ")");
      case HELD_BY_CENTRE ->
          say(
              "中心有此笔结算，结算号 " + body.getOrEmpty("settlement-id") + zh(body) + "，本机流水中没有，列为争议",
              "the centre holds settlement "
                  + body.getOrEmpty("settlement-id")
                  + en(body)
                  + ", of which nothing is known here; it is disputed");
      case COSTS_INTENT ->
          say(
              "费用待上传医保中心" + zh(body),
              "its costs are to be told to the centre" + en(body));
      case COSTS_UPLOADED ->
          say(
              body.getOrEmpty("upload").isEmpty()
                  ? "中心拒收费用上传：" + body.getOrEmpty("code") + " " + body.getOrEmpty("zh")
                  : "费用已上传，编号 " + body.getOrEmpty("upload"),
              body.getOrEmpty("upload").isEmpty()
                  ? "the centre will not take its costs: " + body.getOrEmpty("code")
                  : "the centre holds its costs as " + body.getOrEmpty("upload"));
      case COSTS_WITHDRAWN -> say("费用上传已撤回，改为联网结算", "its costs are told no more: it is settled");
      case ACKNOWLEDGED -> say("收费系统已入账此结果", "the caller has booked this ending");
      default ->
          say(
              entry.type().name() + "（" + body.getOrEmpty("why") + "）",
              entry.type().name() + " (" + body.getOrEmpty("why") + ")");
    };
  }

  private static Optional<String> undone(TextBody body) {
    return Optional.of(body.getOrEmpty("settlement-id")).filter(id -> !id.isEmpty());
  }

  private static String zh(TextBody body) {
    String total = body.getOrEmpty("total");
    return total.isEmpty() ? "" : "，总额 " + total + " 元";
  }

  private static String en(TextBody body) {
    String total = body.getOrEmpty("total");
    return total.isEmpty() ? "" : ", in all " + total + " yuan";
  }

  private static Sentence say(String zh, String en) {
    return new Sentence(zh, en);
  }
}
