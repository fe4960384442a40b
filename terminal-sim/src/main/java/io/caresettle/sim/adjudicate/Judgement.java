package io.caresettle.sim.adjudicate;

import java.util.Map;

/**
 * Who pays what, in fen: the bill cut by what, then by whom, and the year's sums afterwards.
 *
 * @param topic the pack that decided
 * @param deductible the part of {@code inScope} that the deductible took
 * @param growth by how much each accumulator grew; those that did not are absent
 * @param accumulatorsAfter the year's sums when this bill is settled
 */
public record Judgement(
    String topic,
    long total,
    long outOfCatalogue,
    long overLimit,
    long firstSelfPay,
    long inScope,
    long deductible,
    long poolFund,
    long personalAccount,
    long cash,
    Map<String, Long> growth,
    Map<String, Long> accumulatorsAfter) {

  /** A judgement whose two sums are not the total is not made. */
  public Judgement {
    growth = Map.copyOf(growth);
    accumulatorsAfter = Map.copyOf(accumulatorsAfter);
    if (total != outOfCatalogue + overLimit + firstSelfPay + inScope
        || total != poolFund + personalAccount + cash) {
      throw new IllegalArgumentException("The parts of this bill do not add up to its total");
    }
  }
}
