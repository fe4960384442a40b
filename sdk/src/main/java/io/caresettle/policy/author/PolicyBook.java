package io.caresettle.policy.author;

import io.caresettle.money.Payer;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.PolicyOrder;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.reading.Fault;
import io.caresettle.reading.ReadingFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All packs a counter knows; answers the plan and the entitlement of a day. Thread-safe. */
public final class PolicyBook {

  /** A class path cannot be listed, so what is shipped is written down, a line for each pack. */
  private static final String SHIPPED = "/policy/packs.txt";

  private final List<CompiledPack> packs;
  private final List<PolicyOrder> orders;
  private final Map<PackId, PackId> parents;
  private final List<Pack> above;
  private final Map<Stretch, Plan> plans = new ConcurrentHashMap<>();
  private final Map<Days, EntitlementRules> entitlements = new ConcurrentHashMap<>();

  /** Between two changes of a pack every day has the same plan. */
  private record Stretch(CompiledPack pack, LocalDate from, PlanKey key) {}

  private record Days(CompiledPack pack, LocalDate from) {}

  private PolicyBook(
      List<CompiledPack> packs,
      List<PolicyOrder> orders,
      Map<PackId, PackId> parents,
      List<Pack> above) {
    this.packs = List.copyOf(packs);
    this.orders = List.copyOf(orders);
    this.parents = Map.copyOf(parents);
    this.above = List.copyOf(above);
  }

  /**
   * The same book under these emergency orders and no others (R-SCOPE-12, JS 32): on the days and
   * for the care that an order serves, it goes before the pack that it replaces. Two orders for one
   * bill are a {@link RulesConflict}, as two packs are.
   */
  public PolicyBook under(List<PolicyOrder> these) {
    return new PolicyBook(packs, these, parents, above);
  }

  /** The emergency orders, whenever they serve. */
  public List<PolicyOrder> orders() {
    return orders;
  }

  /** What serves: orders that do, and the packs that none of them replaces. */
  private List<CompiledPack> serving(Predicate<CompiledPack> serves) {
    List<PolicyOrder> ordered = orders.stream().filter(order -> serves.test(order.pack())).toList();
    return Stream.concat(
            ordered.stream().map(PolicyOrder::pack),
            packs.stream()
                .filter(serves)
                .filter(pack -> ordered.stream().noneMatch(order -> order.replaces(pack))))
        .toList();
  }

  /**
   * A book of these packs.
   *
   * @throws ReadingFailed when two packs of an area have the same topic
   */
  public static PolicyBook of(List<Pack> packs) {
    refuseSecond(packs.stream().map(Pack::id).toList());
    Map<PackId, PackId> parents = new HashMap<>();
    packs.forEach(pack -> pack.parent().ifPresent(above -> parents.put(pack.id(), above)));
    return new PolicyBook(
        packs.stream().flatMap(pack -> pack.compiled().stream()).toList(),
        List.of(),
        parents,
        packs.stream().filter(pack -> pack.compiled().isEmpty()).toList());
  }

  /**
   * A book of packs that were compiled elsewhere, such as signed ones.
   *
   * @throws ReadingFailed when two packs of an area have the same topic
   */
  public static PolicyBook ofCompiled(List<CompiledPack> packs) {
    refuseSecond(packs.stream().map(CompiledPack::id).toList());
    return new PolicyBook(packs, List.of(), Map.of(), List.of());
  }

  private static void refuseSecond(List<PackId> packs) {
    List<Fault> faults = new ArrayList<>();
    Map<String, PackId> topics = new HashMap<>();
    for (PackId pack : packs) {
      PackId other = topics.putIfAbsent(pack.area() + '/' + pack.topic(), pack);
      if (other != null) {
        faults.add(
            new Fault(
                pack.file(),
                1,
                1,
                "topic",
                "'" + pack.topic() + "', which " + other.file() + " has already",
                "each topic once in an area"));
      }
    }
    if (!faults.isEmpty()) {
      throw new ReadingFailed(faults);
    }
  }

