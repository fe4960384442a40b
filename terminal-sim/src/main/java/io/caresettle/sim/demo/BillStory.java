package io.caresettle.sim.demo;

import io.caresettle.identity.RealNameVerdict;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.split.Estimate;
import java.util.Optional;

/**
 * How one bill went, for programs.
 *
 * @param firstOutcome what {@code settle} answered
 * @param outcome how it ended, after the resolver where that was needed
 */
record BillStory(
    DemoBill bill,
    RealNameVerdict verdict,
    Estimate estimate,
    Quote quote,
    SettlementOutcome firstOutcome,
    SettlementOutcome outcome) {

  /** Whether the two readings of the law disagree: then one of them is wrong. */
  boolean differs() {
    return differ(estimate, quote);
  }

  static boolean differ(Estimate estimate, Quote quote) {
    return !estimate.split().equals(quote.split()) || !estimate.cut().equals(quote.cut());
  }

  /** From what to what the resolver brought it; empty when nothing was unknown. */
  Optional<Resolution> resolution() {
    return firstOutcome instanceof SettlementOutcome.Unknown
        ? Optional.of(new Resolution(bill.number(), word(firstOutcome), word(outcome)))
        : Optional.empty();
  }

  /** The bill was unknown, and became something else. */
  record Resolution(String bill, String from, String to) {}

  static String word(SettlementOutcome outcome) {
    return outcome.fold(
        settled -> "settled",
        differently -> "settled-differently",
        no -> "refused",
        u -> "unknown");
  }
}
