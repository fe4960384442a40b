package io.caresettle.credential.card.standard;

import java.util.Optional;

/** The errors that the standard's functions give numbers of their own. */
public enum StandardError {
  WRONG_CARD_TYPE(-1, "卡类型不对", "wrong type of card"),
  NO_CARD(-2, "无卡", "no card"),
  NOT_POWERED(-3, "卡片未上电", "the card has no power"),
  NO_ANSWER(-4, "卡片无应答", "the card does not answer"),
  LIBRARY(-5, "加载动态库错", "the library cannot be loaded"),
  READER_LINK(-11, "读写器连接错", "the reader cannot be reached"),
  NOT_CONNECTED(-12, "未建立连接", "not connected"),
  NOT_SUPPORTED(-13, "不支持该应用请求", "the request is not supported"),
  PARAMETER(-14, "参数错误", "wrong parameter"),
  CHECKSUM(-15, "校验和错", "wrong checksum"),
  CARD_ID_FORMAT(-20, "卡识别码格式错误", "the card identification code has a wrong form"),
  NOT_GENUINE(-21, "内部认证失败，不是合法卡", "internal authentication failed: not a legal card"),
  DIFFERS_FROM_CARD(-22, "传入数据与卡内不符", "the input differs from the card"),
  INPUT_INVALID(-23, "传入数据不合法", "the input is invalid"),
  PSAM_KEY_LEVEL(-24, "PSAM卡密钥级别不够", "the PSAM's keys are of another level"),
  DIFFERS_FROM_HSM(-25, "与加密机数据不符", "differs from the security module's data"),
  PIN_CANCELLED(-31, "用户取消密码输入", "the holder cancelled"),
  PIN_TIMEOUT(-32, "密码输入超时", "no PIN was typed in time"),
  PIN_LENGTH(-33, "密码长度错误", "wrong length of the PIN"),
  PINS_DIFFER(-34, "两次输入密码不一致", "the new PIN was typed differently the second time"),
  DATA(-41, "卡内数据错误", "the card's data are wrong"),
  DATA_UNUSABLE(-42, "卡片不可用", "the card may not be used"),
  PIN_WRONG(-51, "密码错误", "wrong PIN"),
  PIN_LOCKED(-52, "密码已锁定", "the PIN is locked"),
  NO_PSAM(-2201, "无PSAM卡", "no PSAM"),
  PSAM_LACKS_ALGORITHM(-2202, "PSAM卡不支持SSF33或SM4算法", "the PSAM lacks SSF33 or SM4"),
  PSAM_LACKS_READ_KEY(-2203, "PSAM卡缺少读取密钥RKSSSE", "the PSAM lacks the read key RKSSSE"),
  HSM_NOT_NEEDED(-2204, "无需使用加密机", "no security module is needed");

  private final int value;
  private final String zh;
  private final String en;

  StandardError(int value, String zh, String en) {
    this.value = value;
    this.zh = zh;
    this.en = en;
  }

  /** The number a function returns. */
  public int value() {
    return value;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  static Optional<StandardError> of(int value) {
    for (StandardError error : values()) {
      if (error.value == value) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }
}
