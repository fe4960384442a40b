package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import java.util.List;

/**
 * What came of one request.
 *
 * @param transaction empty where nobody could read it
 * @param refusal all that is wrong, each on its own; empty where it was done
 * @param notices what would be wrong elsewhere, or is worth a look
 * @param answer the whole answer
 */
record Served(
    String transaction,
    String messageId,
    String institution,
    Node request,
    List<String> refusal,
    List<String> notices,
    Node answer) {

  boolean isDone() {
    return refusal.isEmpty();
  }
}
