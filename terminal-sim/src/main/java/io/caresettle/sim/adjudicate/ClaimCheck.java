package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What a claim must be before anything is computed. */
final class ClaimCheck {

  private ClaimCheck() {}

  static void check(Claim claim) {
    Set<String> ids = new HashSet<>();
    for (Claim.Line line : claim.lines()) {
      if (!ids.add(line.id())) {
        throw malformed(line.id(), "two lines have the id " + line.id());
      }
    }
    if (claim.totals().isPresent() && !claim.lines().isEmpty()) {
      throw malformed("totals", "a bill comes in lines or in totals, not in both");
    }
    if (claim.totals().isEmpty() && claim.lines().isEmpty()) {
      throw malformed("lines", "a bill has at least one line");
    }
    claim.yearToDate().forEach(ClaimCheck::sum);
    claim
        .totals()
        .ifPresent(
            t ->
                LongStream.of(t.outOfCatalogue(), t.overLimit(), t.firstSelfPay(), t.inScope())
                    .forEach(fen -> sum("totals", fen)));
    Claim.Balances balances = claim.balances();
    Stream.concat(
            Stream.of(balances.currentYear(), balances.pastYears()), balances.family().stream())
        .forEach(fen -> Working.requireCountable("balance", Fraction.whole(Math.max(0, fen))));
  }

  private static void sum(String name, long fen) {
    if (fen < 0) {
      throw malformed(name, "a sum is negative: " + name);
    }
    Working.requireCountable(name, Fraction.whole(fen));
  }

  private static CannotAdjudicate malformed(String subject, String message) {
    return new CannotAdjudicate(Reason.MALFORMED_CLAIM, subject, message);
  }
}
