package io.caresettle.problem;

/** Nothing can be made durable: no new settlement on this machine until the disk is mended. */
public final class JournalUnavailable extends SettlementException {

  private static final long serialVersionUID = 1L;

  /** Why, and what an operator does about it; the cashier sees {@link #zh} with English beside. */
  public enum Reason {
    IN_USE("流水库已被另一个程序打开：请关闭另一个终端程序，或为本终端配置自己的流水库和号段", "another program has the journal open"),
    OTHER_INSTITUTION("流水库属于另一家机构：请改用本机构的流水库文件", "the journal is another institution's"),
    NEWER_VERSION("流水库由更新版本的软件写成：请安装该版本或更新版本，勿删除文件", "a newer version wrote the journal"),
    DAMAGED("流水库损坏或被改动：请勿在本机结算，原样保留文件，联系安全负责人", "the journal is damaged, or somebody changed it"),
    DISK_FULL("磁盘空间不足：暂停新结算，请清理磁盘后重试；已开始的单据仍可冲正、了结", "the disk is full"),
    NOT_LOCAL("流水库不在本机磁盘上：请改用本机磁盘，或使用PostgreSQL", "the journal is not on a disk of this machine"),
    KEYS_MISSING(
        "打不开流水库的数据密钥：请装入本终端原来的密钥，或请恢复密钥保管人接管", "the keys that open the journal are missing"),
    NO_SUCH_FILE("找不到流水库文件：请核对路径和文件名", "there is no such journal: name the right file"),
    NOT_A_JOURNAL("该文件不是流水库：请核对路径，改用正确的文件", "the file is no journal: name another file"),
    DAYS_STILL_OPEN(
        "这些日期还有未了结的单据，未销毁任何数据：请先由终端了结并由调用方确认", "bills of these days are not at their end"),
    OTHER_TILL(
        "另一终端正在办理或已办理这张单据：请稍后查询结果，勿在本机重复办理",
        "another till works on the bill, or has written of it"),
    DOES_NOT_SERVE("流水库不可用：请勿在本机结算，检查磁盘和文件后重启终端", "the journal does not serve");

    private final String zh;
    private final String en;

    Reason(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }

  private final Reason reason;

  public JournalUnavailable(String whatAndWhatToDo) {
    this(Reason.DOES_NOT_SERVE, whatAndWhatToDo);
  }

  public JournalUnavailable(String whatAndWhatToDo, Throwable cause) {
    this(Reason.DOES_NOT_SERVE, whatAndWhatToDo, cause);
  }

  /** The same where it is known why. */
  public JournalUnavailable(Reason reason, String whatAndWhatToDo) {
    super(reason.zh() + " / " + whatAndWhatToDo);
    this.reason = reason;
  }

  public JournalUnavailable(Reason reason, String whatAndWhatToDo, Throwable cause) {
    super(reason.zh() + " / " + whatAndWhatToDo, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
