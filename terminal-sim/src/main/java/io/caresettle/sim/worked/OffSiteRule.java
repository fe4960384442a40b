package io.caresettle.sim.worked;

import io.caresettle.money.Rate;
import io.caresettle.policy.plan.Adjustment;
import io.caresettle.policy.plan.Sharing;
import io.caresettle.policy.plan.Step;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What care away from home changes.
 *
 * @param value of no meaning where the deductible has it in it already
 */
record OffSiteRule(Style style, Rate value) {

  private static final String PATH = "policy.offSite.value";
  private static final Map<String, Style> STYLES = styles();

  enum Style {
    POINTS,
    MULTIPLIER,
    PRIOR_SELF_PAY,
    OWN_DEDUCTIBLE
  }

  static Optional<OffSiteRule> read(Mapping policy) {
    Field field = policy.optional("offSite");
    return field.isNull() ? Optional.empty() : field.mapping().flatMap(OffSiteRule::bind);
  }

  private static Optional<OffSiteRule> bind(Mapping mapping) {
    Words.prose(mapping);
    Optional<Style> style = mapping.required("style").word(STYLES);
    if (style.equals(Optional.of(Style.OWN_DEDUCTIBLE))) {
      Words.ratio(mapping.optional("value"));
      return Optional.of(new OffSiteRule(Style.OWN_DEDUCTIBLE, new Rate(0, 1)));
    }
    Field field = mapping.required("value");
    Optional<Rate> value = Words.ratio(field);
    if (value.isPresent() && value.get().numerator() > value.get().denominator()) {
      field.fault("more than the whole", "a ratio of at most 1");
    }
    return style.flatMap(known -> value.map(rate -> new OffSiteRule(known, rate)));
  }

  /** The step that takes the patient's share off first, where that is the style. */
  Optional<Step> first(Roundings rounding) {
    return style == Style.PRIOR_SELF_PAY
        ? Optional.of(
            new Sharing.OffSiteFirst(
                Build.basis(StepKind.OFF_SITE_FIRST, PATH), Build.rate(PATH, value), rounding.to()))
        : Optional.empty();
  }

  /** What changes the pool's rates, where that is the style. */
  Optional<Adjustment> adjustment() {
    return switch (style) {
      case POINTS -> Optional.of(new Adjustment(Adjustment.Style.POINTS, Build.rate(PATH, value)));
      case MULTIPLIER ->
          Optional.of(new Adjustment(Adjustment.Style.MULTIPLIER, Build.rate(PATH, value)));
      case PRIOR_SELF_PAY, OWN_DEDUCTIBLE -> Optional.empty();
    };
  }

  private static Map<String, Style> styles() {
    Map<String, Style> styles = new LinkedHashMap<>();
    styles.put("points", Style.POINTS);
    styles.put("multiplier", Style.MULTIPLIER);
    styles.put("priorSelfPay", Style.PRIOR_SELF_PAY);
    styles.put("ownDeductible", Style.OWN_DEDUCTIBLE);
    return styles;
  }
}
