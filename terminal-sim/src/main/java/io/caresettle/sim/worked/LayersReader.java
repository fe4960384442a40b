package io.caresettle.sim.worked;

import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.policy.plan.Layer;
import io.caresettle.policy.plan.LayerBase;
import io.caresettle.policy.plan.Limit;
import io.caresettle.policy.plan.Paying;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Step;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.sim.worked.WorkedPolicy.Critical;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes the layers of a policy, in the order that it gives them, and the cap over all. */
final class LayersReader {

  private static final List<String> LAYERS =
      List.of("pool", "largeSum", "criticalIllness", "medicalAid");
  private static final String SUPPLEMENT = "supplement:";
  private static final Map<String, LayerBase> BASES = bases();
  private static final Map<String, LayerBase> AID_BASES =
      Map.of(
          "remainingInScope", LayerBase.REMAINING_IN_SCOPE,
          "remainingAboveDeductible", LayerBase.REMAINING_ABOVE_DEDUCTIBLE);
  private static final Map<String, Payer> SUPPLEMENT_PAYERS =
      Map.of(
          "supplements", Payer.SUPPLEMENTS,
          "civilServantSubsidy", Payer.CIVIL_SERVANT_SUBSIDY);

  private final Mapping policy;
  private final Build build;
  private final Lefts lefts;
  private final Roundings rounding;
  private final PoolReader pool;
  private final List<Step> steps = new ArrayList<>();
  private Optional<Critical> critical = Optional.empty();

  LayersReader(
      Mapping policy, Build build, Lefts lefts, Roundings rounding, Optional<OffSiteRule> offSite) {
    this.policy = policy;
    this.build = build;
    this.lefts = lefts;
    this.rounding = rounding;
    this.pool = new PoolReader(build, lefts, rounding, offSite.flatMap(OffSiteRule::adjustment));
  }

  OptionalInt yearInScope() {
    return pool.yearInScope();
  }

  Optional<Critical> critical() {
    return critical;
  }

  List<Step> read() {
    Map<String, Mapping> supplements = supplements();
    Set<String> seen = new LinkedHashSet<>();
    for (Field element : policy.required("order").list()) {
      Optional<String> layer = element.text();
      if (layer.isPresent() && !seen.add(layer.get())) {
        element.fault("'" + layer.get() + "' a second time", "each layer once");
      } else if (layer.isPresent()) {
        layer(element, layer.get(), seen.size() == 1, supplements);
      }
    }
    if (!policy.has("order")) {
      LAYERS.forEach(policy::optional); // Its absence is told once, not again for each layer.
      return steps;
    }
    for (String name : LAYERS) {
      if (policy.has(name) && !seen.contains(name)) {
        policy.optional(name).fault("a layer outside the order", "'" + name + "' in order");
      }
    }
    supplements.forEach(
        (name, unused) -> {
          if (!seen.contains(SUPPLEMENT + name)) {
            unused.fault("a supplement outside the order", "'" + SUPPLEMENT + name + "' in order");
          }
        });
    policy.optional("overallCap").mapping().ifPresent(this::cap);
    return steps;
  }

  private void layer(Field at, String layer, boolean first, Map<String, Mapping> supplements) {
    if (layer.equals("pool")) {
      if (!first) {
        at.fault("the pool after another layer", "the pool first");
      }
      policy.required("pool").mapping().ifPresent(all -> steps.addAll(pool.read(all)));
    } else if (layer.equals("largeSum")) {
      policy.required("largeSum").mapping().ifPresent(this::largeSum);
    } else if (layer.equals("criticalIllness")) {
      policy.required("criticalIllness").mapping().ifPresent(this::criticalIllness);
    } else if (layer.equals("medicalAid")) {
      policy.required("medicalAid").mapping().ifPresent(this::medicalAid);
    } else if (layer.startsWith(SUPPLEMENT)) {
      String name = layer.substring(SUPPLEMENT.length());
      Optional<Mapping> mapping = Optional.ofNullable(supplements.get(name));
      mapping.ifPresentOrElse(
          all -> supplement(name, all),
          () -> at.fault("'" + layer + "'", "a supplement of policy.supplements"));
    } else {
      at.fault("'" + layer + "'", "pool, largeSum, criticalIllness, supplement:NAME or medicalAid");
    }
  }

