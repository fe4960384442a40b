package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.profile.Profile;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what is wrong with an envelope, field by field. */
record EnvelopeCheck(Profile profile) {

  private static final Map<String, String> REQUIRED =
      Map.ofEntries(
          Map.entry("infno", "交易编号"),
          Map.entry("msgid", "发送方报文ID"),
          Map.entry("mdtrtarea_admvs", "就医地医保区划"),
          Map.entry("recer_sys_code", "接收方系统代码"),
          Map.entry("infver", "接口版本号"),
          Map.entry("opter_type", "经办人类别"),
          Map.entry("opter", "经办人"),
          Map.entry("opter_name", "经办人姓名"),
          Map.entry("inf_time", "交易时间"),
          Map.entry("fixmedins_code", "定点医药机构编号"),
          Map.entry("fixmedins_name", "定点医药机构名称"));

  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("msgid", 30),
          Map.entry("mdtrtarea_admvs", 6),
          Map.entry("insuplc_admdvs", 6),
          Map.entry("recer_sys_code", 10),
          Map.entry("dev_no", 100),
          Map.entry("dev_safe_info", 2000),
          Map.entry("cainfo", 1024),
          Map.entry("signtype", 10),
          Map.entry("infver", 6),
          Map.entry("opter_type", 3),
          Map.entry("opter", 30),
          Map.entry("opter_name", 50),
          Map.entry("inf_time", 19),
          Map.entry("sign_no", 30));

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter IN_ID =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

  /** All that is wrong, such as {@code msgid（发送方报文ID）: …}. */
  List<String> faults(Node envelope) {
    List<String> found = new ArrayList<>();
    REQUIRED.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(field -> envelope.text(field.getKey()).isEmpty())
        .forEach(field -> found.add(field.getKey() + "（" + field.getValue() + "）: 必填项为空"));
    for (String added : profile.gateway().envelopeAdd()) {
      if (envelope.member(added).isEmpty()) {
        found.add(added + ": 本省报文头须含此字段");
      }
    }
    lengths(envelope, found);
    envelope
        .text("inf_time")
        .filter(text -> !parses(TIME, text))
        .ifPresent(text -> found.add("inf_time（交易时间）: 应为 yyyy-MM-dd HH:mm:ss"));
    envelope
        .text("opter_type")
        .filter(text -> !text.matches("[123]"))
        .ifPresent(text -> found.add("opter_type（经办人类别）: 应为 1 经办人、2 自助终端或 3 移动终端"));
    messageId(envelope).ifPresent(found::add);
    return found;
  }

  private void lengths(Node envelope, List<String> found) {
    envelope
        .members()
        .forEach(
            (name, value) -> {
              int most =
                  profile
                      .wording()
                      .lengths()
                      .getOrDefault(name, LENGTHS.getOrDefault(name, Integer.MAX_VALUE));
              int length = value.said().map(text -> text.codePointCount(0, text.length())).orElse(0);
              if (length > most && !name.equals("infno")) {
                found.add(name + ": 超长，" + length + " 个字符，最多 " + most + " 个");
              }
            });
  }

  /** Institution, time and number: who reverses by it must be able to trust it. */
  private static Optional<String> messageId(Node envelope) {
    String id = envelope.text("msgid").orElse("");
    String institution = envelope.text("fixmedins_code").orElse("");
    boolean good =
        id.matches("[0-9A-Z]{12}\\d{18}")
            && id.startsWith(institution)
            && parses(IN_ID, id.substring(12, 26));
    return id.isEmpty() || good
        ? Optional.empty()
        : Optional.of("msgid（发送方报文ID）: 应为 30 位，机构编号 12 位 + yyyyMMddHHmmss + 流水号 4 位");
  }

  private static boolean parses(DateTimeFormatter form, String text) {
    try {
      form.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
