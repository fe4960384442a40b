package io.caresettle.sdk;

import io.caresettle.problem.CentreRefused;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What each alarm says, and what is to be done. */
final class AlarmTexts {

  private static final int MOST_NAMED = 5;

  private AlarmTexts() {}

  static Alarm copy(int slot, List<BillId> disputed) {
    return new Alarm(
        Alarm.Kind.JOURNAL_IS_COPY,
        "本机流水库是另一份在用流水库的副本，已自动改用中心分配的号段"
            + slot
            + "，流水号不会重复。副本中未了结的"
            + disputed.size()
            + "笔单据已列为争议，只查询、不自动冲正。请查明哪台机器持有正本，只留一台营业；争议单据请主管逐笔核对后处理",
        "This machine's journal is a copy of one that is in use. It goes on with slot "
            + slot
            + ", which the centre granted, and uses no message id twice. "
            + disputed.size()
            + " bills that the copy held open are disputed, and not reversed by themselves. Find"
            + " out which machine has the original, serve patients on one of them only, and let a"
            + " supervisor look at each disputed bill");
  }

  static Alarm noSlot() {
    return new Alarm(
        Alarm.Kind.NO_SLOT_LEFT,
        "本机流水库是副本，而中心已无空闲号段可分配，本机不能结算。请停用本机，到持有正本流水库的机器上办理，并请管理员向医保中心申请释放号段",
        "This machine's journal is a copy, and the centre has no slot left to grant: nothing is"
            + " settled here. Work on the machine with the original, and let the administrator ask"
            + " the centre to free a slot");
  }

  static Alarm signInRefused(CentreRefused refused) {
    return new Alarm(
        Alarm.Kind.SIGN_IN_REFUSED,
        "医保中心拒绝本终端签到，现不能联网结算，可全额现金并开具报销凭单。请管理员核对机构、终端证书后联系医保中心",
        "The centre does not let this terminal sign in ("
            + refused.code()
            + "): nothing is settled over the line, and full cash against a slip is possible. Let"
            + " the administrator look at institution and certificates, then call the centre");
  }

  static Alarm clockSetBack(Duration back) {
    return new Alarm(
        Alarm.Kind.CLOCK_SET_BACK,
        "本机时钟比最近一笔流水早" + back.toDays() + "天以上，请先校准日期和时间再营业。流水号继续递增，不会重复",
        "This machine's clock stands "
            + back.toDays()
            + " days or more before its newest record: set date and time right before you go on."
            + " Message ids go on from the last one, and none is used twice");
  }

  static Alarm heldByCentreOnly(List<BillId> bills) {
    String named = named(bills);
    return new Alarm(
        Alarm.Kind.HELD_BY_CENTRE_ONLY,
        "中心有"
            + bills.size()
            + "笔结算在本机流水中不存在（单号 "
            + named
            + "），已列为争议。请查找遗失的流水库或另一台使用同一号段的机器，并与医院账核对；不要重新结算这些单据",
        "The centre holds "
            + bills.size()
            + " settlements of which this journal knows nothing (bills "
            + named
            + "). They are listed as disputed: look for a lost journal or another machine on the"
            + " same slot, compare with the hospital's books, and do not settle them again");
  }

  static Alarm costsWait(int bills, Duration oldest) {
    return new Alarm(
        Alarm.Kind.COSTS_WAIT,
        "有" + bills + "笔未联网结算的费用尚未上传医保中心，最早的已等待" + oldest.toHours() + "小时。请检查网络；线路恢复后自动上传，请勿重复录入",
        bills
            + " bills of costs that no fund settled wait to be told to the centre, the oldest for "
            + oldest.toHours()
            + " hours. Look at the network: they are sent by themselves once the line is back; do"
            + " not enter them again");
  }

  static Alarm costsRefused(BillId bill, String code, String zh) {
    return new Alarm(
        Alarm.Kind.COSTS_REFUSED,
        "医保中心拒收单据" + bill.number() + "的费用上传：" + zh + "。请核对该单据是否已结算或已上传",
        "The centre will not take the costs of bill "
            + bill.number()
            + " ("
            + code
            + "): look whether the bill was settled, or told before");
  }

  static Alarm costsUnreadable(List<BillId> bills) {
    String named = named(bills);
    return new Alarm(
        Alarm.Kind.COSTS_UNREADABLE,
        "有"
            + bills.size()
            + "笔未联网结算的费用等待上传，但其流水已无法解密（单号 "
            + named
            + "），不会自动上传。请密钥保管人恢复流水库密钥；恢复不了的，请凭留存的凭单向医保中心人工申报",
        bills.size()
            + " bills of costs that no fund settled wait to be told to the centre, and nobody here"
            + " can open their records (bills "
            + named
            + "), so they are not sent. Have whoever keeps the keys restore the journal's keys;"
            + " where that cannot be, report the costs to the centre by hand from the slips");
  }

  private static String named(List<BillId> bills) {
    return bills.stream().limit(MOST_NAMED).map(BillId::number).collect(Collectors.joining(", "))
        + (bills.size() > MOST_NAMED ? " …" : "");
  }
}
