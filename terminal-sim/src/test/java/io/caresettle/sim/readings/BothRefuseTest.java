package io.caresettle.sim.readings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.Rounding;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.BillRejected;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.FeeLine;
import io.caresettle.split.PersonState;
import io.caresettle.split.Splitter;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where the till gives no answer, the centre gives none")
class BothRefuseTest {

  private static final PolicyBook BOOK = PolicyBook.shipped();
  private static final LawBook LAW = LawBook.shipped();
  private static final PlanKey KEY =
      new PlanKey(
          "test",
          Scheme.EMPLOYEE,
          InsuredCategory.ACTIVE,
          CareType.OUTPATIENT,
          InstitutionLevel.LEVEL_2);
  private static final Case GOOD =
      new Case(
          KEY,
          LocalDate.of(2026, 11, 20),
          LocalDate.of(2026, 11, 20),
          EnumSet.of(Payer.POOL_FUND, Payer.PERSONAL_ACCOUNT),
          Map.of(),
          new Case.Purses(0, 0, List.of()),
          Map.of("A", new Case.Item(CatalogueClass.A, 0, OptionalLong.empty(), false)),
          List.of(RandomBill.line("1", "A", 23_500_000, 20_000, Rounding.HALF_UP)),
          Optional.empty());

  @Test
  @DisplayName("for a bill that has no line")
  void noLine() {
    agreeThatIsGood();
    assertThrows(IllegalArgumentException.class, () -> till(GOOD.with(List.of())));
    refusedByTheCentre(CannotAdjudicate.Reason.MALFORMED_CLAIM, GOOD.with(List.of()));
  }

  @Test
  @DisplayName("for a day without law")
  void noLaw() {
    Case early = GOOD.on(LocalDate.of(2025, 12, 31));
    assertThrows(NoRuleInForce.class, () -> till(early));
    refusedByTheCentre(CannotAdjudicate.Reason.NO_LAW, early);
  }

  @Test
  @DisplayName("for an item that nobody knows")
  void unknownItem() {
    Case unknown =
        GOOD.with(List.of(RandomBill.line("1", "NOWHERE", 10_000, 10_000, Rounding.HALF_UP)));
    assertThrows(BillRejected.class, () -> till(unknown));
    refusedByTheCentre(CannotAdjudicate.Reason.UNKNOWN_ITEM, unknown);
  }

  @Test
  @DisplayName("for a line whose total the law rounds otherwise")
  void wrongTotal() {
    // 0.015 yuan, rounded down where the law rounds half up.
    Case wrong = GOOD.with(List.of(new Case.Line("1", "A", 15_000, 10_000, 1)));
    assertThrows(BillRejected.class, () -> till(wrong));
    refusedByTheCentre(CannotAdjudicate.Reason.LINE_TOTAL, wrong);
  }

  @Test
  @DisplayName("for amounts too large to count, and both count the largest")
  void tooLarge() {
    for (long more : new long[] {0, 1}) {
      long fen = Sheet.MOST + more;
      List<Case> bills =
          List.of(
              GOOD.with(List.of(amount("1", fen))),
              GOOD.with(List.of(amount("1", fen - 5), amount("2", 5))),
              GOOD.with(List.of()).with(new Case.Totals(0, 0, 0, fen)),
              GOOD.with(List.of()).with(new Case.Totals(fen - 3, 1, 1, 1)),
              GOOD.after(Map.of("outpatient.deductible-used", fen)),
              GOOD.with(new Case.Purses(fen, 0, List.of())),
              GOOD.with(new Case.Purses(0, fen, List.of())),
              GOOD.with(new Case.Purses(0, 0, List.of(0L, fen))));
      Readings both = Readings.shipped(new Tally());
      for (Case bill : bills) {
        assertEquals(more > 0, both.agree(bill, "too large").isRefused(), () -> "" + bill);
      }
    }
  }

  @Test
  @DisplayName("for a person of a group that the law does not know")
  void unknownGroup() {
    Case stranger =
        GOOD.of(
            new PlanKey(
                KEY.area(),
                KEY.scheme(),
                KEY.category(),
                KEY.care(),
                KEY.level(),
                new Circumstances("stranger", "none", OffSite.HOME, 1, Grade.A)));
    assertThrows(NoRuleInForce.class, () -> till(stranger));
    assertThrows(CannotAdjudicate.class, () -> LAW.judge(Centre.claim(stranger)));
  }

  @Test
  @DisplayName("for a number that is not published, and only where it is needed")
  void notPublished() {
    Map<String, String> texts =
        Map.of("pack.yaml", pack("{active: 100, retired: unknown}", "5000", "5000"));
    Till till = Till.of(texts);
    Centre centre = Centre.of(texts);
    assertFalse(till.read(GOOD, line -> {}).isRefused(), till.refusal());
    assertFalse(centre.read(GOOD).isRefused(), centre.refusal());
    Case retired =
        GOOD.of(
            new PlanKey(
                KEY.area(), KEY.scheme(), InsuredCategory.RETIRED, KEY.care(), KEY.level()));
    assertThrows(
        ParameterNotPublished.class,
        () -> PolicyBook.ofTexts(texts).plan(retired.key(), retired.date()));
    CannotAdjudicate why =
        assertThrows(
            CannotAdjudicate.class, () -> LawBook.ofTexts(texts).judge(Centre.claim(retired)));
    assertEquals(CannotAdjudicate.Reason.PARAMETER_NOT_PUBLISHED, why.reason());
  }

