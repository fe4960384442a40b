package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Cutting;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.Part;
import io.caresettle.policy.plan.Paying;
import io.caresettle.policy.plan.Per;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.Purse;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.SettlementYear;
import io.caresettle.policy.plan.Sharing;
import io.caresettle.policy.plan.Step;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.sim.worked.WorkedPolicy.Category;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes a plan of an example's {@code policy}, step by step. */
final class PolicyReader {

  private static final Map<String, Per> PER =
      Map.of("annual", Per.YEAR, "visit", Per.VISIT, "stay", Per.STAY);
  private static final Map<String, Boolean> POSITIONS =
      Map.of("before-deductible", true, "after-funds", false);
  private static final int PRICE_DECIMALS = 6;

  private final Mapping policy;
  private final Build build = new Build();
  private final Lefts lefts;
  private final List<Step> steps = new ArrayList<>();
  private final boolean balances;

  private PolicyReader(Mapping policy, OptionalInt year, boolean balances) {
    this.policy = policy;
    this.lefts = new Lefts(build, year);
    this.balances = balances;
  }

  /**
   * @param year the bill's settlement year, where the policy asks for one
   * @param balances whether the input has any, so that an account must be spoken of
   */
  static Optional<WorkedPolicy> bind(Mapping policy, OptionalInt year, boolean balances) {
    return new PolicyReader(policy, year, balances).bind();
  }

  private Optional<WorkedPolicy> bind() {
    Words.prose(policy);
    policy.optional("settlementYear"); // Read with the input, which has the days.
    int decimals = priceDecimals();
    Map<String, Category> categories = categories();
    Set<Payer> open = open();
    Optional<Roundings> rounding = Roundings.read(policy);
    if (rounding.isEmpty()) {
      policy.all(); // Nothing else can be made without it, and nothing else is at fault for that.
      return Optional.empty();
    }
    cut(rounding.get());
    Optional<OffSiteRule> away = OffSiteRule.read(policy);
    away.flatMap(rule -> rule.first(rounding.get())).ifPresent(steps::add);
    Optional<Mapping> account = policy.optional("account").mapping();
    boolean before = account.flatMap(own -> own.required("position").word(POSITIONS)).orElse(false);
    if (before) {
      steps.add(
          new Paying.AccountFirst(
              Build.basis(StepKind.ACCOUNT_FIRST, "policy.account.position"),
              List.of(Purse.CURRENT_YEAR)));
    }
    deductible();
    LayersReader layers = new LayersReader(policy, build, lefts, rounding.get(), away);
    steps.addAll(layers.read());
    account.ifPresent(this::account);
    if (balances && account.isEmpty()) {
      policy.fault("balances in the input, but no account", "policy.account");
    }
    steps.add(new Paying.Cash(Build.basis(StepKind.CASH, "rounding.residual")));
    return plan()
        .map(
            plan ->
                new WorkedPolicy(
                    plan,
                    categories,
                    decimals,
                    open,
                    build.lefts(),
                    layers.yearInScope(),
                    layers.critical()));
  }

  private int priceDecimals() {
    Optional<Mapping> line = policy.optional("line").mapping();
    line.ifPresent(mapping -> mapping.optional("lineDecimals").integer(2, 2));
    return line.flatMap(mapping -> mapping.optional("priceDecimals").integer(0, PRICE_DECIMALS))
        .map(Long::intValue)
        .orElse(PRICE_DECIMALS);
  }

  private Map<String, Category> categories() {
    Map<String, Category> categories = new LinkedHashMap<>();
    policy
        .optional("categories")
        .mapping()
        .ifPresent(
            all ->
                all.all()
                    .forEach(
                        (name, field) ->
                            field
                                .bind(PolicyReader::category)
                                .ifPresent(category -> categories.put(name, category))));
    return categories;
  }

  private static Optional<Category> category(Mapping mapping) {
    Optional<Boolean> in = mapping.required("inCatalogue").truth();
    Field shareField =
        in.orElse(false)
            ? mapping.required("firstSelfPayRate")
            : mapping.optional("firstSelfPayRate");
    Rate share = Words.ratio(shareField).orElse(new Rate(0, 1));
    if (share.numerator() > share.denominator()) {
      shareField.fault("more than the whole", "a ratio of at most 1");
    }
    return in.map(counts -> new Category(counts, share));
  }

  private Set<Payer> open() {
    Field field = policy.optional("fundsAllowed");
    if (!field.present()) {
      return Set.copyOf(Words.PAYERS.values());
    }
    Set<Payer> open = EnumSet.noneOf(Payer.class);
    field.list().forEach(element -> element.word(Words.PAYERS).ifPresent(open::add));
    return open;
  }

  private void cut(Roundings rounding) {
    steps.add(
        new Cutting.LineTotal(Build.basis(StepKind.LINE_TOTAL, "policy.line"), rounding.lines()));
    steps.add(
        new Cutting.OutOfCatalogue(Build.basis(StepKind.OUT_OF_CATALOGUE, "policy.categories")));
    steps.add(
        new Cutting.PriceLimit(Build.basis(StepKind.PRICE_LIMIT, "input.items"), rounding.lines()));
    steps.add(
        new Cutting.FirstSelfPay(
            Build.basis(StepKind.FIRST_SELF_PAY, "policy.categories"), rounding.lines(), false));
    steps.add(new Cutting.InScope(Build.basis(StepKind.IN_SCOPE, "policy.categories")));
  }

  private void deductible() {
    Optional<Mapping> mapping = policy.optional("deductible").mapping();
    Optional<Per> per = mapping.flatMap(all -> all.required("basis").word(PER));
    Optional<Money> left = mapping.flatMap(all -> lefts.amount(all.required("left")));
    if (per.isPresent() && left.isPresent()) {
      String path = "deductible.left";
      steps.add(
          new Sharing.Deductible(
              Build.basis(StepKind.DEDUCTIBLE, "policy.deductible"),
              Build.fen(path, left.get()),
              per.get(),
              per.get() == Per.YEAR
                  ? OptionalInt.of(build.left(path, left.get()))
                  : OptionalInt.empty()));
    }
  }

  private void account(Mapping account) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    Field list = account.required("mayPay");
    list.list().forEach(part -> part.word(Words.MAY_PAY).ifPresent(parts::addAll));
    if (!parts.isEmpty()) {
      String path = "policy.account.mayPay";
      List<Part> mayPay = List.copyOf(parts);
      steps.add(
          new Paying.Account(
              Build.basis(StepKind.ACCOUNT, path),
              mayPay,
              List.of(Purse.CURRENT_YEAR, Purse.PAST_YEARS)));
      steps.add(new Paying.FamilyAccount(Build.basis(StepKind.FAMILY_ACCOUNT, path), mayPay));
    }
  }

  private Optional<Plan> plan() {
    try {
      return Optional.of(
          new Plan(
              new PackId("test", "worked-example", 1, "算例", "worked example", policy.file(), "-"),
              new PlanKey(
                  "test",
                  Scheme.EMPLOYEE,
                  InsuredCategory.ACTIVE,
                  CareType.OUTPATIENT,
                  InstitutionLevel.LEVEL_3),
              LocalDate.MIN,
              Optional.empty(),
              LocalDate.MAX,
              SettlementYear.CALENDAR,
              steps,
              build.accumulators()));
    } catch (IllegalArgumentException impossible) {
      policy.fault(
          "a policy no plan can be made of (" + impossible.getMessage() + ")", "steps in order");
      return Optional.empty();
    }
  }
}
