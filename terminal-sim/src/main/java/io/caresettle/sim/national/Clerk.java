package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;

/** Serves one kind of transaction. */
@FunctionalInterface
interface Clerk {

  /**
   * The output, within the transaction of the books.
   *
   * @throws SaysNo with the words of the refusal; all that was written is taken back
   */
  Node serve(Asked asked);
}
