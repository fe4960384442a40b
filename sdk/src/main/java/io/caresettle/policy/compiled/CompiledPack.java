package io.caresettle.policy.compiled;

import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.policy.plan.Scheme;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The rules of one area and topic, complete in themselves: nothing is looked up elsewhere. */
public final class CompiledPack {

  private final Header header;
  private final Map<String, ValueSeries> values;
  private final List<StepDraft> steps;
  private final List<String> accumulators;
  private final byte[] bytes;

  /**
   * A pack of these parts.
   *
   * @throws MalformedPack when they do not fit together; whether the numbers of every day and cell
   *     do, {@link #tryEveryCell} says
   */
  public CompiledPack(Header header, List<ValueSeries> values, List<StepDraft> steps) {
    this.header = header;
    Map<String, ValueSeries> byName = new TreeMap<>();
    for (ValueSeries series : values) {
      if (byName.put(series.name(), series) != null) {
        throw new MalformedPack("values." + series.name(), "a value that is there twice");
      }
    }
    this.values = new LinkedHashMap<>(byName);
    this.steps = List.copyOf(steps);
    Set<String> names = new LinkedHashSet<>();
    for (StepDraft step : steps) {
      names.addAll(step.accumulators());
    }
    this.accumulators = List.copyOf(names);
    new PackCheck(this).check();
    this.bytes = new PackWriter().write(this);
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws MalformedPack when it is anything else
   */
  public static CompiledPack read(byte[] bytes) {
    return PackReader.read(bytes);
  }

  /** The canonical form: the same pack has the same bytes everywhere. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The SHA-256 of {@link #bytes}, in 64 hexadecimal digits. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  public Header header() {
    return header;
  }

  public PackId id() {
    return header.id();
  }

  public Scheme scheme() {
    return header.scheme();
  }

  public Set<CareType> care() {
    return header.care();
  }

  /** First day it serves. */
  public LocalDate from() {
    return header.from();
  }

  /** Last day it serves, where it has one. */
  public Optional<LocalDate> to() {
    return header.to();
  }

  /** The last day on which a person looked whether it still holds. */
  public LocalDate stillValidOn() {
    return header.stillValidOn();
  }

  /** All values that some step uses, or all that entitlement rests on, by name. */
  public List<ValueSeries> values() {
    return List.copyOf(values.values());
  }

  public Optional<ValueSeries> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The steps in the order in which they run. */
  public List<StepDraft> steps() {
    return steps;
  }

  /** Whether it gives benefits for this care in this area on a day. */
  public boolean isOfBenefits(String area, Scheme ofScheme, CareType ofCare, LocalDate date) {
    return !header.isEntitlement()
        && header.id().area().equals(area)
        && header.scheme() == ofScheme
        && header.care().contains(ofCare)
        && !date.isBefore(header.from())
        && header.to().map(last -> !date.isAfter(last)).orElse(true);
  }

  /** The groups of persons it knows, each with whatever pays beside the pool for its members. */
  public Map<String, Set<Payer>> groupLayers(LocalDate date) {
    return new OwnLayers(this, date).byGroup();
  }

  /** Whether its limit of what the pool pays has a number for institutions of this grade. */
  public boolean knowsLimitOf(Grade grade, LocalDate date) {
    return new OwnLayers(this, date).knowsLimitOf(grade);
  }

  /** Names of the accumulators, in the order in which plans number them. */
  public List<String> accumulators() {
    return accumulators;
  }

  /** The words of each cell of a value, row by row, such as {@code [active, level-1]}. */
  public List<List<String>> cellWords(ValueSeries series) {
    return Cells.words(header, series.by());
  }

  /** The first day of each stretch in which nothing changes, in order. */
  public List<LocalDate> changes() {
    Set<LocalDate> days = new TreeSet<>(Set.of(from()));
    for (ValueSeries series : values.values()) {
      for (ValueEntry entry : series.entries()) {
        if (entry.from().isAfter(from()) && !isOver(entry.from())) {
          days.add(entry.from());
        }
      }
    }
    return List.copyOf(days);
  }

  public boolean serves(PlanKey key, LocalDate date) {
    return servesKind(key) && !date.isBefore(from()) && !isOver(date);
  }

  /** Whether it says on a day who may have what in an area. */
  public boolean isEntitlement(String area, LocalDate date) {
    return header.isEntitlement()
        && id().area().equals(area)
        && !date.isBefore(from())
        && !isOver(date);
  }

  private boolean isOver(LocalDate date) {
    return to().isPresent() && date.isAfter(to().get());
  }

  /** Whether it serves such a bill on any day. */
  public boolean servesKind(PlanKey key) {
    return id().area().equals(key.area())
        && scheme() == key.scheme()
        && care().contains(key.care());
  }

  /** First day of the stretch around {@code date} in which nothing changes. */
  public LocalDate stretchFrom(LocalDate date) {
    LocalDate first = from();
    for (LocalDate day : changes()) {
      if (!day.isAfter(date)) {
        first = day;
      }
    }
    return first;
  }

  Optional<LocalDate> stretchTo(LocalDate date) {
    for (LocalDate day : changes()) {
      if (day.isAfter(date)) {
        return Optional.of(day.minusDays(1));
      }
    }
    return to();
  }

  /**
   * The plan of a day that this pack serves.
   *
   * @throws NoRuleInForce when it does not serve it, or does not know the person's group or class
   *     of aid
   * @throws io.caresettle.policy.plan.ParameterNotPublished when the plan needs a number that
   *     nobody published
   */
  public Plan plan(PlanKey key, LocalDate date) {
    return new PlanMaker(this, key, date).make();
  }

  /**
   * Who may have what on a day that this pack serves.
   *
   * @throws NoRuleInForce when it does not serve it, or is about benefits
   */
  public EntitlementRules entitlement(LocalDate date) {
    if (!isEntitlement(id().area(), date)) {
      throw new NoRuleInForce(id().area(), date, id() + " is about benefits, or other days.");
    }
    Map<EntitlementName, Ruling<List<String>>> rulings = new EnumMap<>(EntitlementName.class);
    for (EntitlementName name : EntitlementName.values()) {
      ValueEntry entry = value(name.id()).orElseThrow().on(date);
      Cell cell = entry.cells().get(0);
      rulings.put(
          name,
          cell.isUnknown()
              ? new Ruling.NotPublished<>(name, entry.source())
              : new Ruling.Said<>(cell.words(name.unit()), entry.source(), entry.forTestsOnly()));
    }
    return new EntitlementRules(id(), stretchFrom(date), stretchTo(date), rulings);
  }

  /**
   * Makes each step with the numbers of every day and cell.
   *
   * @param refused takes the id of a step that they do not make, and the first reason
   */
  public void tryEveryCell(BiConsumer<String, String> refused) {
    steps.forEach(step -> new CellTrial(this, step).run(refused));
  }

  @Override
  public String toString() {
    return id() + " " + digest().substring(0, 16);
  }
}
