package io.caresettle.policy.author;

import io.caresettle.money.Payer;
import io.caresettle.money.RoundTo;
import io.caresettle.policy.compiled.StepDraft;
import io.caresettle.policy.plan.LayerBase;
import io.caresettle.policy.plan.Per;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Reads the keys of one step, those of its kind and no others. */
final class StepBinder {

  private static final boolean FEN = true;
  private static final boolean RATE = false;

  private static final Set<StepKind> LAYERS =
      EnumSet.of(
          StepKind.LARGE_SUM, StepKind.CRITICAL_ILLNESS, StepKind.SUPPLEMENT, StepKind.MEDICAL_AID);

  private final Mapping step;
  private final PlanState state;
  private final StepKeys keys;

  StepBinder(Mapping step, PlanState state) {
    this.step = step;
    this.state = state;
    this.keys = new StepKeys(step, state);
  }

  SortedMap<String, List<String>> bind(StepKind kind) {
    switch (kind) {
      case LINE_TOTAL -> state.lineRounding = keys.word("rounding", Words.FEN_ROUNDINGS);
      case PRICE_LIMIT -> priceLimit();
      case FIRST_SELF_PAY -> {
        keys.word("rounding", Words.FEN_ROUNDINGS);
        keys.wordOr("point", Words.plain("line", "rate-group"), "line");
      }
      case USABLE_FUNDS -> usableFunds();
      case OFF_SITE_FIRST -> share();
      case ACCOUNT_FIRST -> keys.words("purse", Words.PURSES, "no purse");
      case DEDUCTIBLE -> deductible();
      case COST_LIMIT -> {
        keys.value("value", FEN);
        keys.accumulator();
      }
      case RATE -> {
        state.poolPayer = keys.word("payer", Words.FUNDS);
        share();
      }
      case BANDS -> bands();
      case PAYMENT_LIMIT -> {
        poolPayer();
        keys.value("value", FEN);
        keys.accumulator();
      }
      case LARGE_SUM -> {
        keys.word("payer", Words.FUNDS);
        share();
        limit();
      }
      case CRITICAL_ILLNESS -> criticalIllness();
      case SUPPLEMENT -> supplement();
      case MEDICAL_AID -> {
        keys.word("payer", Words.payers(Payer.MEDICAL_AID));
        keys.word("basis", Words.AID_BASES);
        keys.valueIfThere("above", FEN);
        share();
        limit();
      }
      case OVERALL_CAP -> keys.value("value", RATE);
      case ACCOUNT -> {
        keys.words("may-pay", Words.PARTS, "no part");
        keys.wordsOr("purse", Words.PURSES, List.copyOf(Words.PURSES.keySet()));
      }
      case FAMILY_ACCOUNT -> keys.words("may-pay", Words.PARTS, "no part");
      case ALLOCATE -> keys.word("method", Words.ALLOCATIONS);
      case OUT_OF_CATALOGUE, IN_SCOPE, CASH -> {}
    }
    if (LAYERS.contains(kind) && step.optional(StepDraft.UNPUBLISHED).present()) {
      keys.word(StepDraft.UNPUBLISHED, Words.plain("pays-nothing"));
    }
    return keys.all();
  }

  private void share() {
    keys.value("value", RATE);
    keys.word("rounding", Words.ROUNDINGS);
  }

  private void priceLimit() {
    Field field = step.required("rounding");
    Optional<RoundTo> rounding = keys.word("rounding", Words.FEN_ROUNDINGS);
    step.optional("point").word(Words.plain("line"));
    if (rounding.isPresent()
        && state.lineRounding.isPresent()
        && upward(rounding.get()) > upward(state.lineRounding.get())) {
      // 0.005 yuan with a limit of zero would be a line of 0.00 with 0.01 above the limit.
      String line = "'" + state.lineRounding.get().id() + "'";
      field.fault(
          "'" + rounding.get().id() + "' where line-total has " + line,
          line + ", or more could lie above the limit than the line comes to");
    }
  }

  private static int upward(RoundTo rounding) {
    return switch (rounding.mode()) {
      case DOWN -> 0;
      case HALF_EVEN -> 1;
      case HALF_UP -> 2;
      case UP -> 3;
    };
  }

  private void usableFunds() {
    Optional<Mapping> grades = step.required("by-grade").mapping();
    for (String grade : Words.GRADES.keySet()) {
      List<String> payers = new ArrayList<>();
      grades.ifPresent(
          all -> {
            for (Field element : all.required(grade).list()) {
              element
                  .word(Words.USABLE)
                  .ifPresent(payer -> StepKeys.once(payers, payer.id(), element));
            }
          });
      keys.put("by-grade." + grade, payers);
    }
  }

