package io.caresettle.settlement;

import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.SettleMessage;

/** A message to send, once the records before it are durable. */
sealed interface Effect {

  /** The settlement itself; once per attempt. */
  record Send(Intent intent) implements Effect {}

  /** A query. */
  record Ask(SettleMessage message) implements Effect {}

  /** A reversal; as often as it takes. */
  record Undo(String reversalId, SettleMessage message) implements Effect {}

  /** A cancellation; as often as it takes. */
  record Cancel(PreparedCancellation prepared) implements Effect {}
}
