package io.caresettle.policy.author;

import io.caresettle.money.Payer;
import io.caresettle.money.RoundTo;
import io.caresettle.policy.compiled.Dimension;
import io.caresettle.policy.compiled.PackKind;
import io.caresettle.policy.compiled.Unit;
import io.caresettle.policy.plan.Allocation;
import io.caresettle.policy.plan.BasePart;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.LayerBase;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.Part;
import io.caresettle.policy.plan.Per;
import io.caresettle.policy.plan.Purse;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.Standing;
import io.caresettle.policy.plan.StepKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The words of packs and cases, with what each means. */
public final class Words {

  public static final Map<String, Scheme> SCHEMES = dashed(Scheme.values());
  public static final Map<String, CareType> CARE = dashed(CareType.values());
  public static final Map<String, InsuredCategory> CATEGORIES = dashed(InsuredCategory.values());
  public static final Map<String, InstitutionLevel> LEVELS = dashed(InstitutionLevel.values());
  public static final Map<String, OffSite> OFF_SITES = dashed(OffSite.values());
  public static final Map<String, Grade> GRADES = by(Grade.values(), Grade::name);

  static final Map<String, Gives> GIVES = dashed(Gives.values());
  static final Map<String, Standing> STANDINGS = dashed(Standing.values());
  static final Map<String, StepKind> STEPS = by(StepKind.values(), StepKind::id);
  static final Map<String, Part> PARTS = by(Part.values(), Part::id);
  static final Map<String, Purse> PURSES = dashed(Purse.values());
  static final Map<String, Per> PERS = dashed(Per.values());
  static final Map<String, BasePart> BASE_PARTS = dashed(BasePart.values());
  static final Map<String, LayerBase> BASES = dashed(LayerBase.values());
  static final Map<String, LayerBase> AID_BASES =
      only(
          BASES,
          base ->
              base == LayerBase.REMAINING_IN_SCOPE || base == LayerBase.REMAINING_ABOVE_DEDUCTIBLE);
  static final Map<String, Allocation> ALLOCATIONS = dashed(Allocation.values());
  static final Map<String, PackKind> KINDS = by(PackKind.values(), PackKind::id);
  static final Map<String, Unit> ALL_UNITS = by(Unit.values(), Unit::id);
  static final Map<String, Unit> UNITS = only(ALL_UNITS, Unit::ofBenefits);
  static final Map<String, Dimension> DIMENSIONS = by(Dimension.values(), Dimension::id);
  static final Map<String, Confidence> CONFIDENCES = confidences();
  static final Map<String, String> MARKS = plain("H", "M", "L");
  static final Map<String, RoundTo> ROUNDINGS = roundings();
  static final Map<String, RoundTo> FEN_ROUNDINGS = only(ROUNDINGS, to -> to.unit() == 1);

  static final Map<String, Payer> FUNDS =
      only(by(Payer.values(), Payer::id), payer -> payer.compareTo(Payer.MEDICAL_AID) <= 0);
  static final Map<String, Payer> USABLE = usable();

  private Words() {}

  /** {@code LEVEL_1} is written level-1. */
  static String dashed(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Words that mean themselves. */
  static Map<String, String> plain(String... words) {
    return by(words, word -> word);
  }

  /** The payers of these words. */
  static Map<String, Payer> payers(Payer... payers) {
    return by(payers, Payer::id);
  }

  private static <E extends Enum<E>> Map<String, E> dashed(E[] all) {
    return by(all, Words::dashed);
  }

  private static <E> Map<String, E> by(E[] all, Function<E, String> word) {
    Map<String, E> words = new LinkedHashMap<>();
    Arrays.stream(all).forEach(meaning -> words.put(word.apply(meaning), meaning));
    return Collections.unmodifiableMap(words);
  }

  private static <E> Map<String, E> only(Map<String, E> all, Predicate<E> which) {
    Map<String, E> words = new LinkedHashMap<>(all);
    words.values().removeIf(which.negate());
    return Collections.unmodifiableMap(words);
  }

  private static Map<String, Payer> usable() {
    Map<String, Payer> words = new LinkedHashMap<>(FUNDS);
    List.of(Payer.PERSONAL_ACCOUNT, Payer.FAMILY_ACCOUNT)
        .forEach(payer -> words.put(payer.id(), payer));
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

  private static Map<String, RoundTo> roundings() {
    Map<String, RoundTo> words = new LinkedHashMap<>();
    RoundTo.values().forEach(to -> words.put(to.id(), to));
    return Collections.unmodifiableMap(words);
  }
}
