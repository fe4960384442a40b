package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.money.RoundTo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A plan written down in a test, step by step in the order in which a bill meets them. The five
 * cuts are there, and cash is added at the end; accumulators are numbered as they are first named.
 */
final class PlanText {

  static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Citation SOURCE = new Citation("SZ", "12", 2, Optional.empty());

  private final List<Step> steps = new ArrayList<>();
  private final LinkedHashSet<String> accumulators = new LinkedHashSet<>();

  private PlanText() {}

  /** Cut as most centres do: to a fen, half up, line by line. */
  static PlanText plan() {
    return cut("half-up-fen", "half-up-fen", "half-up-fen", false);
  }

  static PlanText cut(String amounts, String limits, String firsts, boolean byRateGroup) {
    return new PlanText()
        .step(new Cutting.LineTotal(basis(StepKind.LINE_TOTAL), to(amounts)))
        .step(new Cutting.OutOfCatalogue(basis(StepKind.OUT_OF_CATALOGUE)))
        .step(new Cutting.PriceLimit(basis(StepKind.PRICE_LIMIT), to(limits)))
        .step(new Cutting.FirstSelfPay(basis(StepKind.FIRST_SELF_PAY), to(firsts), byRateGroup))
        .step(new Cutting.InScope(basis(StepKind.IN_SCOPE)));
  }

  PlanText usable(Payer... funds) {
    return step(new Sharing.UsableFunds(basis(StepKind.USABLE_FUNDS), Set.of(funds)));
  }

  PlanText offSiteFirst(String rate, String to) {
    return step(
        new Sharing.OffSiteFirst(basis(StepKind.OFF_SITE_FIRST), ratio("off-site", rate), to(to)));
  }

  PlanText accountFirst(Purse... purses) {
    return step(new Paying.AccountFirst(basis(StepKind.ACCOUNT_FIRST), List.of(purses)));
  }

  PlanText deductible(long fen, Per per, String... accumulator) {
    return step(
        new Sharing.Deductible(
            basis(StepKind.DEDUCTIBLE),
            fen("deductible", fen),
            per,
            accumulator.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(accumulator(accumulator[0]))));
  }

  PlanText costLimit(long fen, String accumulator) {
    return step(
        new Sharing.CostLimit(
            basis(StepKind.COST_LIMIT), fen("cost-limit", fen), accumulator(accumulator)));
  }

  PlanText rate(String rate, String to) {
    return step(
        Sharing.Bands.rate(
            basis(StepKind.RATE), Payer.POOL_FUND, ratio("pool.rate", rate), to(to)));
  }

  PlanText bands(BandText bands) {
    return step(bands.step(this));
  }

  PlanText paymentLimit(long fen, String accumulator) {
    return step(
        new Sharing.PaymentLimit(
            basis(StepKind.PAYMENT_LIMIT), fen("pool.most", fen), accumulator(accumulator)));
  }

  PlanText largeSum(String rate, String to, Limit... limit) {
    return step(
        new Layer.LargeSum(
            basis(StepKind.LARGE_SUM),
            Payer.LARGE_SUM_SUBSIDY,
            ratio("large.rate", rate),
            to(to),
            first(limit)));
  }

  /**
   * @param tiers {@code "10000=1/2"} is half of what lies above 10,000 fen
   */
  PlanText critical(
      Set<BasePart> base, String accumulator, String to, boolean perBand, String... tiers) {
    return critical(base, accumulator, to, perBand, Optional.empty(), tiers);
  }

  PlanText critical(
      Set<BasePart> base,
      String accumulator,
      String to,
      boolean perBand,
      Optional<Limit> limit,
      String... tiers) {
    List<Tier> all = new ArrayList<>();
    for (String tier : tiers) {
      List<String> words = List.of(tier.split("="));
      all.add(
          new Tier(fen("tier", Long.parseLong(words.get(0))), ratio("tier.rate", words.get(1))));
    }
    int counts = accumulator(accumulator);
    return step(
        new Layer.CriticalIllness(
            basis(StepKind.CRITICAL_ILLNESS), base, counts, all, perBand, to(to), limit));
  }

