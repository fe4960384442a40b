package io.caresettle.credential.card.standard;

import io.caresettle.credential.card.CardAlgorithm;
import java.util.List;

/**
 * What iReadCardBas_HSM_Step1 gives for the centre's security module: whose keys, and what is to be
 * authenticated. All values are hexadecimal digits in capitals.
 *
 * @param area 区划, six digits
 * @param historicalBytes 历史字节
 * @param algorithm 算法标识, two digits such as 03
 * @param cardIdentifier 卡识别码
 * @param internalFactor 内部认证过程因子
 * @param internalOriginal 内部认证原始信息
 * @param externalFactor 外部认证过程因子; empty where the holder's data are not locked
 * @param externalOriginal 外部认证原始信息; empty together with the factor
 */
public record HsmStep1(
    String area,
    String historicalBytes,
    String algorithm,
    String cardIdentifier,
    String internalFactor,
    String internalOriginal,
    String externalFactor,
    String externalOriginal) {

  private static final String BLOCK = "[0-9A-F]{16}";
  private static final String BLOCK_OR_NONE = "([0-9A-F]{16})?";
  private static final List<String> FORMS =
      List.of(
          "\\d{6}",
          "[0-9A-F]{16,30}", "0[1-3]", "[0-9A-F]{32}", BLOCK, BLOCK, BLOCK_OR_NONE, BLOCK_OR_NONE);

  /**
   * @throws IllegalArgumentException when one external item is there and the other is not
   */
  public HsmStep1 {
    if (externalFactor.isEmpty() != externalOriginal.isEmpty()) {
      throw new IllegalArgumentException(
          "The two items of the external authentication are there together or not at all");
    }
  }

  /**
   * Reads what Step1 gave.
   *
   * @throws IllegalArgumentException when items are missing or have a wrong form
   */
  public static HsmStep1 parse(String text) {
    List<String> items = Items.split(text, FORMS);
    return new HsmStep1(
        items.get(0),
        items.get(1),
        items.get(2),
        items.get(3),
        items.get(4),
        items.get(5),
        items.get(6),
        items.get(7));
  }

  /** Eight items with a bar behind each. */
  public String text() {
    return Items.join(
        List.of(
            area,
            historicalBytes,
            algorithm,
            cardIdentifier,
            internalFactor,
            internalOriginal,
            externalFactor,
            externalOriginal));
  }

  /** The cipher that {@link #algorithm} stands for. */
  public CardAlgorithm cardAlgorithm() {
    return switch (algorithm) {
      case "01" -> CardAlgorithm.DES;
      case "02" -> CardAlgorithm.SSF33;
      default -> CardAlgorithm.SM4;
    };
  }

  @Override
  public String toString() {
    return "HsmStep1[area " + area + ", algorithm " + algorithm + "]";
  }
}
