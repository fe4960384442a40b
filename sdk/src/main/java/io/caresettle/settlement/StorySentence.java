package io.caresettle.settlement;

import io.caresettle.journal.RecordType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * What one record says, in words: what happened, and where somebody has something to do, what. It
 * names nobody but operators.
 */
record StorySentence(String zh, String en) {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  /** Whoever adds a type of record has to say here how it reads: there is no default. */
  static StorySentence of(RecordType type, TextBody body) {
    return switch (type) {
      case QUOTED ->
          say(
              "中心预结算" + zhTotal(body) + "，未动资金",
              "the centre tried the bill" + enTotal(body) + "; no money moved");
      case SETTLE_INTENT -> settleIntent(body);
      case NOT_SENT ->
          say(
              "报文未发出，未结算，可重新结算（" + zhWhy(body) + "）",
              "nothing was sent, so nothing was settled, and it can be tried again ("
                  + enWhy(body)
                  + ")");
      case UNKNOWN ->
          say(
              "结果不明（" + zhWhy(body) + "），终端自动核实，勿另行结算",
              "nobody knows the outcome ("
                  + enWhy(body)
                  + "); the terminal finds out: do not settle it under another number");
      case WANTED ->
          say(
              "经办人仍需此单，等到 " + china(body.getOrEmpty("until")),
              "the operator still wants it, until " + china(body.getOrEmpty("until")));
      case SETTLED ->
          say(
              "已结算，结算号 " + settlement(body) + zhTotal(body),
              "settled as " + settlement(body) + enTotal(body));
      case SETTLED_DIFFERENTLY ->
          say(
              "已结算，但金额与患者确认的不同，待主管接受或撤回，结算号 " + settlement(body) + zhTotal(body),
              "settled as "
                  + settlement(body)
                  + ", but not with the figures that were agreed"
                  + enTotal(body)
                  + "; a supervisor accepts them or undoes it");
      case DIFFERENCE_ACCEPTED -> say("已接受不同的金额", "the other figures were accepted");
      case REFUSED ->
          say(
              "中心拒绝，未动资金：" + zhRefusal(body),
              "the centre refused, and no money moved: " + enRefusal(body));
      case REVERSE_INTENT ->
          say(
              "开始冲正（" + zhWhy(body) + "），反复请求直至中心确认",
              "it is to be undone (" + enWhy(body) + "); the centre is asked until it says so");
      case REVERSED -> reversed(body);
      case LATE_ANSWER -> lateAnswer(body.getOrEmpty("what"));
      case ACKNOWLEDGED -> say("收费系统已入账此结果", "the caller's own books hold this ending");
      case CLAIM_SLIP ->
          say(
              "全额现金收费，已出具零星报销凭证",
              "all of it was paid in cash, and a slip for a later claim was made out");
      case CANCEL_INTENT -> cancelIntent(body);
      case CANCELLED ->
          say(
              "中心已撤销，结算号 "
                  + settlement(body)
                  + " 不再有效，撤销号 "
                  + body.getOrEmpty("cancellation-id")
                  + zhTotal(body).replace("总额", "退回"),
              "the centre cancelled settlement "
                  + settlement(body)
                  + " by "
                  + body.getOrEmpty("cancellation-id")
                  + enTotal(body).replace("in all", "giving back"));
      case CANCEL_REFUSED ->
          say(
              "中心拒绝撤销，原结算仍然有效：" + zhRefusal(body),
              "the centre refused to cancel, and the settlement stands: " + enRefusal(body));
      case PRESUMED_ABSENT ->
          say(
              "视为从未到达中心，未结算（" + zhWhy(body) + "）；日终明细若有此单将重新核实",
              "taken never to have arrived, so nothing was settled ("
                  + enWhy(body)
                  + "); the day's end looks for it once more");
      case REOPENED ->
          say("重新核实（" + zhWhy(body) + "）", "it is looked into again (" + enWhy(body) + ")");
      case DISPUTED ->
          say(
              "与中心记录不一致，须人工处理，勿重复结算（" + StoryReasons.zh(body.getOrEmpty("reason")) + "）",
              "both sides disagree, and a person has to decide; do not settle it again ("
                  + body.getOrEmpty("reason")
                  + ")");
      case RECONCILED ->
          say(
              "日终对账一致，" + body.getOrEmpty("day"),
              "both books agreed at the end of " + body.getOrEmpty("day"));
      case COSTS_INTENT ->
          say("未经基金结算的费用待上传中心", "costs that no fund settled are to be told to the centre");
      case COSTS_UPLOADED -> costsUploaded(body);
      case VISIT_CALL ->
          say(
              "就诊步骤 " + body.getOrEmpty("call") + "：" + callStateZh(body.getOrEmpty("state")),
              "call "
                  + body.getOrEmpty("call")
                  + " of the visit: "
                  + callState(body.getOrEmpty("state")));
      case COSTS_WITHDRAWN -> say("费用上传已撤回，改为联网结算", "its costs are told no more: it is settled");
      case HELD_BY_CENTRE ->
          say(
              "中心有此笔结算，结算号 "
                  + body.getOrEmpty("settlement-id")
                  + zhTotal(body)
                  + "，本机流水中没有，列为争议，请与中心核对",
              "the centre holds settlement "
                  + body.getOrEmpty("settlement-id")
                  + enTotal(body)
                  + ", of which nothing is known here; it is disputed, compare with the centre");
    };
  }

