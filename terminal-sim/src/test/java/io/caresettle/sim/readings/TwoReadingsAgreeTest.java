package io.caresettle.sim.readings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.Working;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The till's reading of the law and the centre's")
class TwoReadingsAgreeTest {

  /** Another seed: -Dcaresettle.seed=…; fewer or more bills: -Dcaresettle.bills=…. */
  private static final long SEED = Long.getLong("caresettle.seed", 20_261_130L);

  private static final boolean DEEP = "deep".equals(System.getProperty("caresettle.tier"));
  private static final int BILLS =
      Integer.getInteger("caresettle.bills", DEEP ? 1_000_000 : 50_000);

  /** So many bills are asked of one random pack. */
  private static final int OF_A_PACK = 50;

  /** So many bills have one seed, which a disagreement prints. */
  private static final int OF_A_SEED = 500;

  static Stream<CompiledPack> packs() {
    return PolicyBook.shipped().packs().stream().filter(pack -> !pack.header().isEntitlement());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packs")
  @Tag("R-BEN-01")
  @Tag("R-BEN-02")
  @Tag("R-BEN-03")
  @Tag("R-BEN-04")
  @Tag("R-BEN-05")
  @Tag("R-INST-09")
  @DisplayName("say the same of every random bill of a shipped pack, to the fen")
  void shippedPacks(CompiledPack pack) {
    String name = pack.id().area() + ' ' + pack.id().topic();
    Tally tally = new Tally();
    Readings readings = Readings.shipped(tally);
    int bills = billsOf(pack);
    IntStream.range(0, bills / OF_A_SEED)
        .parallel()
        .forEach(
            block -> {
              long seed = SEED + block;
              RandomBill random =
                  new RandomBill(
                      new Dice(seed),
                      pack.id().area(),
                      pack.scheme(),
                      List.copyOf(pack.care()),
                      pack.header().groups(),
                      pack.header().aidClasses());
              for (int i = 0; i < OF_A_SEED; i++) {
                readings.agree(random.next(readings.till), name + ", seed " + seed + ", bill " + i);
              }
            });
    System.out.println(name + ", seed " + SEED + ": " + tally);
    String told = isSilent(pack) ? "not published" : "answered";
    assertTrue(tally.of(told) > bills / 2, () -> "Too many bills are refused: " + tally);
  }

  /**
   * The bills of an area are shared by those of its packs that answer; one that answers nobody is
   * asked a few.
   */
  private static int billsOf(CompiledPack pack) {
    if (isSilent(pack)) {
      return OF_A_SEED;
    }
    long answering =
        packs().filter(p -> p.id().area().equals(pack.id().area()) && !isSilent(p)).count();
    return (int) (BILLS / answering + OF_A_SEED - 1) / OF_A_SEED * OF_A_SEED;
  }

  /** Whether a number that every bill needs is published by nobody. */
  static boolean isSilent(CompiledPack pack) {
    Set<String> needed =
        pack.steps().stream()
            .filter(step -> !step.paysNothingUnpublished())
            .flatMap(step -> step.valueNames().stream())
            .collect(Collectors.toSet());
    return pack.values().stream()
        .filter(value -> value.by().isEmpty() && needed.contains(value.name()))
        .anyMatch(value -> value.on(pack.from()).cells().get(0).isUnknown());
  }

  @Test
  @DisplayName("say the same of every random bill of random packs, to the fen")
  void randomPacks() {
    Tally tally = new Tally();
    IntStream.range(0, (BILLS + OF_A_PACK - 1) / OF_A_PACK)
        .parallel()
        .forEach(pack -> randomPack(SEED + 1_000_000_007L * (pack + 1), tally));
    System.out.println("random packs, seed " + SEED + ": " + tally);
    assertTrue(tally.of("answered") > BILLS / 2, () -> "Too many bills are refused: " + tally);
    assertEquals(List.of(), tally.stepsMissed());
    assertEquals(List.of(), tally.remarksMissed());
    assertTrue(
        BILLS < 2_000 || (tally.of("sure figures") > 0 && tally.of("test figures") > 0),
        tally::toString);
    assertTrue(tally.of("over New Year") > BILLS / 50, () -> "Few stays over New Year: " + tally);
  }

  @Test
  @DisplayName("say the same of bills of ten thousand lines")
  void longBills() {
    Tally tally = new Tally();
    for (int pack = 0; pack < (DEEP ? 200 : 4); pack++) {
      Dice dice = new Dice(SEED + pack);
      PackDraft draft = RandomPack.of(dice);
      Readings readings = Readings.of(draft, tally);
      readings.agree(
          random(dice, draft).next(readings.till, 10_000), "10,000 lines, seed " + (SEED + pack));
    }
    assertTrue(tally.of("answered") > 0, tally::toString);
  }

  private static RandomBill random(Dice dice, PackDraft draft) {
    Scheme scheme = draft.scheme().equals("employee") ? Scheme.EMPLOYEE : Scheme.RESIDENT;
    return new RandomBill(
        dice,
        draft.area(),
        scheme,
        List.of(CareType.values()),
        ValueDraft.words("group"),
        ValueDraft.words("aid"));
  }

  /** Whether its slips must say TEST FIGURES, by what each number says of itself. */
  private static boolean anyUnsure(Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.values().stream())
        .map(value -> value.standing().name() + value.confidence() + value.assumed())
        .anyMatch(words -> !words.equals("IN_FORCEHIGHOptional.empty"));
  }

  private static void randomPack(long seed, Tally tally) {
    Dice dice = new Dice(seed);
    PackDraft draft = RandomPack.of(dice);
    Readings readings = Readings.of(draft, tally);
    if (readings.refuseThePack()) {
      throw new AssertionError(
          "seed " + seed + ": nobody takes this pack\n" + readings.whyTheyRefuse() + draft.texts());
    }
    RandomBill random = random(dice, draft);
    for (int i = 0; i < OF_A_PACK; i++) {
      Case bill = random.next(readings.till);
      readings
          .till
          .plan(bill)
          .ifPresent(
              plan -> {
                plan.steps().forEach(step -> tally.count("planned " + step.basis().kind().id()));
                assertEquals(anyUnsure(plan), plan.testFigures());
                tally.count(plan.testFigures() ? "test figures" : "sure figures");
                assertEquals(List.of(), plan.explain(Working.on()), "told of no run");
                long numbers = plan.steps().stream().mapToLong(step -> step.values().size()).sum();
                assertEquals(plan.steps().size() + numbers, plan.citations().size());
              });
      readings.agree(bill, "random pack, seed " + seed + ", bill " + i);
      readings.agreeOnTheYear(bill, "random pack, seed " + seed + ", bill " + i);
      tally.count(bill.date().getYear() < bill.discharge().getYear() ? "over New Year" : "other");
    }
  }
}
