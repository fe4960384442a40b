package io.caresettle.policy.plan;

import io.caresettle.money.RoundTo;
import java.util.List;
import java.util.Optional;

/**
 * One step of a plan, as its pack writes it. The kinds are closed, and fall into four families in
 * the order in which a bill meets them: it is cut by what, the pool's share is found, further
 * layers pay, and the rest is paid by account and in cash.
 */
public sealed interface Step permits Cutting, Sharing, Layer, Paying {

  Basis basis();

  /** The numbers of the law that the step uses. */
  default List<PolicyValue> values() {
    return List.of();
  }

  /** How the step loses a fraction, where it can lose one. */
  default Optional<RoundTo> rounding() {
    return Optional.empty();
  }
}
