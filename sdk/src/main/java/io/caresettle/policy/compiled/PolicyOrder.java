package io.caresettle.policy.compiled;

/**
 * An emergency order (应急医保支付政策; R-SCOPE-12, JS 32): a pack with days of its own that goes before
 * the ordinary pack of one topic of its area, as long as it serves.
 *
 * @param number by which it is named on estimates and slips
 * @param replaces topic of the ordinary pack whose place it takes
 */
public record PolicyOrder(String number, String zh, String en, String replaces, CompiledPack pack) {

  /**
   * @throws MalformedPack when it has no number or name, or a benefit order has the topic that it
   *     replaces, so that nobody could tell the two apart
   */
  public PolicyOrder {
    if (number.isBlank() || zh.isBlank() || en.isBlank()) {
      throw new MalformedPack("order", "without a number or a name");
    }
    boolean entitlement = pack.header().isEntitlement();
    if (replaces.isBlank() || replaces.equals(pack.id().topic()) != entitlement) {
      throw new MalformedPack("order", "that replaces the topic '" + replaces + "'");
    }
  }

  /** Whether it takes the place of this ordinary pack, on the days it serves. */
  public boolean replaces(CompiledPack ordinary) {
    return ordinary.id().area().equals(pack.id().area()) && ordinary.id().topic().equals(replaces);
  }
}
