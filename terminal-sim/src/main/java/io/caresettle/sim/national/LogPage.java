package io.caresettle.sim.national;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The log as a page, and as lines of JSON. */
record LogPage(RequestLog log, String profile) {

  private static final int SHOWN = 200;

  /** What a reader asked for. */
  record Page(String type, String text) {}

  /**
   * @param path {@code /log}, {@code /log.jsonl} or {@code /log/} and a number
   */
  Page page(String path, String query) {
    Map<String, String> filter = filter(query);
    if (path.equals("/log.jsonl")) {
      return new Page(
          "application/x-ndjson; charset=utf-8",
          log.some(filter).stream()
              .map(entry -> entry.line() + "\n")
              .collect(Collectors.joining()));
    }
    if (path.startsWith("/log/") && path.substring(5).matches("\\d{1,18}")) {
      return html(
          log.find(Long.parseLong(path.substring(5)))
              .map(LogPage::whole)
              .orElse("<p>没有这条记录 no such entry</p>"));
    }
    return html(form(filter) + table(log.some(filter)));
  }

  static Map<String, String> filter(String query) {
    Map<String, String> filter = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        filter.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
      }
    }
    return filter;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private Page html(String body) {
    return new Page(
        "text/html; charset=utf-8",
        "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><title>模拟医保平台 请求日志</title>"
            + "<style>body{font:14px sans-serif;margin:1.5em}table{border-collapse:collapse}"
            + "td,th{border:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}"
            + "tr.no td{background:#fff0f0}pre{white-space:pre-wrap;background:#f6f6f6;padding:1em}"
            + "</style><h1>模拟医保平台 请求日志 <small>"
            + escaped(profile)
            + "</small></h1>"
            + body
            + "</html>");
  }

  private static String form(Map<String, String> filter) {
    return "<form>交易编号 "
        + input("infno", filter)
        + " 报文ID "
        + input("msgid", filter)
        + " 机构 "
        + input("fixmedins_code", filter)
        + " 全文 "
        + input("text", filter)
        + " <label><input type=checkbox name=refused value=1"
        + (filter.getOrDefault("refused", "").equals("1") ? " checked" : "")
        + "> 仅看失败</label> <button>筛选</button> <a href=\"/log.jsonl\">导出 JSON 行</a></form>";
  }

  private static String input(String name, Map<String, String> filter) {
    return "<input name="
        + name
        + " size=12 value=\""
        + escaped(filter.getOrDefault(name, ""))
        + "\">";
  }

  private static String table(List<Entry> entries) {
    StringBuilder rows =
        new StringBuilder("<table><tr><th>#<th>时间<th>交易<th>机构<th>报文ID<th>毫秒<th>结果<th>说明</tr>");
    entries.stream()
        .limit(SHOWN)
        .forEach(
            entry ->
                rows.append(entry.refusal().isEmpty() ? "<tr>" : "<tr class=no>")
                    .append("<td><a href=\"/log/")
                    .append(entry.number())
                    .append("\">")
                    .append(entry.number())
                    .append("</a>")
                    .append(cell(Words.time(entry.at())))
                    .append(cell(entry.transaction()))
                    .append(cell(entry.institution()))
                    .append(cell(entry.messageId()))
                    .append(cell(Long.toString(entry.millis())))
                    .append(cell(entry.code()))
                    .append("<td>")
                    .append(lines(entry.refusal()))
                    .append(escaped(entry.fault().isEmpty() ? "" : "故障 " + entry.fault()))
                    .append("</tr>"));
    return rows.append("</table>").toString();
  }

  private static String cell(String text) {
    return "<td>" + escaped(text);
  }

  private static String lines(List<String> texts) {
    return texts.stream().map(LogPage::escaped).collect(Collectors.joining("<br>"));
  }

  private static String whole(Entry entry) {
    return "<p><a href=\"/log\">返回</a></p><h2>"
        + escaped(entry.transaction() + " " + entry.messageId())
        + "</h2><h3>错误</h3><p>"
        + lines(entry.refusal())
        + "</p><h3>提示</h3><p>"
        + lines(entry.notices())
        + "</p><h3>请求</h3><pre>"
        + escaped(entry.request())
        + "</pre><h3>应答</h3><pre>"
        + escaped(entry.answer())
        + "</pre>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
