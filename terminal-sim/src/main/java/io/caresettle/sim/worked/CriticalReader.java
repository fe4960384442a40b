package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.money.Rate;
import io.caresettle.policy.plan.BasePart;
import io.caresettle.policy.plan.Layer;
import io.caresettle.policy.plan.Limit;
import io.caresettle.policy.plan.Step;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.policy.plan.Tier;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.sim.worked.WorkedPolicy.Critical;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the layer that answers to the year's own burden. */
record CriticalReader(Build build, Lefts lefts, Roundings rounding) {

  private static final String PATH = "criticalIllness";
  private static final Map<String, BasePart> PARTS = parts();

  Optional<Critical> read(Mapping layer, List<Step> steps) {
    Words.prose(layer);
    Set<BasePart> base = EnumSet.noneOf(BasePart.class);
    Field baseField = layer.required("base");
    baseField.list().forEach(part -> part.word(PARTS).ifPresent(base::add));
    if (baseField.present() && base.isEmpty()) {
      baseField.fault(
          "nothing that counts", "at least one of " + String.join(", ", PARTS.keySet()));
    }
    List<Tier> tiers = tiers(layer.required("tiers"));
    Optional<Limit> limit = lefts.limit(layer, PATH);
    if (base.isEmpty() || tiers.isEmpty()) {
      return Optional.empty();
    }
    int burden = build.accumulator("criticalIllnessBase");
    try {
      steps.add(
          new Layer.CriticalIllness(
              Build.basis(StepKind.CRITICAL_ILLNESS, "policy." + PATH),
              base,
              burden,
              tiers,
              rounding.perBand(),
              rounding.to(),
              limit));
    } catch (IllegalArgumentException impossible) {
      layer.fault("tiers of which nothing can be paid", "" + impossible.getMessage());
    }
    return Optional.of(new Critical(burden, new Money(tiers.get(0).above().amount())));
  }

  private static List<Tier> tiers(Field list) {
    List<Tier> tiers = new ArrayList<>();
    List<Field> elements = list.list();
    Optional<Money> end = Optional.empty();
    for (int k = 0; k < elements.size(); k++) {
      Optional<Mapping> mapping = elements.get(k).mapping();
      if (mapping.isEmpty()) {
        continue;
      }
      String path = PATH + ".tiers[" + k + "]";
      Field aboveField = mapping.get().required("above");
      Optional<Money> above = Words.yuan(aboveField);
      if (end.isPresent() && above.isPresent() && !above.equals(end)) {
        aboveField.fault(
            "'" + above.get() + "'", "'" + end.get() + "', where the tier before ends");
      }
      Field upTo = mapping.get().required("upTo");
      boolean last = k == elements.size() - 1;
      if (upTo.isNull() != last) {
        upTo.fault(last ? "an end" : "no end", "an end of every tier but the last");
      }
      end = last ? Optional.empty() : Words.yuan(upTo);
      Optional<Rate> rate = PoolReader.share(mapping.get().required("ratio"));
      if (above.isPresent() && rate.isPresent()) {
        tiers.add(
            new Tier(
                Build.fen(path + ".above", above.get()), Build.rate(path + ".ratio", rate.get())));
      }
    }
    if (list.present() && elements.isEmpty()) {
      list.fault("no tier", "at least one tier");
    }
    return tiers.size() == elements.size() ? tiers : List.of();
  }

  private static Map<String, BasePart> parts() {
    Map<String, BasePart> parts = new LinkedHashMap<>();
    parts.put("deductible", BasePart.DEDUCTIBLE);
    parts.put("inScopeRemainder", BasePart.IN_SCOPE_REMAINDER);
    parts.put("firstSelfPay", BasePart.FIRST_SELF_PAY);
    parts.put("offSitePriorSelfPay", BasePart.OFF_SITE_FIRST);
    return parts;
  }
}
