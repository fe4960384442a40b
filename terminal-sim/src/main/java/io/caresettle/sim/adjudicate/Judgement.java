package io.caresettle.sim.adjudicate;

import java.util.List;
import java.util.Map;

/**
 * Who pays what, in fen: the bill cut by what, then by whom, and the year's sums afterwards.
 *
 * @param topic the pack that decided
 * @param offSiteFirst the part of {@code inScope} that care elsewhere leaves to the patient first
 * @param deductible the part of {@code inScope} that the deductible took
 * @param aboveCeiling the part of {@code inScope} that lies beyond the pool's limits
 * @param criticalBase what this bill adds to the burden that critical-illness insurance looks at
 * @param paid what each payer pays, by the packs' words; every payer is there
 * @param supplements what each supplement pays, by its name
 * @param growth by how much each accumulator grew; those that did not are absent
 * @param accumulatorsAfter the year's sums when this bill is settled
 * @param lines the same for each line of the bill, in its order
 * @param forgone the layers that might have paid, if somebody had published their numbers
 */
public record Judgement(
    String topic,
    long total,
    long outOfCatalogue,
    long overLimit,
    long firstSelfPay,
    long inScope,
    long offSiteFirst,
    long deductible,
    long aboveCeiling,
    long criticalBase,
    Map<String, Long> paid,
    Accounts accounts,
    Map<String, Long> supplements,
    Map<String, Long> growth,
    Map<String, Long> accumulatorsAfter,
    List<Line> lines,
    List<Forgone> forgone) {

  /** A judgement whose two sums are not the total is not made. */
  public Judgement {
    paid = Map.copyOf(paid);
    supplements = Map.copyOf(supplements);
    growth = Map.copyOf(growth);
    accumulatorsAfter = Map.copyOf(accumulatorsAfter);
    lines = List.copyOf(lines);
    forgone = List.copyOf(forgone);
    if (total != outOfCatalogue + overLimit + firstSelfPay + inScope
        || total != paid.values().stream().mapToLong(Long::longValue).sum()
        || paid.values().stream().anyMatch(fen -> fen < 0)) {
      throw new IllegalArgumentException("The parts of this bill do not add up to its total");
    }
  }

  /**
   * A layer that the law names and that pays nothing.
   *
   * @param step its name in the plan
   * @param value the first of its numbers that nobody published
   * @param article the place that leaves it to others
   */
  public record Forgone(String step, String value, String article) {}

  /**
   * What the accounts pay, purse by purse.
   *
   * @param first what the personal account paid before the deductible; the purses count it, too
   * @param family in the order of the family's accounts
   */
  public record Accounts(long first, long currentYear, long pastYears, List<Long> family) {
    public Accounts {
      family = List.copyOf(family);
    }
  }

  /**
   * One line of the bill, cut by what and by whom.
   *
   * @param paid what each payer pays of it, by the packs' words; every payer is there
   */
  public record Line(
      String id,
      long amount,
      long outOfCatalogue,
      long overLimit,
      long firstSelfPay,
      long inScope,
      Map<String, Long> paid) {
    public Line {
      paid = Map.copyOf(paid);
    }
  }

  /** What {@code payer} pays; zero where nobody is called so. */
  public long paidBy(String payer) {
    return paid.getOrDefault(payer, 0L);
  }

  /** What the pooled fund pays. */
  public long poolFund() {
    return paidBy(Payers.POOL_FUND);
  }

  /** What the personal account pays, before the deductible and after the funds. */
  public long personalAccount() {
    return paidBy(Payers.PERSONAL_ACCOUNT);
  }

  /** What is left to the patient's own money. */
  public long cash() {
    return paidBy(Payers.CASH);
  }
}
