package io.caresettle.credential.card;

import java.util.Arrays;
import java.util.Optional;

/**
 * A data item of the card's environment (社会保障卡文件结构和数据项) and of its medical-insurance area, as far
 * as a settlement needs it.
 */
enum Item {
  CARD_IDENTIFIER(0x01, 0x10, "卡的识别码", "card identification code"),
  SPECIFICATION(0x03, 0x04, "规范版本", "version of the specification"),
  ISSUED(0x05, 0x04, "发卡日期", "date of issue"),
  VALID_UNTIL(0x06, 0x04, "卡有效期", "last day of validity"),
  CARD_NUMBER(0x07, 0x09, "卡号", "card number"),
  IDENTITY_NUMBER(0x08, 0x12, "社会保障号码", "social security number"),
  NAME(0x09, 0x1E, "姓名", "name"),
  SEX(0x0A, 0x01, "性别", "sex"),
  BIRTH_DATE(0x0D, 0x04, "出生日期", "date of birth"),
  NAME_EXTENSION(0x4E, 0x14, "姓名扩展", "extension of the name"),
  INSURANCE_TYPE(0x81, 0x08, "医疗保险险种类型", "insurance type"),
  INSURED_AREA(0x84, 0x03, "参保地行政区划", "insured area"),
  INSURED_KIND(0x8C, 0x01, "参保人员类别", "kind of insured person");

  private final int tag;
  private final int length;
  private final String zh;
  private final String en;

  Item(int tag, int length, String zh, String en) {
    this.tag = tag;
    this.length = length;
    this.zh = zh;
    this.en = en;
  }

  static Optional<Item> ofTag(int tag) {
    for (Item item : values()) {
      if (item.tag == tag) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  int tag() {
    return tag;
  }

  String zh() {
    return zh;
  }

  String en() {
    return en;
  }

  /** READ RECORD of the current file, first record with this tag. */
  byte[] readCommand() {
    return new byte[] {0, (byte) 0xB2, (byte) tag, 0, (byte) (length + 2)};
  }

  /**
   * The value in a record of tag, length and value. Lengths are fixed, but some cards hold a longer
   * card number, of which nine characters count.
   */
  byte[] valueIn(byte[] record) {
    boolean lengthFits =
        record.length >= 2
            && (record[1] & 0xFF) == record.length - 2
            && (record.length - 2 == length || (this == CARD_NUMBER && record.length - 2 > length));
    if (!lengthFits || (record[0] & 0xFF) != tag) {
      throw Answer.garbled("a record of " + record.length + " bytes that is not the " + en);
    }
    return Arrays.copyOfRange(record, 2, 2 + length);
  }
}
