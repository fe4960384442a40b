package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The codes of the interface beside the words of the centre. */
final class Words {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** The fictitious area has a division that does not exist. */
  private static final String TEST_AREA = "test";

  private static final String TEST_DIVISION = "990000";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(CHINA);

  private static final Map<String, String> SCHEMES =
      Map.of("310", "employee", "390", "resident");

  private Words() {}

  static String time(Instant at) {
    return TIME.format(at);
  }

  static String area(String division) {
    return division.equals(TEST_DIVISION) ? TEST_AREA : division;
  }

  static String division(String area) {
    return area.equals(TEST_AREA) ? TEST_DIVISION : area;
  }

  /** The scheme of an insurance; refused where the simulated centre settles none such. */
  static String scheme(String insurance) {
    String scheme = SCHEMES.get(insurance);
    if (scheme == null) {
      throw new SaysNo("险种类型 " + insurance + " 在模拟平台没有参保登记，可用 310、390");
    }
    return scheme;
  }

  static String insurance(String scheme) {
    return scheme.equals("resident") ? "390" : "310";
  }

  /** The kind of care; refused where the simulated centre judges none such. */
  static String care(String medType) {
    if (medType.matches("41")) {
      return "pharmacy";
    }
    if (medType.matches("1[123]")) {
      return "outpatient";
    }
    if (medType.matches("2[12348]|210[1267]")) {
      return "inpatient";
    }
    throw new SaysNo("医疗类别 " + medType + " 模拟平台不裁定，可用 11、12、13、21 至 24、28、41");
  }

  static String clearing(String care) {
    return switch (care) {
      case "pharmacy" -> "41";
      case "inpatient" -> "21";
      default -> "11";
    };
  }

  /** The day of a time or a date. */
  static LocalDate day(String time) {
    try {
      return LocalDate.parse(time.substring(0, Math.min(10, time.length())));
    } catch (DateTimeException e) {
      throw new SaysNo("日期格式有误，应为 yyyy-MM-dd");
    }
  }

  static long millis(String time) {
    try {
      return LocalDateTime.parse(time.replace(' ', 'T')).atZone(CHINA).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      return 0;
    }
  }

  /** What must be there, once the field check has let it pass. */
  static String must(Node node, String field, String zh) {
    return node.text(field).orElseThrow(() -> new SaysNo(field + "（" + zh + "）: 必填项为空"));
  }
}
