package io.caresettle.policy.compiled;

import io.caresettle.money.Payer;
import io.caresettle.money.RoundTo;
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
import io.caresettle.policy.plan.Limit;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
  private final List<String> accumulators;
  private final Grade grade;
  private final Set<String> asked = new HashSet<>();

  StepMaker(StepDraft draft, Numbers numbers, List<String> accumulators, Grade grade) {
    this.draft = draft;
    this.numbers = numbers;
    this.accumulators = accumulators;
    this.grade = grade;
  }

  Step make() {
    Step step = step(draft.basis());
    Set<String> left = new HashSet<>(draft.keys().keySet());
    left.removeAll(asked);
    if (!left.isEmpty()) {
      throw wrong("keys that no such step has: " + left);
    }
    return step;
  }

  private Step step(Basis basis) {
    return switch (basis.kind()) {
      case LINE_TOTAL -> new Cutting.LineTotal(basis, rounding());
      case OUT_OF_CATALOGUE -> new Cutting.OutOfCatalogue(basis);
      case PRICE_LIMIT -> new Cutting.PriceLimit(basis, rounding());
      case FIRST_SELF_PAY ->
          new Cutting.FirstSelfPay(basis, rounding(), is("point", "rate-group", "line"));
      case IN_SCOPE -> new Cutting.InScope(basis);
      case USABLE_FUNDS -> new Sharing.UsableFunds(basis, usable());
      case OFF_SITE_FIRST -> new Sharing.OffSiteFirst(basis, number("value", RATE), rounding());
      case ACCOUNT_FIRST -> new Paying.AccountFirst(basis, words("purse", Purse.class));
      case DEDUCTIBLE ->
          new Sharing.Deductible(
              basis, number("value", FEN), word("per", Per.class), place("accumulator"));
      case COST_LIMIT ->
          new Sharing.CostLimit(basis, number("value", FEN), needed(place("accumulator")));
      case RATE -> Sharing.Bands.rate(basis, payer(), number("value", RATE), rounding());
      case BANDS -> bands(basis);
      case PAYMENT_LIMIT -> {
        payer();
        yield new Sharing.PaymentLimit(basis, number("value", FEN), needed(place("accumulator")));
      }
      case LARGE_SUM ->
          new Layer.LargeSum(basis, payer(), number("value", RATE), rounding(), limit());
      case CRITICAL_ILLNESS -> critical(basis);
      case SUPPLEMENT -> supplement(basis);
      case MEDICAL_AID -> {
        payer();
        yield new Layer.MedicalAid(
            basis,
            word("basis", LayerBase.class),
            optional("above", FEN),
            number("value", RATE),
            rounding(),
            limit());
      }
      case OVERALL_CAP -> new Paying.OverallCap(basis, number("value", RATE));
      case ACCOUNT ->
          new Paying.Account(basis, words("may-pay", Part.class), words("purse", Purse.class));
      case FAMILY_ACCOUNT -> new Paying.FamilyAccount(basis, words("may-pay", Part.class));
      case CASH -> new Paying.Cash(basis);
      case ALLOCATE -> new Paying.Allocate(basis, word("method", Allocation.class));
    };
  }

  private Sharing.Bands bands(Basis basis) {
    List<String> bounds = all("bands.up-to");
    List<String> rates = all("bands.rate");
    if (rates.isEmpty() || bounds.size() != rates.size() - 1) {
      throw wrong(rates.size() + " rates for " + bounds.size() + " bounds");
    }
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      Optional<PolicyValue> upTo =
          i < bounds.size() ? Optional.of(numbers.value(bounds.get(i), FEN)) : Optional.empty();
      bands.add(new Band(upTo, numbers.value(rates.get(i), RATE)));
    }
    BandPosition position =
        switch (one("position")) {
          case "bill-including-deductible" -> BandPosition.INCLUDING_DEDUCTIBLE;
          case "bill-above-deductible" -> BandPosition.ABOVE_DEDUCTIBLE;
          case "year-in-scope" -> BandPosition.YEAR_IN_SCOPE;
          default -> throw wrong("an unknown position");
        };
    return new Sharing.Bands(
        basis,
        payer(),
        position,
        bands,
        adjustment("person"),
        adjustment("off-site"),
        is("method", "telescoping", "per-visit"),
        is("rounds", "band", "layer"),
        is("side", "patient", "fund"),
        rounding(),
        place("accumulator"));
  }

  private Layer.CriticalIllness critical(Basis basis) {
    payer();
    List<String> thresholds = all("tiers.above");
    List<String> rates = all("tiers.rate");
    if (rates.isEmpty() || thresholds.size() != rates.size()) {
      throw wrong(rates.size() + " rates for " + thresholds.size() + " tiers");
    }
    List<Tier> tiers = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      tiers.add(new Tier(numbers.value(thresholds.get(i), FEN), numbers.value(rates.get(i), RATE)));
    }
    return new Layer.CriticalIllness(
        basis,
        EnumSet.copyOf(words("base", BasePart.class)),
        needed(place("accumulator")),
        tiers,
        is("rounds", "band", "layer"),
        rounding(),
        limit());
  }

  private Layer.Supplement supplement(Basis basis) {
    LayerBase base = word("basis", LayerBase.class);
    boolean fixed = base == LayerBase.FIXED;
    return new Layer.Supplement(
        basis,
        one("name"),
        payer(),
        base,
        number("value", fixed ? FEN : RATE),
        fixed ? Optional.empty() : Optional.of(rounding()),
        limit());
  }

  private Set<Payer> usable() {
    Set<Payer> usable = EnumSet.noneOf(Payer.class);
    for (Grade each : Grade.values()) {
      for (String word : all("by-grade.".concat(each.name()))) {
        Payer payer = Word.parse(Payer.class, word, at());
        if (each == grade) {
          usable.add(payer);
        }
      }
    }
    return usable;
  }

  private Payer payer() {
    return Word.parse(Payer.class, one("payer"), at());
  }

  private Optional<Adjustment> adjustment(String key) {
    if (!draft.keys().containsKey(key.concat(".value"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Adjustment(
            word(key.concat(".style"), Adjustment.Style.class),
            number(key.concat(".value"), RATE)));
  }

  private Optional<Limit> limit() {
    Optional<PolicyValue> value = optional("limit.value", FEN);
    return value.isPresent()
        ? Optional.of(new Limit(value.get(), needed(place("limit.accumulator"))))
        : Optional.empty();
  }

  private RoundTo rounding() {
    Optional<RoundTo> to = RoundTo.named(one("rounding"));
    if (to.isEmpty()) {
      throw wrong("an unknown rounding");
    }
    return to.get();
  }

  private PolicyValue number(String key, boolean fen) {
    return numbers.value(one(key), fen);
  }

  private Optional<PolicyValue> optional(String key, boolean fen) {
    return draft.keys().containsKey(key) ? Optional.of(number(key, fen)) : Optional.empty();
  }

  private OptionalInt place(String key) {
    return draft.keys().containsKey(key)
        ? OptionalInt.of(accumulators.indexOf(one(key)))
        : OptionalInt.empty();
  }

  private int needed(OptionalInt place) {
    if (place.isEmpty()) {
      throw wrong("no accumulator");
    }
    return place.getAsInt();
  }

  private <E extends Enum<E>> E word(String key, Class<E> type) {
    return Word.parse(type, one(key), at());
  }

  private <E extends Enum<E>> List<E> words(String key, Class<E> type) {
    List<E> words = new ArrayList<>();
    for (String word : all(key)) {
      words.add(Word.parse(type, word, at()));
    }
    if (words.isEmpty()) {
      throw wrong("no " + key);
    }
    return words;
  }

  private boolean is(String key, String word, String otherwise) {
    String found = one(key);
    if (!found.equals(word) && !found.equals(otherwise)) {
      throw wrong("'" + found + "' for " + key);
    }
    return found.equals(word);
  }

  private String one(String key) {
    List<String> words = all(key);
    if (words.size() != 1) {
      throw wrong(words.size() + " words for " + key);
    }
    return words.get(0);
  }

  private List<String> all(String key) {
    asked.add(key);
    return draft.keys().getOrDefault(key, List.of());
  }

  private String at() {
    return "step ".concat(draft.basis().id());
  }

  private MalformedPack wrong(String what) {
    return new MalformedPack(at(), what);
  }
}
