package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.policy.plan.Adjustment;
import io.caresettle.policy.plan.Band;
import io.caresettle.policy.plan.BandPosition;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Sharing;
import io.caresettle.policy.plan.Step;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the pool's steps of {@code policy.pool}: its bands, and the ceiling before or after. */
final class PoolReader {

  private static final String PATH = "policy.pool";
  private static final Map<String, BandPosition> POSITIONS =
      Map.of(
          "bill-including-deductible", BandPosition.INCLUDING_DEDUCTIBLE,
          "bill-above-deductible", BandPosition.ABOVE_DEDUCTIBLE,
          "year-in-scope", BandPosition.YEAR_IN_SCOPE);
  private static final Map<String, Adjustment.Style> STYLES =
      Map.of("points", Adjustment.Style.POINTS, "self-factor", Adjustment.Style.SELF_FACTOR);
  private static final Map<String, Boolean> CEILINGS =
      Map.of("fund-payment", true, "in-scope-cost", false);

  private final Build build;
  private final Lefts lefts;
  private final Roundings rounding;
  private final Optional<Adjustment> offSite;
  private OptionalInt yearInScope = OptionalInt.empty();

  PoolReader(Build build, Lefts lefts, Roundings rounding, Optional<Adjustment> offSite) {
    this.build = build;
    this.lefts = lefts;
    this.rounding = rounding;
    this.offSite = offSite;
  }

  OptionalInt yearInScope() {
    return yearInScope;
  }

  List<Step> read(Mapping pool) {
    Words.prose(pool);
    Optional<Payer> payer = pool.required("payer").word(Words.PAYERS);
    Optional<BandPosition> position = pool.required("bandPosition").word(POSITIONS);
    List<Band> bands = bands(pool.required("bands"));
    Optional<Adjustment> person = pool.optional("personClass").mapping().flatMap(this::person);
    List<Step> before = new ArrayList<>();
    List<Step> after = new ArrayList<>();
    pool.optional("ceiling").mapping().ifPresent(ceiling -> ceiling(ceiling, before, after));
    if (payer.isEmpty() || position.isEmpty() || bands.isEmpty()) {
      return List.of();
    }
    if (position.get() == BandPosition.YEAR_IN_SCOPE) {
      yearInScope = OptionalInt.of(build.accumulator("inScopeYear"));
    }
    try {
      before.add(
          new Sharing.Bands(
              Build.basis(StepKind.BANDS, PATH),
              payer.get(),
              position.get(),
              bands,
              person,
              offSite,
              false,
              rounding.perBand(),
              rounding.patientSide(),
              rounding.to(),
              yearInScope));
    } catch (IllegalArgumentException impossible) {
      pool.fault("bands of which nothing can be paid", "" + impossible.getMessage());
    }
    before.addAll(after);
    return before;
  }

  private static List<Band> bands(Field list) {
    List<Band> bands = new ArrayList<>();
    List<Field> elements = list.list();
    Money end = Money.ZERO;
    for (int k = 0; k < elements.size(); k++) {
      Optional<Mapping> mapping = elements.get(k).mapping();
      if (mapping.isEmpty()) {
        continue;
      }
      String path = PATH + ".bands[" + k + "]";
      Field aboveField = mapping.get().required("above");
      Optional<Money> above = Words.yuan(aboveField);
      if (above.isPresent() && !above.get().equals(end)) {
        aboveField.fault("'" + above.get() + "'", "'" + end + "', where the band before ends");
      }
      Field upTo = mapping.get().required("upTo");
      Optional<PolicyValue> last = Optional.empty();
      if (upTo.isNull() == (k < elements.size() - 1)) {
        upTo.fault(upTo.isNull() ? "no end" : "an end", "an end of every band but the last");
      } else if (!upTo.isNull()) {
        Optional<Money> amount = Words.yuan(upTo);
        end = amount.orElse(end);
        last = amount.map(money -> Build.fen(path + ".upTo", money));
      }
      Field ratio = mapping.get().required("ratio");
      Optional<Rate> rate = share(ratio);
      if (rate.isPresent()) {
        bands.add(new Band(last, Build.rate(path + ".ratio", rate.get())));
      }
    }
    if (list.present() && elements.isEmpty()) {
      list.fault("no band", "at least one band");
    }
    return bands.size() == elements.size() ? bands : List.of();
  }

  static Optional<Rate> share(Field field) {
    Optional<Rate> rate = Words.ratio(field);
    if (rate.isPresent() && rate.get().numerator() > rate.get().denominator()) {
      field.fault("more than the whole", "a ratio of at most 1");
      return Optional.empty();
    }
    return rate;
  }

  private Optional<Adjustment> person(Mapping mapping) {
    Words.prose(mapping);
    Optional<Adjustment.Style> style = mapping.required("style").word(STYLES);
    Optional<Rate> value = share(mapping.required("value"));
    return style.flatMap(
        how -> value.map(rate -> new Adjustment(how, Build.rate(PATH + ".personClass", rate))));
  }

  private void ceiling(Mapping ceiling, List<Step> before, List<Step> after) {
    Words.prose(ceiling);
    Optional<Boolean> ofPayments = ceiling.required("basis").word(CEILINGS);
    String path = "pool.ceiling.left";
    Optional<Money> left = lefts.amount(ceiling.required("left"));
    if (ofPayments.isEmpty() || left.isEmpty()) {
      return;
    }
    PolicyValue value = Build.fen(path, left.get());
    int used = build.left(path, left.get());
    if (ofPayments.get()) {
      after.add(new Sharing.PaymentLimit(Build.basis(StepKind.PAYMENT_LIMIT, PATH), value, used));
    } else {
      before.add(new Sharing.CostLimit(Build.basis(StepKind.COST_LIMIT, PATH), value, used));
    }
  }
}