  private void deductible() {
    keys.value("value", FEN);
    Optional<Per> per = keys.wordOr("per", Words.PERS, "year");
    boolean mayCount = per.isEmpty() || per.get() == Per.STAY;
    if (per.equals(Optional.of(Per.YEAR)) || (mayCount && step.optional("accumulator").present())) {
      keys.accumulator();
    }
  }

  private void poolPayer() {
    Field field = step.required("payer");
    Optional<Payer> payer = keys.word("payer", Words.FUNDS);
    if (payer.isPresent() && state.poolPayer.isPresent() && !payer.equals(state.poolPayer)) {
      field.fault(
          "'" + payer.get().id() + "'",
          "'" + state.poolPayer.get().id() + "', whose payments are limited");
    }
  }

  private void bands() {
    state.poolPayer = keys.word("payer", Words.FUNDS);
    Optional<String> position =
        keys.word(
            "position",
            Words.plain("bill-including-deductible", "bill-above-deductible", "year-in-scope"));
    Field list = step.required("bands");
    List<Field> elements = list.list();
    if (list.present() && elements.isEmpty()) {
      list.fault("no band", "at least one band");
    }
    for (int i = 0; i < elements.size(); i++) {
      Optional<Mapping> band = elements.get(i).mapping();
      if (band.isPresent()) {
        if (i < elements.size() - 1) {
          keys.add("bands.up-to", state.value(band.get().required("up-to"), FEN));
        } else if (band.get().optional("up-to").present()) {
          band.get().faultAtKey("up-to", "an end of the last band", "none, for nothing follows");
        }
        keys.add("bands.rate", state.value(band.get().required("rate"), RATE));
      }
    }
    if (elements.size() == 1) {
      keys.put("bands.up-to", List.of());
    }
    adjustment("person", Words.plain("points", "self-factor"));
    adjustment("off-site", Words.plain("points", "multiplier"));
    Field methodField = step.required("method");
    Optional<String> method = keys.word("method", Words.plain("per-visit", "telescoping"));
    boolean year = position.equals(Optional.of("year-in-scope"));
    if (method.equals(Optional.of("telescoping")) && position.isPresent() && !year) {
      methodField.fault("'telescoping' with " + position.get(), "'position: year-in-scope' for it");
    }
    keys.word("rounds", Words.plain("band", "layer"));
    keys.word("side", Words.plain("fund", "patient"));
    keys.word("rounding", Words.ROUNDINGS);
    if (year) {
      keys.accumulator();
    }
  }

  private void adjustment(String key, Map<String, String> styles) {
    step.optional(key)
        .mapping()
        .ifPresent(
            adjustment -> {
              adjustment
                  .required("style")
                  .word(styles)
                  .ifPresent(style -> keys.put(key + ".style", List.of(style)));
              keys.add(key + ".value", state.value(adjustment.required("value"), RATE));
            });
  }

  private void criticalIllness() {
    keys.word("payer", Words.payers(Payer.CRITICAL_ILLNESS));
    keys.words("base", Words.BASE_PARTS, "no part");
    keys.accumulator();
    Field list = step.required("tiers");
    List<Field> elements = list.list();
    if (list.present() && elements.isEmpty()) {
      list.fault("no tier", "at least one tier");
    }
    for (Field element : elements) {
      element
          .mapping()
          .ifPresent(
              tier -> {
                keys.add("tiers.above", state.value(tier.required("above"), FEN));
                keys.add("tiers.rate", state.value(tier.required("rate"), RATE));
              });
    }
    keys.word("rounds", Words.plain("band", "layer"));
    keys.word("rounding", Words.ROUNDINGS);
    limit();
  }

  private void supplement() {
    Field nameField = step.required("name");
    Optional<String> name = nameField.text("lower-case words joined by dashes", HeaderBinder::name);
    keys.add("name", name);
    if (name.isPresent() && !state.supplements.add(name.get())) {
      nameField.fault("the supplement '" + name.get() + "' a second time", "a name of its own");
    }
    keys.word("payer", Words.payers(Payer.CIVIL_SERVANT_SUBSIDY, Payer.SUPPLEMENTS));
    Optional<LayerBase> basis = keys.word("basis", Words.BASES);
    if (basis.equals(Optional.of(LayerBase.FIXED))) {
      keys.value("value", FEN);
    } else {
      share();
    }
    limit();
  }

  private void limit() {
    step.optional("limit")
        .mapping()
        .ifPresent(
            limit -> {
              keys.add("limit.value", state.value(limit.required("value"), FEN));
              keys.add("limit.accumulator", state.limit(limit.required("accumulator")));
            });
  }
}
