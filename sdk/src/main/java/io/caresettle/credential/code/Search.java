package io.caresettle.credential.code;

import java.util.Optional;

/** One way of seeking a code. */
@FunctionalInterface
interface Search {

  /**
   * Seeks, and answers what it is sure of.
   *
   * @param votes what the bars said so far, in this stage and those before it
   * @param budget a slow search gives up when it is used up
   */
  Optional<Found> in(Views views, BarVotes votes, Budget budget);
}
