package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import java.util.List;
import java.util.Map;

/** One thing that happens in an example. */
sealed interface Act {

  /** A bill is settled. */
  record Settle(
      String name,
      WorkedPolicy policy,
      WorkedInput input,
      Expected expected,
      Map<String, Money> netReturn)
      implements Act {}

  /** A settlement is undone, payer by payer. */
  record Cancel(String name, String cancels, Map<String, Money> expectedReturn) implements Act {}

  /**
   * Printed figures that contradict one another are refused.
   *
   * @param byWhom whether the parts are those of the payers, or else what the bill is made of
   */
  record Refuse(boolean byWhom, List<Money> parts, Money whole) implements Act {}
}
