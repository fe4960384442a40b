package io.caresettle.policy.author;

import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.SettlementYear;
import io.caresettle.policy.plan.Step;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of one area and topic, read from one file and checked. */
public final class Pack {

  private final PackId id;
  private final Scheme scheme;
  private final Set<CareType> care;
  private final LocalDate from;
  private final Optional<LocalDate> to;
  private final LocalDate stillValidOn;
  private final Map<String, Series> values;
  private final List<StepDraft> steps;

  Pack(
      PackId id,
      Scheme scheme,
      Set<CareType> care,
      LocalDate from,
      Optional<LocalDate> to,
      LocalDate stillValidOn,
      Map<String, Series> values,
      List<StepDraft> steps) {
    this.id = id;
    this.scheme = scheme;
    this.care = Set.copyOf(care);
    this.from = from;
    this.to = to;
    this.stillValidOn = stillValidOn;
    this.values = Map.copyOf(values);
    this.steps = List.copyOf(steps);
  }

  /**
   * Reads a pack.
   *
   * @param file the name that faults carry
   * @throws io.caresettle.reading.ReadingFailed with every fault of it
   */
  public static Pack of(String file, String text) {
    return Reading.of(file, text, Pack::bind);
  }

  /**
   * Reads a pack from disk.
   *
   * @throws io.caresettle.reading.ReadingFailed with every fault of it
   */
  public static Pack of(Path file) {
    return Reading.of(file, Pack::bind);
  }

  /**
   * Reads a pack that stands inside another file: {@code field.bind(Pack::bind)}, which keeps back
   * a pack with faults.
   */
  public static Optional<Pack> bind(Mapping mapping) {
    return new PackBinder(mapping).bind();
  }

  public PackId id() {
    return id;
  }

  public Scheme scheme() {
    return scheme;
  }

  public Set<CareType> care() {
    return care;
  }

  /** First day it serves. */
  public LocalDate from() {
    return from;
  }

  /** Last day it serves, where it has one. */
  public Optional<LocalDate> to() {
    return to;
  }

  /** The last day on which a person looked whether it still holds. */
  public LocalDate stillValidOn() {
    return stillValidOn;
  }

  boolean serves(PlanKey key, LocalDate date) {
    return servesKind(key) && !date.isBefore(from) && !to.map(date::isAfter).orElse(false);
  }

  boolean servesKind(PlanKey key) {
    return id.area().equals(key.area()) && scheme == key.scheme() && care.contains(key.care());
  }

  /** First day of the stretch around {@code date} in which no value changes. */
  LocalDate stretchFrom(LocalDate date) {
    return entriesOn(date).stream()
        .map(Series.Entry::from)
        .filter(day -> day.isAfter(from))
        .max(LocalDate::compareTo)
        .orElse(from);
  }

  private Optional<LocalDate> stretchTo(LocalDate date) {
    Optional<LocalDate> first =
        entriesOn(date).stream().flatMap(e -> e.to().stream()).min(LocalDate::compareTo);
    return first.filter(day -> to.isEmpty() || day.isBefore(to.get())).or(() -> to);
  }

  private List<Series.Entry> entriesOn(LocalDate date) {
    Collection<Series> series = values.values();
    return series.stream().map(value -> value.on(date)).toList();
  }

  /** The plan of a day that this pack serves. */
  Plan compile(PlanKey key, LocalDate date) {
    List<String> accumulators =
        steps.stream().flatMap(step -> step.accumulator().stream()).toList();
    List<Step> compiled =
        steps.stream()
            .map(
                step ->
                    step.compile(
                        name -> series(name).value(date, key.category(), key.level()),
                        accumulators))
            .toList();
    return new Plan(
        id,
        key,
        stretchFrom(date),
        stretchTo(date),
        stillValidOn,
        SettlementYear.CALENDAR,
        compiled,
        accumulators);
  }

  private Series series(String name) {
    return Optional.ofNullable(values.get(name)).orElseThrow();
  }
}
