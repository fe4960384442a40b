package io.caresettle.policy.compiled;

import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Adjustment;
import io.caresettle.policy.plan.Allocation;
import io.caresettle.policy.plan.Band;
import io.caresettle.policy.plan.BandPosition;
import io.caresettle.policy.plan.BasePart;
import io.caresettle.policy.plan.Basis;
import io.caresettle.policy.plan.Cutting;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.Layer;
import io.caresettle.policy.plan.LayerBase;
import io.caresettle.policy.plan.Part;
import io.caresettle.policy.plan.Paying;
import io.caresettle.policy.plan.Per;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Purse;
import io.caresettle.policy.plan.Sharing;
import io.caresettle.policy.plan.Step;
import io.caresettle.policy.plan.Tier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a step of a draft, once its values are known; whatever the draft says must be used. */
final class StepMaker {

  /** Where values come from: of a day and a cell, or stand-ins for a check. */
  interface Numbers {
    PolicyValue value(String name, boolean fen);
  }

  private static final boolean FEN = true;
  private static final boolean RATE = false;

  private final StepDraft draft;
  private final Numbers numbers;
  private final Grade grade;
  private final DraftReader from;

  StepMaker(StepDraft draft, Numbers numbers, List<String> accumulators, Grade grade) {
    this.draft = draft;
    this.numbers = numbers;
    this.grade = grade;
    this.from = new DraftReader(draft, numbers, accumulators);
  }

  Step make() {
    Step step = step(draft.basis());
    if (step instanceof Layer && draft.paysNothingUnpublished()) {
      from.is(StepDraft.UNPUBLISHED, "pays-nothing", "pays-nothing");
    }
    from.end();
    return step;
  }

  /** Who pays by it, whether or not it can be made. */
  Payer payer() {
    return from.payer();
  }

  private Step step(Basis basis) {
    return switch (basis.kind()) {
      case LINE_TOTAL -> new Cutting.LineTotal(basis, from.rounding());
      case OUT_OF_CATALOGUE -> new Cutting.OutOfCatalogue(basis);
      case PRICE_LIMIT -> new Cutting.PriceLimit(basis, from.rounding());
      case FIRST_SELF_PAY ->
          new Cutting.FirstSelfPay(basis, from.rounding(), from.is("point", "rate-group", "line"));
      case IN_SCOPE -> new Cutting.InScope(basis);
      case USABLE_FUNDS -> new Sharing.UsableFunds(basis, usable());
      case OFF_SITE_FIRST ->
          new Sharing.OffSiteFirst(basis, from.number("value", RATE), from.rounding());
      case ACCOUNT_FIRST -> new Paying.AccountFirst(basis, from.words("purse", Purse.class));
      case DEDUCTIBLE ->
          new Sharing.Deductible(
              basis,
              from.number("value", FEN),
              from.word("per", Per.class),
              from.place("accumulator"));
      case COST_LIMIT ->
          new Sharing.CostLimit(
              basis, from.number("value", FEN), from.needed(from.place("accumulator")));
      case RATE ->
          Sharing.Bands.rate(basis, from.payer(), from.number("value", RATE), from.rounding());
      case BANDS -> bands(basis);
      case PAYMENT_LIMIT -> {
        from.payer();
        yield new Sharing.PaymentLimit(
            basis, from.number("value", FEN), from.needed(from.place("accumulator")));
      }
      case LARGE_SUM ->
          new Layer.LargeSum(
              basis, from.payer(), from.number("value", RATE), from.rounding(), from.limit());
      case CRITICAL_ILLNESS -> critical(basis);
      case SUPPLEMENT -> supplement(basis);
      case MEDICAL_AID -> {
        from.payer();
        yield new Layer.MedicalAid(
            basis,
            from.word("basis", LayerBase.class),
            from.optional("above", FEN),
            from.number("value", RATE),
            from.rounding(),
            from.limit());
      }
      case OVERALL_CAP -> new Paying.OverallCap(basis, from.number("value", RATE));
      case ACCOUNT ->
          new Paying.Account(
              basis, from.words("may-pay", Part.class), from.words("purse", Purse.class));
      case FAMILY_ACCOUNT -> new Paying.FamilyAccount(basis, from.words("may-pay", Part.class));
      case CASH -> new Paying.Cash(basis);
      case ALLOCATE -> new Paying.Allocate(basis, from.word("method", Allocation.class));
    };
  }

  private Sharing.Bands bands(Basis basis) {
    List<String> bounds = from.all("bands.up-to");
    List<String> rates = from.all("bands.rate");
    if (rates.isEmpty() || bounds.size() != rates.size() - 1) {
      throw from.wrong(rates.size() + " rates for " + bounds.size() + " bounds");
    }
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      Optional<PolicyValue> upTo =
          i < bounds.size() ? Optional.of(numbers.value(bounds.get(i), FEN)) : Optional.empty();
      bands.add(new Band(upTo, numbers.value(rates.get(i), RATE)));
    }
    BandPosition position =
        switch (from.one("position")) {
          case "bill-including-deductible" -> BandPosition.INCLUDING_DEDUCTIBLE;
          case "bill-above-deductible" -> BandPosition.ABOVE_DEDUCTIBLE;
          case "year-in-scope" -> BandPosition.YEAR_IN_SCOPE;
          default -> throw from.wrong("an unknown position");
        };
    return new Sharing.Bands(
        basis,
        from.payer(),
        position,
        bands,
        adjustment("person"),
        adjustment("off-site"),
        from.is("method", "telescoping", "per-visit"),
        from.is("rounds", "band", "layer"),
        from.is("side", "patient", "fund"),
        from.rounding(),
        from.place("accumulator"));
  }

  private Layer.CriticalIllness critical(Basis basis) {
    from.payer();
    List<String> thresholds = from.all("tiers.above");
    List<String> rates = from.all("tiers.rate");
    if (rates.isEmpty() || thresholds.size() != rates.size()) {
      throw from.wrong(rates.size() + " rates for " + thresholds.size() + " tiers");
    }
    List<Tier> tiers = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      tiers.add(new Tier(numbers.value(thresholds.get(i), FEN), numbers.value(rates.get(i), RATE)));
    }
    return new Layer.CriticalIllness(
        basis,
        EnumSet.copyOf(from.words("base", BasePart.class)),
        from.needed(from.place("accumulator")),
        tiers,
        from.is("rounds", "band", "layer"),
        from.rounding(),
        from.limit());
  }

  private Layer.Supplement supplement(Basis basis) {
    LayerBase base = from.word("basis", LayerBase.class);
    boolean fixed = base == LayerBase.FIXED;
    return new Layer.Supplement(
        basis,
        from.one("name"),
        from.payer(),
        base,
        from.number("value", fixed ? FEN : RATE),
        fixed ? Optional.empty() : Optional.of(from.rounding()),
        from.limit());
  }

  private Set<Payer> usable() {
    Set<Payer> usable = EnumSet.noneOf(Payer.class);
    for (Grade each : Grade.values()) {
      for (String word : from.all("by-grade.".concat(each.name()))) {
        Payer payer = Word.parse(Payer.class, word, from.at());
        if (each == grade) {
          usable.add(payer);
        }
      }
    }
    return usable;
  }

  private Optional<Adjustment> adjustment(String key) {
    if (!from.has(key.concat(".value"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Adjustment(
            from.word(key.concat(".style"), Adjustment.Style.class),
            from.number(key.concat(".value"), RATE)));
  }
}
