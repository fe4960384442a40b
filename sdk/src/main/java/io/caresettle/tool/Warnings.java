package io.caresettle.tool;

import io.caresettle.protocol.certificate.ExpiryAlarm;
import io.caresettle.sdk.Alarm;
import io.caresettle.sdk.TerminalListener;
import io.caresettle.split.BillId;
import java.io.PrintWriter;
import java.util.List;

/**
 * Says on standard error what a person has to do something about, for whoever looks after the
 * process of a terminal: its callers may show none of it.
 */
final class Warnings implements TerminalListener {

  private final PrintWriter err;

  Warnings(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void alarm(Alarm alarm) {
    say("告警 alarm " + alarm.kind() + ": " + alarm.text());
  }

  @Override
  public void keysExpire(ExpiryAlarm alarm) {
    say("证书 certificates: " + alarm.text());
  }

  @Override
  public void disputed(BillId bill, String reason) {
    say(
        "争议 dispute: "
            + bill.number()
            + " "
            + reason
            + "；请主管核对后处理，勿重新结算 / let a supervisor look at it, and do not settle it again");
  }

  @Override
  public void notAuthentic(String type) {
    say(
        "对方未能证明是医保中心，请密钥管理员检查线路 / the other end could not prove to be the centre ("
            + type
            + "): let the key keeper look at the line");
  }

  @Override
  public void closedWithOpenBills(List<BillId> bills) {
    say(
        "终端已关闭，未了结单据 "
            + bills.size()
            + " 笔，重新启动后继续 / closed with bills that are unfinished: the next start goes on with"
            + " them");
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }
}
