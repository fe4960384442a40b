package io.caresettle.gateway;

import io.caresettle.operator.OperatorKey;

/** Where the keys of this terminal's operators are, and what opens them. */
@FunctionalInterface
public interface OperatorKeys {

  /**
   * The key of an operator who says a password, or the PIN of a device.
   *
   * @param operatorId as in the terminal's book of operators
   * @param password empty where the caller sent none; it is not kept
   * @throws io.caresettle.problem.NotPermitted when there is no such operator or it opens nothing
   * @throws io.caresettle.problem.DeviceFault when the key's device does not work
   */
  OperatorKey unlock(String operatorId, char[] password);
}
