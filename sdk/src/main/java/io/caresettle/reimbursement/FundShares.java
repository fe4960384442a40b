package io.caresettle.reimbursement;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.split.BillRejected;
import io.caresettle.split.Estimate;
import io.caresettle.split.LineCut;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What each fund would have paid of a bill that no fund paid (模拟分割): the notional split of a slip
 * (R-ELIG-15), which the employer's share of a gap is claimed by. It is never paid from here.
 */
public sealed interface FundShares {

  /**
   * Reckoned by the law that the terminal knows.
   *
   * @param lines how each line is cut by scope; none where the bill came as totals
   */
  record Figures(
      ScopeCut cut, List<LineCut> lines, SettlementSplit split, PackId pack, boolean testFigures)
      implements FundShares {

    public Figures {
      lines = List.copyOf(lines);
    }

    /** What all funds and subsidies would pay together. */
    public Money funds() {
      return sum(Payer::isFund);
    }

    /** What these would pay together. */
    public Money of(Set<Payer> payers) {
      return sum(payers::contains);
    }

    private Money sum(Predicate<Payer> counts) {
      Money sum = Money.ZERO;
      for (Map.Entry<Payer, Money> part : split.parts().entrySet()) {
        sum = counts.test(part.getKey()) ? sum.plus(part.getValue()) : sum;
      }
      return sum;
    }
  }

  /**
   * Nobody published a figure that they rest on.
   *
   * @param value as the pack calls it
   * @param source the article that leaves it to somebody
   */
  record NotPublished(String value, String source) implements FundShares {}

  /** There is nothing to reckon. */
  record None(String zh, String en) implements FundShares {}

  /**
   * The shares by an estimate.
   *
   * @param notional makes the estimate, as if nothing were closed; empty where nobody knows by
   *     whose law, or where no fund would have paid anything
   */
  static FundShares of(Supplier<Optional<Estimate>> notional) {
    try {
      return notional
          .get()
          .<FundShares>map(FundShares::figures)
          .orElseGet(() -> new None("没有可以支付的基金", "No fund would have paid"));
    } catch (ParameterNotPublished unknown) {
      return new NotPublished(unknown.value(), unknown.source());
    } catch (BillRejected cannotBe) {
      return new None("单据无法测算", "The bill cannot be reckoned as it stands");
    } catch (NoRuleInForce | RulesConflict noLaw) {
      return new None("本机没有适用的政策包", "This terminal knows no law for the visit");
    }
  }

  private static Figures figures(Estimate estimate) {
    return new Figures(
        estimate.cut(),
        estimate.lines(),
        estimate.split(),
        estimate.pack(),
        estimate.testFigures());
  }
}
