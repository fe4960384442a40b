package io.caresettle.problem;

/**
 * A device failed. Of the reader or the scanner: present the credential again. Of what signs for
 * the terminal: look at it; nothing was sent.
 */
public final class DeviceFault extends SettlementException {

  private static final long serialVersionUID = 1L;

  /** What the device did. */
  public enum Kind {
    /** The card left the reader in the middle of a read. */
    CARD_REMOVED("读卡过程中卡片被拔出，请重新插卡", "the card was taken out while it was read: insert it again"),
    /** The card or the reader answered bytes that no card may answer. */
    GARBLED_ANSWER(
        "卡片或设备应答异常，请重新插卡或重新扫码",
        "the card or the device answered nonsense: insert the card again, or scan again"),
    /** The reader itself is not there or does not work. */
    READER_FAILED(
        "读卡器未连接或不工作，请检查连线后重新插卡",
        "the reader is not there or does not work: look at its cable, then insert the card again"),
    /** The service of the operating system through which readers are reached is gone. */
    READER_SERVICE_LOST(
        "操作系统的读卡服务已停止，请重新启动该服务后重新插卡",
        "the service of the operating system for readers is gone: start it again, then insert the"
            + " card"),
    /** There is no security module in the terminal's second slot, or it does not answer. */
    PSAM_MISSING(
        "终端内没有PSAM卡或其无应答，请联系维护人员，或改为联网认证",
        "there is no PSAM in the terminal, or it does not answer: call maintenance, or let the"
            + " centre prove the card"),
    /** The terminal's own security module lacks the card's algorithm. */
    PSAM_LACKS_ALGORITHM(
        "PSAM卡不支持该卡片的算法，请联系维护人员，或改为联网认证",
        "the PSAM lacks the card's algorithm: call maintenance, or let the centre prove the card"),
    /** The terminal's own security module lacks the key that proves this card. */
    PSAM_LACKS_KEY(
        "PSAM卡没有认证该卡片的密钥，请联系维护人员，或改为联网认证",
        "the PSAM lacks the key that proves this card: call maintenance, or let the centre prove"
            + " the card"),
    /** The terminal's own security module lacks the key that reads the holder's data. */
    PSAM_LACKS_READ_KEY(
        "PSAM卡没有读取持卡人信息的密钥，请联系维护人员，或改为联网认证",
        "the PSAM lacks the key that reads the holder's data: call maintenance, or let the centre"
            + " prove the card"),
    /** Whoever proves cards here has no key that opens their medical-insurance area. */
    MEDICAL_KEY_UNAVAILABLE(
        "此认证方式不能打开医疗保险信息区，请用PSAM卡或持卡人密码",
        "whoever proves cards here cannot open their medical-insurance area: use a PSAM, or the"
            + " holder's PIN"),
    /** The terminal's own security module does not work, or the card does not accept its key. */
    PSAM_FAILED(
        "PSAM卡不工作或卡片不接受其密钥，请联系维护人员，或改为联网认证",
        "the PSAM does not work, or the card does not accept its key: call maintenance, or let the"
            + " centre prove the card"),
    /** What holds the terminal's signing key does not sign. */
    SIGNING_FAILED(
        "签名设备不能签名，本次未发送任何报文，请检查密钥设备后重试",
        "what holds the signing key does not sign, and nothing was sent: look at that device, then"
            + " try again");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /** What it is and what to do, for the operator's screen. */
    public String zh() {
      return zh;
    }

    /** The same in English. */
    public String en() {
      return en;
    }
  }

  private final Kind kind;

  public DeviceFault(Kind kind, String whatAndWhatToDo) {
    super(whatAndWhatToDo);
    this.kind = kind;
  }

  public DeviceFault(Kind kind, String whatAndWhatToDo, Throwable cause) {
    super(whatAndWhatToDo, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
