package io.caresettle.centre.national.check;

import io.caresettle.centre.national.check.Finding.Kind;
import io.caresettle.centre.national.field.CodeTable;
import io.caresettle.centre.national.field.CodeTables;
import io.caresettle.centre.national.field.Form;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.profile.Layout.Entry;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds one value against the form and the table of its field. */
final class FieldCheck {

  private static final Pattern NUMBER = Pattern.compile("-?(\\d+)(?:\\.(\\d+))?");
  private static final DateTimeFormatter DATE = pattern("uuuu-MM-dd");
  private static final DateTimeFormatter DATE_TIME = pattern("uuuu-MM-dd HH:mm:ss");
  private static final int CODES_NAMED = 12;

  private final CodeTables codes;
  private final Map<String, String> times;
  private final Findings findings;

  FieldCheck(CodeTables codes, Map<String, String> times, Findings findings) {
    this.codes = codes;
    this.times = times;
    this.findings = findings;
  }

  void check(Entry entry, String place, Value value) {
    if (value.isEmpty()) {
      return;
    }
    if (value instanceof Node || value instanceof Value.Rows) {
      if (entry.form().kind() != Form.Kind.OBJECT && entry.form().kind() != Form.Kind.UNSTATED) {
        say(entry, place, Kind.WRONG_SHAPE, "应为单个值", "a single value is expected");
      }
      return;
    }
    String text = value.said().orElse("");
    switch (entry.form().kind()) {
      case NUMBER -> number(entry, place, text);
      case DATE -> time(entry, place, text, DATE, "2024-01-08");
      case DATE_TIME -> time(entry, place, text, DATE_TIME, "2024-01-08 15:01:00");
      case TEXT, UNSTATED -> length(entry, place, text);
      case OBJECT -> {}
    }
    code(entry, place, text);
  }

  private void length(Entry entry, String place, String text) {
    int most = entry.form().length().orElse(Integer.MAX_VALUE);
    int characters = text.codePointCount(0, text.length());
    if (characters > most) {
      say(
          entry,
          place,
          Kind.TOO_LONG,
          "超长：" + characters + " 个字符，最多 " + most + " 个，请缩短",
          characters + " characters, at most " + most + ": shorten it");
    }
  }

  private void number(Entry entry, String place, String text) {
    Matcher digits = NUMBER.matcher(text);
    if (!digits.matches()) {
      say(entry, place, Kind.NO_NUMBER, "不是数字，请用数字书写", "no number: write digits and a point");
      return;
    }
    if (entry.form().length().isEmpty()) {
      return;
    }
    int decimals = digits.group(2) == null ? 0 : digits.group(2).length();
    int mostDecimals = entry.form().decimals();
    if (decimals > mostDecimals) {
      say(
          entry,
          place,
          Kind.TOO_MANY_DECIMALS,
          "小数 " + decimals + " 位，最多 " + mostDecimals + " 位",
          decimals + " decimals, at most " + mostDecimals);
    }
    int whole = digits.group(1).length();
    int mostWhole = entry.form().length().getAsInt() - mostDecimals;
    if (whole > mostWhole) {
      say(
          entry,
          place,
          Kind.TOO_LONG,
          "整数 " + whole + " 位，最多 " + mostWhole + " 位",
          whole + " digits before the point, at most " + mostWhole);
    }
  }

  private void time(
      Entry entry, String place, String text, DateTimeFormatter usual, String example) {
    Optional<String> own = Optional.ofNullable(times.get(entry.name()));
    // One source prints "date" for what it sends as a time.
    boolean eitherWay = usual == DATE && own.isEmpty() && entry.name().endsWith("time");
    DateTimeFormatter form = own.map(FieldCheck::pattern).orElse(usual);
    if (!parses(form, text) && !(eitherWay && parses(DATE_TIME, text))) {
      String expected = own.orElse(example);
      say(entry, place, Kind.NO_DATE, "日期格式有误，应如 " + expected, "expected such as " + expected);
    }
  }

  private static boolean parses(DateTimeFormatter form, String text) {
    try {
      form.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Where a table is known it counts, whether or not this source marks the field as coded. */
  private void code(Entry entry, String place, String text) {
    Optional<CodeTable> table = codes.of(entry.name()).filter(t -> !t.knows(text));
    table.ifPresent(
        t -> {
          String some =
              t.values().keySet().stream().limit(CODES_NAMED).collect(Collectors.joining(", "));
          String more = t.values().size() > CODES_NAMED ? " …" : "";
          say(
              entry,
              place,
              Kind.NOT_IN_TABLE,
              "代码不在字典“" + t.zh() + "”中，可用 " + some + more,
              "not in the table '" + t.name() + "': one of " + some + more);
        });
  }

  private void say(Entry entry, String place, Kind kind, String zh, String en) {
    findings.say(entry.confirmed(), kind, place, entry.name(), zh + MessageCheck.named(entry), en);
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
