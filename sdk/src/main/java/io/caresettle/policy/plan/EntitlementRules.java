package io.caresettle.policy.plan;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who may have what, and when, in one area on one day: every name with its ruling. Immutable. */
public final class EntitlementRules {

  private static final Citation NOWHERE = new Citation("TEST", "1", 1, Optional.empty());

  private final PackId pack;
  private final LocalDate from;
  private final Optional<LocalDate> to;
  private final Map<EntitlementName, Ruling<List<String>>> rulings;

  /**
   * The rules of a stretch of days in which nothing changes.
   *
   * @param rulings of every name, in the words of a pack
   * @throws IllegalArgumentException when a name is missing, or says what it cannot
   */
  public EntitlementRules(
      PackId pack,
      LocalDate from,
      Optional<LocalDate> to,
      Map<EntitlementName, Ruling<List<String>>> rulings) {
    this.pack = pack;
    this.from = from;
    this.to = to;
    this.rulings = Collections.unmodifiableMap(new EnumMap<>(rulings));
    for (EntitlementName name : EntitlementName.values()) {
      check(name, this.rulings.get(name));
    }
  }

  private static void check(EntitlementName name, @Nullable Ruling<List<String>> ruling) {
    if (ruling == null) {
      throw new IllegalArgumentException("no ruling on " + name);
    }
    if (ruling instanceof Ruling.Said<List<String>> said && !name.allows(said.value())) {
      throw new IllegalArgumentException(said.value() + " for " + name);
    }
  }

  /**
   * Rules of an area in which nobody has said anything: what a test starts from, {@link #saying}
   * what it is about.
   */
  public static EntitlementRules silent(String area) {
    Map<EntitlementName, Ruling<List<String>>> rulings = new EnumMap<>(EntitlementName.class);
    for (EntitlementName name : EntitlementName.values()) {
      rulings.put(name, new Ruling.NotPublished<>(name, NOWHERE));
    }
    PackId pack = new PackId(area, "entitlement", 1, "", "", "in memory", "0000000000000000");
    return new EntitlementRules(pack, LocalDate.MIN, Optional.empty(), rulings);
  }

  /** Whether nobody has said anything at all, as where no text of the area is in force. */
  public boolean isSilent() {
    return rulings.values().stream().allMatch(Ruling.NotPublished.class::isInstance);
  }

  /**
   * These rules with one of them said otherwise.
   *
   * @param words as a pack writes them: {@code "3"}, {@code "09-01"}, {@code "yes"}, of a set any
   *     number
   */
  public EntitlementRules saying(EntitlementName name, Citation source, String... words) {
    return with(name, new Ruling.Said<>(List.of(words), source, true));
  }

  /** These rules with one of them said otherwise, somewhere in a text made up for tests. */
  public EntitlementRules saying(EntitlementName name, String... words) {
    return saying(name, NOWHERE, words);
  }

  /** These rules with one of them unknown. */
  public EntitlementRules without(EntitlementName name, Citation source) {
    return with(name, new Ruling.NotPublished<>(name, source));
  }

  private EntitlementRules with(EntitlementName name, Ruling<List<String>> ruling) {
    Map<EntitlementName, Ruling<List<String>>> changed = new EnumMap<>(rulings);
    changed.put(name, ruling);
    return new EntitlementRules(pack, from, to, changed);
  }

  /** The area, six digits or {@code test}. */
  public String area() {
    return pack.area();
  }

  /** The pack that they stand in. */
  public PackId pack() {
    return pack;
  }

  /** First day of the stretch in which none of them changes. */
  public LocalDate from() {
    return from;
  }

  /** Last day of that stretch, where it has one. */
  public Optional<LocalDate> to() {
    return to;
  }

  /** What is said of a choice. */
  public Ruling<String> word(EntitlementName name) {
    require(name, name.unit() == EntitlementUnit.CHOICE);
    return as(name, words -> words.get(0));
  }

  /** What is said of a number of months, days or years. */
  public Ruling<Integer> number(EntitlementName name) {
    require(name, name.unit().counts());
    return as(name, words -> Integer.valueOf(words.get(0)));
  }

  /** Which day of the year is said. */
  public Ruling<MonthDay> day(EntitlementName name) {
    require(name, name.unit() == EntitlementUnit.MONTH_DAY);
    return as(name, words -> MonthDay.parse("--" + words.get(0)));
  }

  /** Whether yes is said. */
  public Ruling<Boolean> yes(EntitlementName name) {
    require(name, name.unit() == EntitlementUnit.YES_NO);
    return as(name, words -> words.get(0).equals("yes"));
  }

  /** Which words of a set are said. */
  public Ruling<Set<String>> words(EntitlementName name) {
    require(name, name.unit() == EntitlementUnit.SET);
    return as(name, words -> Collections.unmodifiableSet(new LinkedHashSet<>(words)));
  }

  /** What is said, in the words of a pack. */
  public Ruling<List<String>> asWritten(EntitlementName name) {
    return as(name, Function.identity());
  }

  private static void require(EntitlementName name, boolean asked) {
    if (!asked) {
      throw new IllegalArgumentException(name + " is said in " + name.unit());
    }
  }

  private <T> Ruling<T> as(EntitlementName name, Function<List<String>, T> meaning) {
    Ruling<List<String>> ruling =
        rulings.getOrDefault(name, new Ruling.NotPublished<>(name, NOWHERE));
    if (ruling instanceof Ruling.Said<List<String>> said) {
      return new Ruling.Said<>(meaning.apply(said.value()), said.source(), said.testFigure());
    }
    return new Ruling.NotPublished<>(name, ruling.source());
  }

  @Override
  public String toString() {
    return pack + " from " + from + to.map(day -> " to " + day).orElse("");
  }
}
