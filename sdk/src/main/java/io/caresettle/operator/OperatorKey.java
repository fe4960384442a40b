package io.caresettle.operator;

import io.caresettle.protocol.keys.SigningPair;

/**
 * An operator's own key, in hand: with it a shift is taken.
 *
 * @param id whose it is
 * @param pair never printed; its private half may be in a device
 */
public record OperatorKey(String id, SigningPair pair) {

  @Override
  public String toString() {
    return "OperatorKey[" + id + ", hidden]";
  }
}