  PlanText supplement(String name, Payer payer, LayerBase base, String value, Limit... limit) {
    boolean fixed = base == LayerBase.FIXED;
    return step(
        new Layer.Supplement(
            basis(StepKind.SUPPLEMENT, "supplement-" + name),
            name,
            payer,
            base,
            fixed ? fen(name, Long.parseLong(value)) : ratio(name, value),
            fixed ? Optional.empty() : Optional.of(RoundTo.HALF_UP_FEN),
            first(limit)));
  }

  PlanText aid(String id, LayerBase base, long above, String rate, String to, Limit... limit) {
    return step(
        new Layer.MedicalAid(
            basis(StepKind.MEDICAL_AID, id),
            base,
            above == 0 ? Optional.empty() : Optional.of(fen("aid.above", above)),
            ratio("aid.rate", rate),
            to(to),
            first(limit)));
  }

  PlanText cap(String rate) {
    return step(new Paying.OverallCap(basis(StepKind.OVERALL_CAP), ratio("cap", rate)));
  }

  PlanText account(List<Part> mayPay, Purse... purses) {
    return step(
        new Paying.Account(
            basis(StepKind.ACCOUNT),
            mayPay,
            purses.length == 0 ? List.of(Purse.values()) : List.of(purses)));
  }

  PlanText family(Part... mayPay) {
    return step(new Paying.FamilyAccount(basis(StepKind.FAMILY_ACCOUNT), List.of(mayPay)));
  }

  PlanText allocate(Allocation method) {
    step(new Paying.Cash(basis(StepKind.CASH)));
    return step(new Paying.Allocate(basis(StepKind.ALLOCATE), method));
  }

  PlanText step(Step step) {
    steps.add(step);
    return this;
  }

  Limit limit(long fen, String accumulator) {
    return new Limit(fen("limit", fen), accumulator(accumulator));
  }

  int accumulator(String name) {
    accumulators.add(name);
    return List.copyOf(accumulators).indexOf(name);
  }

  List<String> accumulators() {
    return List.copyOf(accumulators);
  }

  /** The plan as it stands; cash pays the rest where nothing said so yet. */
  Plan done() {
    List<Step> all = new ArrayList<>(steps);
    if (all.stream().noneMatch(Paying.Cash.class::isInstance)) {
      all.add(new Paying.Cash(basis(StepKind.CASH)));
    }
    return of(all, accumulators());
  }

  static Plan of(List<Step> steps, List<String> accumulators) {
    return new Plan(
        new PackId("test", "made-up", 1, "虚构", "made up", "none", "none"),
        new PlanKey(
            "test",
            Scheme.EMPLOYEE,
            InsuredCategory.ACTIVE,
            CareType.OUTPATIENT,
            InstitutionLevel.LEVEL_1),
        DAY,
        Optional.empty(),
        DAY,
        SettlementYear.CALENDAR,
        steps,
        accumulators);
  }

  static Basis basis(StepKind kind) {
    return basis(kind, kind.id());
  }

  static Basis basis(StepKind kind, String id) {
    return new Basis(kind, id, "R-TEST-01", SOURCE, Optional.empty());
  }

  static PolicyValue fen(String name, long fen) {
    return value(name, fen, 1);
  }

  /** {@code "85/100"} or {@code "2/3"}. */
  static PolicyValue ratio(String name, String rate) {
    List<String> words = List.of(rate.split("/"));
    return value(name, Long.parseLong(words.get(0)), Long.parseLong(words.get(1)));
  }

  static Rate rate(String rate) {
    return ratio("rate", rate).rate();
  }

  static RoundTo to(String word) {
    return RoundTo.named(word).orElseThrow();
  }

  private static PolicyValue value(String name, long amount, long of) {
    return new PolicyValue(
        name,
        amount,
        of,
        DAY,
        SOURCE,
        Optional.empty(),
        Standing.IN_FORCE,
        Confidence.HIGH,
        Optional.empty());
  }

  private static Optional<Limit> first(Limit... limit) {
    return limit.length == 0 ? Optional.empty() : Optional.of(limit[0]);
  }
}
