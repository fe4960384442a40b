package io.caresettle.settlement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reasons that records give, for who reads Chinese. Records keep them in English, some with
 * particulars at the end; one that is not known here stays as it was kept.
 */
final class StoryReasons {

  private static final Pattern ABSENT =
      Pattern.compile("the centre had not seen it (\\d+) times after (\\d+) s");

  private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

  static {
    BEGINNINGS.put("the terminal ended before the answer came", "终端在应答到达前退出");
    BEGINNINGS.put("settled after it was wanted", "超过等待期限后才结算成功");
    BEGINNINGS.put("somebody wants it looked into", "有人要求重新核实");
    BEGINNINGS.put("not wanted", "单据不再需要");
    BEGINNINGS.put("not found in time", "期限内中心无此单");
    BEGINNINGS.put("not found", "中心无此单");
    BEGINNINGS.put("the centre has not seen it", "中心未收到此单");
    BEGINNINGS.put("it arrived after all", "此单最终到达了中心");
    BEGINNINGS.put("the answer was for another message", "应答属于其他报文");
    BEGINNINGS.put("the terminal closed", "终端关闭");
    BEGINNINGS.put("no answer came in time", "期限内中心无应答");
    BEGINNINGS.put("no answer", "中心无应答");
    BEGINNINGS.put("undone", "已冲正");
    BEGINNINGS.put("settled as ", "已结算，结算号 ");
    BEGINNINGS.put("cancelled ", "已撤销，结算号 ");
    BEGINNINGS.put(
        "booked as settled, and not wanted any more: cancel it once it stands",
        "已入账而不再需要，核实有效后请撤销");
    BEGINNINGS.put(
        "booked as settled, and the centre did not confirm it in time", "已入账，而期限内中心未予确认");
    BEGINNINGS.put("booked as settled, and the centre has not seen it", "已入账，而中心称未收到此单");
    BEGINNINGS.put("settled at the centre after all", "中心后又称已结算");
    BEGINNINGS.put("the centre sent another receipt", "中心发来不同的结算回执");
    BEGINNINGS.put("the centre refused what it had settled", "中心对已结算的单据又称拒绝");
    BEGINNINGS.put("refused ", "已拒绝，代码 ");
    BEGINNINGS.put("amounts differ: ours ", "金额不符：我方 ");
    BEGINNINGS.put("restored copy", "本机流水库是在用流水库的副本，副本中未了结的单据只查询、不自动冲正");
    BEGINNINGS.put("lost journal: ours has none; the centre's ", "流水遗失：我方无记录，中心 ");
    BEGINNINGS.put("lost journal", "流水遗失");
    BEGINNINGS.put("only ours: ", "我有中心无：");
    BEGINNINGS.put("only theirs: ours ", "中心有我无：我方 ");
  }

  private StoryReasons() {}

  static String zh(String reason) {
    Matcher absent = ABSENT.matcher(reason);
    if (absent.matches()) {
      return "查询 " + absent.group(1) + " 次、历时 " + absent.group(2) + " 秒，中心均未收到此单";
    }
    return BEGINNINGS.entrySet().stream()
        .filter(known -> reason.startsWith(known.getKey()))
        .findFirst()
        .map(known -> known.getValue() + reason.substring(known.getKey().length()))
        .orElse(reason);
  }
}
