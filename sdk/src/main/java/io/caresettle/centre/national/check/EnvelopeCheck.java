package io.caresettle.centre.national.check;

import io.caresettle.centre.national.check.Finding.Kind;
import io.caresettle.centre.national.field.CodeTables;
import io.caresettle.centre.national.field.Form;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.profile.Layout.Entry;
import io.caresettle.centre.national.profile.Layout.Need;
import io.caresettle.centre.national.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Holds the envelope of a request against what all sources say of it. */
final class EnvelopeCheck {

  private static final Pattern MESSAGE_ID = Pattern.compile("[A-Z][0-9A-Z]{11}[0-9]{18}");

  private static final List<Entry> FIELDS =
      List.of(
          text("infno", "交易编号", 4, true),
          text("msgid", "发送方报文ID", 30, true),
          text("mdtrtarea_admvs", "就医地医保区划", 6, true),
          text("insuplc_admdvs", "参保地医保区划", 6, false),
          text("recer_sys_code", "接收方系统代码", 10, true),
          text("dev_no", "设备编号", 100, false),
          text("dev_safe_info", "设备安全信息", 2000, false),
          text("cainfo", "数字签名信息", 1024, false),
          text("signtype", "签名类型", 10, false),
          text("infver", "接口版本号", 6, true),
          text("opter_type", "经办人类别", 3, true),
          text("opter", "经办人", 30, true),
          text("opter_name", "经办人姓名", 50, true),
          entry("inf_time", "交易时间", new Form(Form.Kind.DATE_TIME, OptionalInt.empty(), 0), true),
          text("fixmedins_code", "定点医药机构编号", 12, true),
          text("fixmedins_name", "定点医药机构名称", 20, true),
          text("sign_no", "交易签到流水号", 30, false));

  private static final int SHORTEST_NAME = 20;

  private final Profile profile;
  private final FieldCheck check;
  private final Findings findings;

  EnvelopeCheck(Profile profile, CodeTables codes, Findings findings) {
    this.profile = profile;
    this.findings = findings;
    this.check = new FieldCheck(codes, profile.wording().times(), findings);
  }

  void check(Node envelope, Node input) {
    for (Entry field : FIELDS) {
      Optional<Value> value = envelope.member(field.name()).filter(v -> !v.isEmpty());
      if (value.isEmpty() && field.need() == Need.REQUIRED) {
        missing(field.name(), field.zh());
      }
      value.ifPresent(v -> check.check(here(field), "", v));
    }
    for (String added : profile.gateway().envelopeAdd()) {
      if (envelope.text(added).isEmpty()) {
        missing(added, "");
      }
    }
    boolean person =
        input.members().values().stream()
            .anyMatch(node -> node instanceof Node n && n.text("psn_no").isPresent());
    if (person && envelope.text("insuplc_admdvs").isEmpty()) {
      missing("insuplc_admdvs", "参保地医保区划");
    }
    messageId(envelope);
    institutionName(envelope);
  }

  /** Editions differ: what the shortest would not take may get through, and is told. */
  private void institutionName(Node envelope) {
    envelope
        .text("fixmedins_name")
        .filter(name -> name.codePointCount(0, name.length()) > SHORTEST_NAME)
        .ifPresent(
            unused ->
                findings.note(
                    Kind.TOO_LONG,
                    "",
                    "fixmedins_name",
                    "超过 20 个字符，部分省份不接受，请核实",
                    "more than 20 characters, which some editions do not take: confirm it"));
  }

  private void messageId(Node envelope) {
    envelope
        .text("msgid")
        .filter(id -> !MESSAGE_ID.matcher(id).matches())
        .ifPresent(
            id ->
                findings.note(
                    Kind.WRONG_SHAPE,
                    "",
                    "msgid",
                    "应为机构编号 12 位、时间 14 位、序号 4 位",
                    "expected institution (12), time (14) and number (4)"));
  }

  private void missing(String name, String zh) {
    findings.refuse(
        Kind.MISSING_FIELD,
        "",
        name,
        "报文头必填项为空" + (zh.isEmpty() ? "" : "（" + zh + "）") + "，请填写",
        "required in the envelope and empty: fill it in");
  }

  /** Suffix letters make numbers of five characters wherever there are any. */
  private Entry here(Entry field) {
    Integer length = profile.wording().lengths().get(field.name());
    int suffix = field.name().equals("infno") ? 1 : 0;
    if (length == null) {
      return field;
    }
    int most = Math.max(length, field.form().length().orElse(length) + suffix);
    return new Entry(
        field.node(),
        field.name(),
        field.zh(),
        field.form().ofLength(most),
        field.need(),
        false,
        true,
        List.of());
  }

  private static Entry text(String name, String zh, int length, boolean required) {
    return entry(name, zh, new Form(Form.Kind.TEXT, OptionalInt.of(length), 0), required);
  }

  private static Entry entry(String name, String zh, Form form, boolean required) {
    return new Entry(
        "", name, zh, form, required ? Need.REQUIRED : Need.OPTIONAL, false, true, List.of());
  }
}