  private Map<String, Mapping> supplements() {
    Map<String, Mapping> supplements = new LinkedHashMap<>();
    for (Field element : policy.optional("supplements").list()) {
      Optional<Mapping> mapping = element.mapping();
      Optional<String> name = mapping.flatMap(all -> all.required("name").text());
      if (name.isPresent() && supplements.putIfAbsent(name.get(), mapping.get()) != null) {
        element.fault("'" + name.get() + "' a second time", "each supplement once");
      }
    }
    return supplements;
  }

  private void largeSum(Mapping layer) {
    Words.prose(layer);
    String path = "largeSum";
    Optional<Rate> rate = PoolReader.share(layer.required("ratio"));
    Optional<Limit> limit = lefts.limit(layer, path);
    rate.ifPresent(
        share ->
            steps.add(
                new Layer.LargeSum(
                    Build.basis(StepKind.LARGE_SUM, "policy.largeSum"),
                    Payer.LARGE_SUM_SUBSIDY,
                    Build.rate(path + ".ratio", share),
                    rounding.to(),
                    limit)));
  }

  private void criticalIllness(Mapping layer) {
    CriticalReader reader = new CriticalReader(build, lefts, rounding);
    critical = reader.read(layer, steps);
  }

  private void supplement(String name, Mapping layer) {
    Words.prose(layer);
    String path = SUPPLEMENT + name;
    Optional<Payer> payer = layer.required("payer").word(SUPPLEMENT_PAYERS);
    Optional<LayerBase> base = layer.required("basis").word(BASES);
    boolean fixed = base.equals(Optional.of(LayerBase.FIXED));
    Optional<PolicyValue> value =
        fixed
            ? Words.yuan(layer.required("amount")).map(fen -> Build.fen(path + ".amount", fen))
            : PoolReader.share(layer.required("ratio"))
                .map(rate -> Build.rate(path + ".ratio", rate));
    Optional<Limit> limit = lefts.limit(layer, path);
    if (payer.isPresent() && base.isPresent() && value.isPresent()) {
      steps.add(
          new Layer.Supplement(
              Build.basis(StepKind.SUPPLEMENT, "supplement-" + name, "policy." + path),
              name,
              payer.get(),
              base.get(),
              value.get(),
              fixed ? Optional.empty() : Optional.of(rounding.to()),
              limit));
    }
  }

  private void medicalAid(Mapping layer) {
    Words.prose(layer);
    String path = "medicalAid";
    Field baseField = layer.optional("base");
    Optional<LayerBase> base =
        baseField.present() ? baseField.word(AID_BASES) : Optional.of(LayerBase.REMAINING_IN_SCOPE);
    Optional<Rate> rate = PoolReader.share(layer.required("ratio"));
    Optional<Limit> limit = lefts.limit(layer, path);
    if (base.isPresent() && rate.isPresent()) {
      steps.add(
          new Layer.MedicalAid(
              Build.basis(StepKind.MEDICAL_AID, "policy.medicalAid"),
              base.get(),
              Optional.empty(),
              Build.rate(path + ".ratio", rate.get()),
              rounding.to(),
              limit));
    }
  }

  private void cap(Mapping cap) {
    PoolReader.share(cap.required("ratio"))
        .ifPresent(
            rate ->
                steps.add(
                    new Paying.OverallCap(
                        Build.basis(StepKind.OVERALL_CAP, "policy.overallCap"),
                        Build.rate("overallCap.ratio", rate))));
  }

  private static Map<String, LayerBase> bases() {
    Map<String, LayerBase> bases = new HashMap<>();
    bases.put("inScope", LayerBase.IN_SCOPE);
    bases.put("aboveDeductible", LayerBase.ABOVE_DEDUCTIBLE);
    bases.put("remainingInScope", LayerBase.REMAINING_IN_SCOPE);
    bases.put("remainingAboveDeductible", LayerBase.REMAINING_ABOVE_DEDUCTIBLE);
    bases.put("given", LayerBase.FIXED);
    return bases;
  }
}
