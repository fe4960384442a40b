package io.caresettle.credential.card.standard;

import java.util.List;

/**
 * What the centre's security module answers for iReadCardBas_HSM_Step2: for each authentication its
 * data and the original information they were made from. All values are hexadecimal digits in
 * capitals. It never prints itself.
 *
 * @param internal 内部鉴别数据, what a genuine card answers
 * @param internalOriginal 原始信息
 * @param external 外部鉴别数据, what the card accepts; empty where nothing is locked
 * @param externalOriginal 原始信息; empty together with the data
 */
public record HsmStep2(
    String internal, String internalOriginal, String external, String externalOriginal) {

  private static final int DIGITS = 16;
  private static final List<String> FORMS = List.of("[0-9A-F]{32}", "([0-9A-F]{32})?");

  /**
   * Reads the text.
   *
   * @throws IllegalArgumentException when items are missing or have a wrong form
   */
  public static HsmStep2 parse(String text) {
    List<String> items = Items.split(text, FORMS);
    String internal = items.get(0);
    String external = items.get(1);
    return new HsmStep2(
        internal.substring(0, DIGITS),
        internal.substring(DIGITS),
        external.isEmpty() ? "" : external.substring(0, DIGITS),
        external.isEmpty() ? "" : external.substring(DIGITS));
  }

  /** Two items with a bar behind each. */
  public String text() {
    return Items.join(List.of(internal + internalOriginal, external + externalOriginal));
  }

  @Override
  public String toString() {
    return "HsmStep2[hidden]";
  }
}