  @Test
  @DisplayName("for rates that have no common denominator of a million")
  void tooManyParts() {
    refusedByBoth(pack("100", "\"1/999983\"", "\"1/2\""), "1999966");
    Map<String, String> texts = Map.of("pack.yaml", pack("100", "\"1/500000\"", "\"1/2\""));
    assertTrue(Till.of(texts).read(GOOD, line -> {}).agree(Centre.of(texts).read(GOOD)));
  }

  @Test
  @DisplayName("for bounds that do not ascend")
  void bounds() {
    refusedByBoth(pack("100", "5000", "5000").replace("value: 40000", "value: 60000"), "ascend");
    refusedByBoth(pack("100", "5000", "5000").replace("value: 40000", "value: 50000"), "ascend");
  }

  private static void refusedByBoth(String pack, String why) {
    Map<String, String> texts = Map.of("pack.yaml", pack);
    Figures tills = Till.of(texts).read(GOOD, line -> {});
    assertTrue(tills.isRefused(), "the till takes it");
    assertTrue(tills.toString().contains(why), tills::toString);
    assertTrue(Centre.of(texts).read(GOOD).isRefused(), "the centre takes it");
  }

  /** A pack of three bands, with this deductible, and these rates in the first and the last. */
  private static String pack(String deductible, String first, String last) {
    return """
        topic: few
        area: test
        names: {zh: 示例, en: few}
        scheme: employee
        care: [outpatient]
        from: 2026-01-01
        still_valid_on: 2026-11-20
        values:
        """
        + value("few.deductible", "fen", deductible)
        + value("few.low", "fen", "40000")
        + value("few.high", "fen", "50000")
        + value("few.first", unit(first), first)
        + value("few.last", unit(last), last)
        + """
        plan:
          - {step: line-total, rounding: half-up-fen, SAME}
          - {step: out-of-catalogue, SAME}
          - {step: price-limit, rounding: half-up-fen, SAME}
          - {step: first-self-pay, rounding: half-up-fen, SAME}
          - {step: in-scope, SAME}
          - {step: deductible, value: few.deductible, per: visit, SAME}
          - {step: bands, payer: pool-fund, position: bill-above-deductible, bands: [{up-to: few.low, rate: few.first}, {up-to: few.high, rate: few.first}, {rate: few.last}], method: per-visit, rounds: band, side: fund, rounding: half-up-fen, SAME}
          - {step: cash, SAME}
        """
            .replace("SAME", "rule: R-BEN-01, source: {text: JS, article: \"16\", paragraph: 1}");
  }

  private static String unit(String cell) {
    return cell.startsWith("\"") ? "ratio" : "basis-points";
  }

  private static String value(String name, String unit, String cell) {
    List<String> by = cell.startsWith("{") ? List.of("category") : List.of();
    return """
          NAME:
            describes: a number nobody made
            unit: UNIT
            by: BY
            series:
              - from: 2026-01-01
                value: CELL
                source: {text: JS, article: "16", paragraph: 1}
                standing: fictitious
                confidence: none
        """
        .replace("    by: []\n", "")
        .replace("NAME", name)
        .replace("UNIT", unit)
        .replace(by.isEmpty() ? "    by: BY\n" : "BY", by.isEmpty() ? "" : by.toString())
        .replace("CELL", cell);
  }

  private static Case.Line amount(String id, long fen) {
    return new Case.Line(id, "A", fen * 10_000, 10_000, fen);
  }

  private static void agreeThatIsGood() {
    assertEquals(4700, till(GOOD));
    assertEquals(4700, LAW.judge(Centre.claim(GOOD)).total());
  }

  /** The total, as a program of the till's asks for it. */
  private static long till(Case bill) {
    Map<String, CatalogueItem> items = new HashMap<>();
    bill.catalogue()
        .forEach(
            (code, item) ->
                items.put(
                    code,
                    new CatalogueItem(
                        code,
                        "示例",
                        item.kind(),
                        Rate.basisPoints(item.share()),
                        Optional.empty())));
    List<FeeLine> lines =
        bill.lines().stream()
            .map(
                line ->
                    new FeeLine(
                        line.id(),
                        line.code(),
                        new UnitPrice(line.micros()),
                        new Quantity(line.tenThousandths()),
                        new Money(line.fen())))
            .toList();
    return Splitter.estimate(
            BOOK.plan(bill.key(), bill.date()),
            new Bill(new BillId("TEST00000001", "B1"), lines),
            new Catalogue("TEST", items),
            new PersonState(Map.of(), Money.ZERO, bill.open()))
        .split()
        .total()
        .fen();
  }

  private static void refusedByTheCentre(CannotAdjudicate.Reason reason, Case bill) {
    assertEquals(
        reason, assertThrows(CannotAdjudicate.class, () -> LAW.judge(Centre.claim(bill))).reason());
  }
}
