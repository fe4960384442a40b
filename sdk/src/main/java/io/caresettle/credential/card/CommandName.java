package io.caresettle.credential.card;

import java.util.Arrays;
import java.util.Optional;

/**
 * A command's name and what it is for, told from its header and from the names of files, never from
 * anything that belongs to a holder.
 */
record CommandName(String command, String zh, String en, Optional<Item> item) {

  private CommandName(String command, String zh, String en) {
    this(command, zh, en, Optional.empty());
  }

  static CommandName of(byte[] apdu) {
    int kind = (apdu[0] & 0xFF) << 8 | (apdu[1] & 0xFF);
    int p1 = apdu[2] & 0xFF;
    int p2 = apdu[3] & 0xFF;
    return switch (kind) {
      case 0x00A4 -> select(apdu);
      case 0x00B2 ->
          Item.ofTag((p2 & 7) == 0 ? p1 : 0)
              .map(
                  item ->
                      new CommandName(
                          "READ RECORD",
                          "读" + item.zh(),
                          "read the " + item.en(),
                          Optional.of(item)))
              .orElse(new CommandName("READ RECORD", "读记录", "read a record"));
      case 0x00C0 -> new CommandName("GET RESPONSE", "取其余应答", "fetch the rest of the answer");
      case 0x0084 -> new CommandName("GET CHALLENGE", "取卡片随机数", "take the card's challenge");
      case 0x0088 ->
          new CommandName(
              "INTERNAL AUTHENTICATION",
              "内部认证：验证卡片",
              "internal authentication: is the card genuine");
      case 0x0082 ->
          p2 == AuthenticationCommands.MEDICAL_READ_KEY
              ? new CommandName(
                  "EXTERNAL AUTHENTICATION",
                  "外部认证：取得医疗保险信息区读取权",
                  "external authentication: win the right to read the medical-insurance area")
              : new CommandName(
                  "EXTERNAL AUTHENTICATION",
                  "外部认证：取得读取权",
                  "external authentication: win the right to read");
      case 0x0020 ->
          apdu.length == 4
              ? new CommandName("VERIFY", "查询密码剩余次数", "ask how many PIN tries are left")
              : new CommandName("VERIFY", "校验密码", "verify the PIN");
      case 0x805E -> new CommandName("CHANGE PIN", "修改密码", "change the PIN");
      case 0x00B0 -> new CommandName("READ BINARY", "读密钥信息", "read which keys there are");
      case 0xBFDE ->
          switch (p2) {
            case PsamAuthenticator.IRK ->
                new CommandName(
                    "DELIVERY SESSION KEY", "分散内部认证密钥", "derive the internal authentication key");
            case PsamAuthenticator.RK1DF04 ->
                new CommandName(
                    "DELIVERY SESSION KEY",
                    "分散医疗保险信息区读取密钥",
                    "derive the read key of the medical-insurance area");
            default -> new CommandName("DELIVERY SESSION KEY", "分散读取密钥", "derive the read key");
          };
      case 0x80FA -> new CommandName("CIPHER DATA", "计算认证数据", "compute authentication data");
      default -> new CommandName("OTHER", "其他指令", "another command");
    };
  }

  /** Whether even the length of its data would tell of a holder: that of a PIN. */
  boolean carriesPin() {
    return command.equals("VERIFY") || command.equals("CHANGE PIN");
  }

  private static CommandName select(byte[] apdu) {
    byte[] name =
        apdu.length > 5
            ? Arrays.copyOfRange(apdu, 5, Math.min(apdu.length, 5 + (apdu[4] & 0xFF)))
            : new byte[0];
    if (Arrays.equals(name, Environment.SSSE_NAME)) {
      return new CommandName("SELECT", "选择社会保障环境", "select the social-security environment");
    }
    if (Arrays.equals(name, Environment.EF05)) {
      return new CommandName("SELECT", "选择发卡数据文件", "select the issuer's data");
    }
    if (Arrays.equals(name, Environment.EF06)) {
      return new CommandName("SELECT", "选择持卡人数据文件", "select the holder's data");
    }
    if (Arrays.equals(name, MedicalArea.DF04)) {
      return new CommandName("SELECT", "选择医疗保险信息区", "select the medical-insurance area");
    }
    if (Arrays.equals(name, PsamAuthenticator.SM4_ENVIRONMENT)) {
      return new CommandName("SELECT", "选择国密环境", "select the SM4 environment");
    }
    if (Arrays.equals(name, PsamAuthenticator.ADF)) {
      return new CommandName("SELECT", "选择密钥应用", "select the application that holds the keys");
    }
    return new CommandName("SELECT", "选择文件", "select a file");
  }
}
