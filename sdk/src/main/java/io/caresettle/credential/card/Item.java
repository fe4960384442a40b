package io.caresettle.credential.card;

import java.util.Arrays;
import java.util.Optional;

/**
 * A data item of the card's environment (社会保障卡文件结构和数据项) and of its medical-insurance area (DF04,
 * EF05).
 */
enum Item {
  CARD_IDENTIFIER(0x01, Type.BYTES, 0x10, "卡的识别码", "card identification code"),
  CATEGORY(0x02, Type.TEXT, 0x01, "卡的类别", "category of the card"),
  SPECIFICATION(0x03, Type.TEXT, 0x04, "规范版本", "version of the specification"),
  INITIALISER(0x04, Type.DIGITS, 0x0C, "初始化机构编号", "initialising body"),
  ISSUED(0x05, Type.DIGITS, 0x04, "发卡日期", "date of issue"),
  VALID_UNTIL(0x06, Type.DIGITS, 0x04, "卡有效期", "last day of validity"),
  CARD_NUMBER(0x07, Type.TEXT, 0x09, "卡号", "card number"),
  IDENTITY_NUMBER(0x08, Type.TEXT, 0x12, "社会保障号码", "social security number"),
  NAME(0x09, Type.TEXT, 0x1E, "姓名", "name"),
  SEX(0x0A, Type.TEXT, 0x01, "性别", "sex"),
  ETHNIC_GROUP(0x0B, Type.DIGITS, 0x01, "民族", "ethnic group"),
  BIRTHPLACE(0x0C, Type.DIGITS, 0x03, "出生地", "place of birth"),
  BIRTH_DATE(0x0D, Type.DIGITS, 0x04, "出生日期", "date of birth"),
  NAME_EXTENSION(0x4E, Type.TEXT, 0x14, "姓名扩展", "extension of the name"),
  INSURANCE_TYPE(0x81, Type.TEXT, 0x08, "医疗保险险种类型", "insurance type"),
  INSURED_AREA(0x84, Type.DIGITS, 0x03, "参保地行政区划", "insured area"),
  HEALTH_FILE(0x87, Type.TEXT, 0x11, "健康档案编号", "number of the health file"),
  INSURED_KIND(0x8C, Type.DIGITS, 0x01, "参保人员类别", "kind of insured person"),
  ACCOUNT_SINCE(0x80, Type.DIGITS, 0x04, "个人账户建立日期", "first day of the personal account"),
  ACCOUNT_NUMBER(0x8B, Type.TEXT, 0x1D, "个人账号", "number of the personal account"),
  MEDICAL_CERTIFICATE(0x8A, Type.TEXT, 0x0F, "医疗证号", "number of the medical certificate"),
  INSTITUTION_1(0x83, Type.TEXT, 0x09, "定点医疗机构代码1", "designated institution 1"),
  INSTITUTION_2(0x86, Type.TEXT, 0x09, "定点医疗机构代码2", "designated institution 2"),
  INSTITUTION_3(0x89, Type.TEXT, 0x09, "定点医疗机构代码3", "designated institution 3"),
  INJURY_INSTITUTION_1(0x7D, Type.TEXT, 0x09, "工伤定点机构代码1", "institution for injuries 1"),
  INJURY_INSTITUTION_2(0x7E, Type.TEXT, 0x09, "工伤定点机构代码2", "institution for injuries 2"),
  INJURY_INSTITUTION_3(0x7F, Type.TEXT, 0x09, "工伤定点机构代码3", "institution for injuries 3"),
  MATERNITY_INSTITUTION_1(0x8D, Type.TEXT, 0x09, "生育定点机构代码1", "institution for maternity 1"),
  MATERNITY_INSTITUTION_2(0x8E, Type.TEXT, 0x09, "生育定点机构代码2", "institution for maternity 2"),
  WAY_OF_USE(0x8F, Type.TEXT, 0x01, "医疗保险用卡方式", "way the card is used");

  /** How a value is written. */
  enum Type {
    /** an: letters, digits, or a text in GBK; filled at the end. */
    TEXT,
    /** cn: packed digits, filled with F. */
    DIGITS,
    /** Bytes that stand for themselves. */
    BYTES
  }

  private final int tag;
  private final Type type;
  private final int length;
  private final String zh;
  private final String en;

  Item(int tag, Type type, int length, String zh, String en) {
    this.tag = tag;
    this.type = type;
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

  Type type() {
    return type;
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

  /** READ RECORD of the current file, next record with this tag. */
  byte[] readNextCommand() {
    byte[] command = readCommand();
    command[3] = 2;
    return command;
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
