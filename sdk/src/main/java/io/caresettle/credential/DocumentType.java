package io.caresettle.credential;

import java.util.regex.Pattern;

/**
 * Kinds of documents that say who somebody is (证件类型). A number is only ever compared with a number
 * of the same kind.
 */
public enum DocumentType {
  /** Also the household book (户口簿), which bears the same number. */
  RESIDENT_IDENTITY_CARD("居民身份证", "resident identity card", "[1-7]\\d{16}[0-9X]"),
  /** Of a resident from Hong Kong, Macao (81, 82) or Taiwan (83). */
  HMT_RESIDENCE_PERMIT(
      "港澳台居民居住证", "residence permit of Hong Kong, Macao and Taiwan", "8[123]0000\\d{11}[0-9X]"),
  /** Since 2023 with a number of 18 places; before that three letters and twelve digits. */
  FOREIGN_PERMANENT_RESIDENCE(
      "外国人永久居留身份证",
      "foreigner's permanent residence identity card",
      "9\\d{16}[0-9X]|[A-Z]{3}\\d{12}"),
  PASSPORT("护照", "passport", "[0-9A-Z]{5,15}"),
  HONG_KONG_MACAO_PERMIT("港澳居民来往内地通行证", "Hong Kong and Macao permit", "[HM]\\d{8}(\\d{2})?"),
  TAIWAN_PERMIT("台湾居民来往大陆通行证", "Taiwan permit", "\\d{8}(\\d{2})?"),
  /** Of a newborn who has no number of its own yet. */
  BIRTH_CERTIFICATE("出生医学证明", "birth certificate", "[A-Z]\\d{9}"),
  MILITARY("军人证件", "military identity document", "\\p{IsHan}{1,3}字第\\d{4,8}号");

  private final String zh;
  private final String en;
  private final Pattern form;

  DocumentType(String zh, String en, String form) {
    this.zh = zh;
    this.en = en;
    this.form = Pattern.compile(form);
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  boolean hasForm(String number) {
    return form.matcher(number).matches();
  }
}
