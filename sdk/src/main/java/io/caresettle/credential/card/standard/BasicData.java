package io.caresettle.credential.card.standard;

import io.caresettle.credential.SocialSecurityCard;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What iReadCardBas gives: the card and its holder in eleven items. It never prints itself.
 *
 * @param area 发卡地区区划, six digits
 * @param identityNumber 社会保障号码
 * @param cardNumber 卡号, nine characters
 * @param cardIdentifier 卡识别码, 32 hexadecimal digits
 * @param name 姓名
 * @param historicalBytes 卡复位信息, 26 hexadecimal digits
 * @param specification 规范版本, such as 3.00
 * @param issued 发卡日期, eight digits
 * @param validUntil 卡有效期, eight digits
 * @param terminalNumber 终端机编号, twelve digits; zeros where there is no PSAM
 * @param terminalDevice 终端设备号, may be empty
 */
public record BasicData(
    String area,
    String identityNumber,
    String cardNumber,
    String cardIdentifier,
    String name,
    String historicalBytes,
    String specification,
    String issued,
    String validUntil,
    String terminalNumber,
    String terminalDevice) {

  /** 终端机编号 of a terminal without a PSAM. */
  public static final String NO_TERMINAL_NUMBER = "000000000000";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final List<String> FORMS =
      List.of(
          "\\d{6}",
          "[0-9A-Z]{1,18}",
          "[0-9A-Z]{9}",
          "[0-9A-F]{32}",
          ".{1,50}",
          "[0-9A-F]{16,30}",
          "(\\d\\.\\d\\d)?",
          "\\d{8}",
          "\\d{8}",
          "\\d{12}",
          "\\w{0,32}");

  /**
   * Reads what iReadCardBas gave.
   *
   * @throws IllegalArgumentException when items are missing or have a wrong form; the message says
   *     which, never its value
   */
  public static BasicData parse(String text) {
    List<String> items = Items.split(text, FORMS);
    return new BasicData(
        items.get(0),
        items.get(1),
        items.get(2),
        items.get(3),
        items.get(4),
        items.get(5),
        items.get(6),
        items.get(7),
        items.get(8),
        items.get(9),
        items.get(10));
  }

  /** Eleven items with a bar behind each. Every use of this is a use of personal data. */
  public String text() {
    return Items.join(
        List.of(
            area,
            identityNumber,
            cardNumber,
            cardIdentifier,
            name,
            historicalBytes,
            specification,
            issued,
            validUntil,
            terminalNumber,
            terminalDevice));
  }

  static BasicData of(
      SocialSecurityCard card,
      String historicalBytes,
      String terminalNumber,
      String terminalDevice) {
    return new BasicData(
        card.issuingArea(),
        card.identityNumber().reveal(),
        card.cardNumber(),
        card.cardIdentifier(),
        card.name().reveal(),
        historicalBytes,
        card.specification(),
        DAY.format(card.issued()),
        DAY.format(card.validUntil()),
        terminalNumber,
        terminalDevice);
  }

  @Override
  public String toString() {
    return "BasicData[area " + area + ", specification " + specification + "]";
  }
}
