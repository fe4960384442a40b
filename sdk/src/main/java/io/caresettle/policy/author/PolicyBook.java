package io.caresettle.policy.author;

import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.reading.Fault;
import io.caresettle.reading.ReadingFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All packs a counter knows; answers the plan of a day. Thread-safe. */
public final class PolicyBook {

  /** A class path cannot be listed, so what is shipped is written down. */
  private static final List<String> SHIPPED =
      List.of("policy/jiangsu/suzhou/employee-outpatient.yaml", "policy/test/everything.yaml");

  private final List<Pack> packs;
  private final Map<Stretch, Plan> plans = new ConcurrentHashMap<>();

  /** Between two changes of a pack every day has the same plan. */
  private record Stretch(Pack pack, LocalDate from, PlanKey key) {}

  private PolicyBook(List<Pack> packs) {
    this.packs = List.copyOf(packs);
  }

  /**
   * A book of these packs.
   *
   * @throws ReadingFailed when two packs of an area have the same topic
   */
  public static PolicyBook of(List<Pack> packs) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Pack> topics = new HashMap<>();
    for (Pack pack : packs) {
      Pack other = topics.putIfAbsent(pack.id().area() + '/' + pack.id().topic(), pack);
      if (other != null) {
        faults.add(
            new Fault(
                pack.id().file(),
                1,
                1,
                "topic",
                "'" + pack.id().topic() + "', which " + other.id().file() + " has already",
                "each topic once in an area"));
      }
    }
    if (!faults.isEmpty()) {
      throw new ReadingFailed(faults);
    }
    return new PolicyBook(packs);
  }

  /** The packs that are shipped with this library. */
  public static PolicyBook shipped() {
    List<Supplier<Pack>> sources = new ArrayList<>();
    for (String name : SHIPPED) {
      sources.add(() -> Pack.of(name, ArticleIndex.resource("/" + name)));
    }
    return readAll(sources);
  }

  /**
   * The pack in a file, or all packs under a directory ({@code *.yaml}, {@code *.yml}, {@code
   * *.json}).
   *
   * @throws ReadingFailed with every fault of every file
   */
  public static PolicyBook load(Path fileOrDirectory) {
    if (!Files.isDirectory(fileOrDirectory)) {
      return of(List.of(Pack.of(fileOrDirectory)));
    }
    List<Supplier<Pack>> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(fileOrDirectory)) {
      files
          .filter(file -> file.toString().matches(".*\\.(ya?ml|json)") && Files.isRegularFile(file))
          .sorted()
          .forEach(file -> sources.add(() -> Pack.of(file)));
    } catch (IOException e) {
      throw nothingIn(fileOrDirectory, "a directory that cannot be listed");
    }
    if (sources.isEmpty()) {
      throw nothingIn(fileOrDirectory, "no pack in this directory");
    }
    return readAll(sources);
  }

  private static ReadingFailed nothingIn(Path directory, String found) {
    return new ReadingFailed(
        List.of(new Fault(directory.toString(), 1, 1, "", found, "packs in YAML or JSON")));
  }

  private static PolicyBook readAll(List<Supplier<Pack>> sources) {
    List<Pack> packs = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Supplier<Pack> source : sources) {
      try {
        packs.add(source.get());
      } catch (ReadingFailed e) {
        faults.addAll(e.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new ReadingFailed(faults);
    }
    return of(packs);
  }

  public List<Pack> packs() {
    return packs;
  }

  /**
   * The one plan that holds on {@code date}.
   *
   * @throws NoRuleInForce when no pack serves the day
   * @throws RulesConflict when several do
   */
  public Plan plan(
      String area,
      Scheme scheme,
      InsuredCategory category,
      CareType care,
      InstitutionLevel level,
      LocalDate date) {
    return plan(new PlanKey(area, scheme, category, care, level), date);
  }

  /**
   * The one plan that holds on {@code date}.
   *
   * @throws NoRuleInForce when no pack serves the day
   * @throws RulesConflict when several do
   */
  public Plan plan(PlanKey key, LocalDate date) {
    List<Pack> found = packs.stream().filter(pack -> pack.serves(key, date)).toList();
    if (found.isEmpty()) {
      throw new NoRuleInForce(key, date, whatThereIs(key));
    }
    if (found.size() > 1) {
      throw new RulesConflict(key, date, found.stream().map(pack -> pack.id().file()).toList());
    }
    Pack pack = found.get(0);
    return plans.computeIfAbsent(
        new Stretch(pack, pack.stretchFrom(date), key), stretch -> pack.compile(key, date));
  }

  private String whatThereIs(PlanKey key) {
    String periods =
        packs.stream()
            .filter(pack -> pack.servesKind(key))
            .map(
                pack ->
                    pack.id().file()
                        + " serves it from "
                        + pack.from()
                        + pack.to().map(to -> " to " + to).orElse(""))
            .collect(Collectors.joining("; "));
    return periods.isEmpty()
        ? "Packs at hand: "
            + packs.stream().map(pack -> pack.id().toString()).collect(Collectors.joining(", "))
            + "."
        : periods + ".";
  }
}
