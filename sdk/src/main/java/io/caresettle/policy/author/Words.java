package io.caresettle.policy.author;

import io.caresettle.money.Rounding;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Part;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.Standing;
import io.caresettle.policy.plan.StepKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The words of packs and cases, with what each means. */
public final class Words {

  public static final Map<String, Scheme> SCHEMES = dashed(Scheme.values());
  public static final Map<String, CareType> CARE = dashed(CareType.values());
  public static final Map<String, InsuredCategory> CATEGORIES = dashed(InsuredCategory.values());
  public static final Map<String, InstitutionLevel> LEVELS = dashed(InstitutionLevel.values());

  static final Map<String, Standing> STANDINGS = dashed(Standing.values());
  static final Map<String, StepKind> STEPS =
      by(
          new StepKind[] {
            StepKind.LINE_TOTAL,
            StepKind.OUT_OF_CATALOGUE,
            StepKind.PRICE_LIMIT,
            StepKind.FIRST_SELF_PAY,
            StepKind.IN_SCOPE,
            StepKind.DEDUCTIBLE,
            StepKind.COST_LIMIT,
            StepKind.RATE,
            StepKind.PAYMENT_LIMIT,
            StepKind.ACCOUNT,
            StepKind.CASH
          },
          StepKind::id);
  static final Map<String, Part> PARTS = by(Part.values(), Part::id);
  static final Map<String, Unit> UNITS = dashed(Unit.values());
  static final Map<String, String> PAYERS = Map.of("pool-fund", "pool-fund");
  static final Map<String, Confidence> CONFIDENCES = confidences();
  static final Map<String, String> MARKS = Map.of("H", "H", "M", "M", "L", "L");
  static final Map<String, Rounding> ROUNDINGS = roundings();

  private Words() {}

  /** {@code LEVEL_1} is written level-1. */
  static String dashed(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> Map<String, E> dashed(E[] all) {
    return by(all, Words::dashed);
  }

  private static <E> Map<String, E> by(E[] all, Function<E, String> word) {
    Map<String, E> words = new LinkedHashMap<>();
    Arrays.stream(all).forEach(meaning -> words.put(word.apply(meaning), meaning));
    return Collections.unmodifiableMap(words);
  }

  private static Map<String, Confidence> confidences() {
    Map<String, Confidence> words = new LinkedHashMap<>();
    words.put("H", Confidence.HIGH);
    words.put("M", Confidence.MEDIUM);
    words.put("L", Confidence.LOW);
    words.put("none", Confidence.NONE);
    return Collections.unmodifiableMap(words);
  }

  private static Map<String, Rounding> roundings() {
    Map<String, Rounding> words = new LinkedHashMap<>();
    words.put("half-up-fen", Rounding.HALF_UP);
    words.put("down-fen", Rounding.DOWN);
    return Collections.unmodifiableMap(words);
  }
}