  /** The packs that are shipped with this library. */
  public static PolicyBook shipped() {
    List<BookReader.Source> sources = new ArrayList<>();
    for (String line : ArticleIndex.resource(SHIPPED).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String name = "policy/" + line.strip();
        String text = ArticleIndex.resource("/" + name);
        sources.add(new BookReader.Source(name, Optional.empty(), text));
      }
    }
    return of(BookReader.readAll(sources));
  }

  /**
   * A book of these texts, by the name that faults call them; what a parent among them gives, its
   * children have.
   *
   * @throws ReadingFailed with every fault of every text
   */
  public static PolicyBook ofTexts(Map<String, String> textsByName) {
    List<BookReader.Source> sources = new ArrayList<>();
    textsByName.forEach(
        (name, text) -> sources.add(new BookReader.Source(name, Optional.empty(), text)));
    return of(BookReader.readAll(sources));
  }

  /**
   * The pack in a file, or all packs under a directory ({@code *.yaml}, {@code *.yml}, {@code
   * *.json}); each with what it inherits from packs beside it or in the two directories above it.
   *
   * @throws ReadingFailed with every fault of every file
   */
  public static PolicyBook load(Path fileOrDirectory) {
    if (!Files.isDirectory(fileOrDirectory)) {
      return of(BookReader.readFiles(List.of(fileOrDirectory)));
    }
    List<Path> files = BookReader.filesIn(fileOrDirectory, Integer.MAX_VALUE);
    if (files.isEmpty()) {
      throw BookReader.nothingIn(fileOrDirectory, "no pack in this directory");
    }
    return of(BookReader.readFiles(files));
  }

  /** The packs that serve somebody. */
  public List<CompiledPack> packs() {
    return packs;
  }

  /** The packs of an area that serve nobody themselves on {@code day}, but say what others may. */
  public List<Frame> frames(String area, LocalDate day) {
    return above.stream()
        .filter(pack -> pack.id().area().equals(area))
        .flatMap(pack -> Frame.of(pack, day).stream())
        .toList();
  }

  /** The pack that another one was read with as its parent; empty where it was read alone. */
  public Optional<PackId> parentOf(PackId child) {
    return Optional.ofNullable(parents.get(child));
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
   * The one plan that holds on {@code date}, for what begins and ends on it.
   *
   * @throws NoRuleInForce when no pack serves the day
   * @throws RulesConflict when several do
   */
  public Plan plan(PlanKey key, LocalDate date) {
    return plan(key, date, date);
  }

  /**
   * The one plan of a stay: a pack serves it, with the numbers of the day, where it serves the day
   * that it counts stays by.
   *
   * @param last the day of discharge: as long as nobody knows it, nobody knows the plan
   * @throws NoRuleInForce when no pack serves the stay
   * @throws RulesConflict when several do, such as one of its first day and one of its last
   */
  public Plan plan(PlanKey key, LocalDate first, LocalDate last) {
    List<CompiledPack> found = serving(pack -> pack.serves(key, decides(pack, first, last)));
    if (found.isEmpty()) {
      throw new NoRuleInForce(key, first, whatThereIs(key));
    }
    if (found.size() > 1) {
      throw new RulesConflict(key, first, found.stream().map(pack -> pack.id().file()).toList());
    }
    CompiledPack pack = found.get(0);
    LocalDate date = decides(pack, first, last);
    return plans.computeIfAbsent(
        new Stretch(pack, pack.stretchFrom(date), key), stretch -> pack.plan(key, date));
  }

  private static LocalDate decides(CompiledPack pack, LocalDate first, LocalDate last) {
    return pack.header().year().decides(first, last);
  }

  /**
   * Who may have what in an area on {@code date}.
   *
   * @param area where the person is insured, or where the institution is: whichever is asked about
   * @throws NoRuleInForce when no pack says it
   * @throws RulesConflict when several do
   */
  public EntitlementRules entitlement(String area, LocalDate date) {
    List<CompiledPack> found = serving(pack -> pack.isEntitlement(area, date));
    if (found.isEmpty()) {
      throw new NoRuleInForce(area, date, packsAtHand());
    }
    if (found.size() > 1) {
      throw new RulesConflict(area, date, found.stream().map(pack -> pack.id().file()).toList());
    }
    CompiledPack pack = found.get(0);
    return entitlements.computeIfAbsent(
        new Days(pack, pack.stretchFrom(date)), days -> pack.entitlement(date));
  }

  /**
   * The packs of an area's benefits for some care on {@code date}, whatever they depend on besides.
   */
  public List<CompiledPack> benefits(String area, Scheme scheme, CareType care, LocalDate date) {
    return serving(pack -> pack.isOfBenefits(area, scheme, care, date));
  }

  /**
   * The groups of persons that an area's packs name for some care, each with whatever pays beside
   * the pool for its members; {@code none} stands for everybody.
   */
  public Map<String, Set<Payer>> groups(String area, Scheme scheme, CareType care, LocalDate date) {
    Map<String, Set<Payer>> all = new HashMap<>();
    for (CompiledPack pack : benefits(area, scheme, care, date)) {
      pack.groupLayers(date)
          .forEach(
              (group, payers) ->
                  all.computeIfAbsent(group, g -> EnumSet.noneOf(Payer.class)).addAll(payers));
    }
    return all;
  }

  /** Whether the limit is known up to which a grade may draw on outpatient pooling (SZ 62¶1(3)). */
  public boolean knowsLimitOf(Grade grade, String area, LocalDate date) {
    return benefits(area, Scheme.EMPLOYEE, CareType.OUTPATIENT, date).stream()
        .anyMatch(pack -> pack.knowsLimitOf(grade, date));
  }

  private String packsAtHand() {
    return "Packs at hand: "
        + packs.stream().map(pack -> pack.id().toString()).collect(Collectors.joining(", "))
        + ".";
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
    return periods.isEmpty() ? packsAtHand() : periods + ".";
  }
}