  private static StorySentence settleIntent(TextBody body) {
    String operator = body.getOrEmpty("operator");
    StringBuilder told = new StringBuilder();
    for (Leave leave : OthersText.leave(body)) {
      told.append(told.isEmpty() ? "" : ", ").append(leave.payer());
    }
    return say(
        "患者确认，经办人 "
            + operator
            + " 发起结算"
            + zhTotal(body)
            + (told.isEmpty() ? "" : "，患者授权告知 " + told),
        "the patient agreed and operator "
            + operator
            + " began to settle"
            + enTotal(body)
            + (told.isEmpty() ? "" : ", with leave to tell " + told));
  }

  private static StorySentence reversed(TextBody body) {
    String id = settlement(body);
    return id.isEmpty()
        ? say("已冲正，中心并无有效结算", "undone: nothing of it stands at the centre")
        : say("已冲正，结算号 " + id + " 不再有效", "undone: settlement " + id + " does not stand any more");
  }

  private static StorySentence cancelIntent(TextBody body) {
    String approved = body.getOrEmpty("approved-by");
    String anew = body.getOrEmpty("anew");
    String operator = body.getOrEmpty("operator");
    String reason = body.getOrEmpty("reason");
    return say(
        "经办人 "
            + operator
            + " 要求撤销（"
            + reason
            + "）"
            + (approved.isEmpty() ? "" : "，复核 " + approved)
            + (anew.isEmpty() ? "" : "，余下部分以单据 " + anew + " 重新结算"),
        "operator "
            + operator
            + " asked to cancel it ("
            + reason
            + ")"
            + (approved.isEmpty() ? "" : ", approved by " + approved)
            + (anew.isEmpty() ? "" : "; what remains is settled anew as bill " + anew));
  }

  /** To have been seen nowhere decides nothing either: it may still be on its way. */
  private static StorySentence lateAnswer(String what) {
    return what.equals(BillRecord.LateAnswer.NOT_FOUND)
        ? say("查询：中心尚未收到此单", "the centre was asked, and has not seen it")
        : say(
            "应答迟到，不再影响结果（" + StoryReasons.zh(what) + "）",
            "an answer came too late to decide anything (" + what + ")");
  }

  private static String callState(String state) {
    return switch (state) {
      case "OWED" -> "to be sent once the settlement stands";
      case "BEGUN" -> "sent, and nobody knows yet";
      case "STANDS" -> "stands";
      case "UNDO_BEGUN" -> "its undo was sent, and nobody knows yet";
      case "GONE" -> "never was, or is undone";
      default -> state;
    };
  }

  private static String callStateZh(String state) {
    return switch (state) {
      case "OWED" -> "结算成立后补送";
      case "BEGUN" -> "已发出，结果待查";
      case "STANDS" -> "已办理";
      case "UNDO_BEGUN" -> "撤销已发出，结果待查";
      case "GONE" -> "未办理或已撤销";
      default -> state;
    };
  }

  private static StorySentence costsUploaded(TextBody body) {
    return body.getOrEmpty("code").isEmpty()
        ? say("中心已收到上传的费用", "the centre holds the costs")
        : say(
            "中心不收上传的费用：" + zhRefusal(body),
            "the centre will not have the costs: " + enRefusal(body));
  }

  private static String settlement(TextBody body) {
    return body.getOrEmpty("settlement-id");
  }

  private static String zhWhy(TextBody body) {
    return StoryReasons.zh(body.getOrEmpty("why"));
  }

  private static String enWhy(TextBody body) {
    return body.getOrEmpty("why");
  }

  private static String zhRefusal(TextBody body) {
    return body.getOrEmpty("zh") + code(body);
  }

  private static String enRefusal(TextBody body) {
    return body.getOrEmpty("en") + code(body);
  }

  private static String code(TextBody body) {
    String basis = body.getOrEmpty("legal-basis");
    return " [" + body.getOrEmpty("code") + (basis.isEmpty() ? "" : ", " + basis) + "]";
  }

  private static String zhTotal(TextBody body) {
    String total = body.getOrEmpty("total");
    return total.isEmpty() ? "" : "，总额 " + total + " 元";
  }

  private static String enTotal(TextBody body) {
    String total = body.getOrEmpty("total");
    return total.isEmpty() ? "" : ", in all " + total + " yuan";
  }

  /** What others wrote may hold anything; a story has a line for each record. */
  private static String onOneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** The clock that everything else of a story is told by. */
  private static String china(String time) {
    try {
      return WHEN.format(Instant.parse(time));
    } catch (DateTimeParseException e) {
      return time;
    }
  }

  private static StorySentence say(String zh, String en) {
    return new StorySentence(onOneLine(zh), onOneLine(en));
  }
}
