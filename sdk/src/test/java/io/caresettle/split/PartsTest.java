package io.caresettle.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The parts of a bill and of a split add up, or cannot be made")
class PartsTest {

  private static Money fen(long fen) {
    return new Money(fen);
  }

  private static ScopeCut cut(long out, long over, long first, long in, long deductible) {
    return new ScopeCut(fen(out), fen(over), fen(first), fen(in), fen(deductible));
  }

  private static SettlementSplit split(Map<Payer, Money> parts) {
    Money total = Money.ZERO;
    for (Money part : parts.values()) {
      total = total.plus(part);
    }
    return new SettlementSplit(total, parts);
  }

  @Test
  void aBillIsCalledByItsInstitutionAndItsNumber() {
    assertEquals("TEST00000001/a-1_2.3", new BillId("TEST00000001", "a-1_2.3").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TEST0000001", "TEST000000011", "test00000001"})
  void whatIsNoInstitutionIsRefused(String code) {
    assertThrows(IllegalArgumentException.class, () -> new BillId(code, "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "号"})
  void whatIsNoBillNumberIsRefused(String number) {
    assertThrows(IllegalArgumentException.class, () -> new BillId("TEST00000001", number));
  }

  @Test
  void aBillIsTheSumOfItsLines() {
    FeeLine one = FeeLine.of("1", "A", "1.50", "2");
    FeeLine two = FeeLine.of("2", "A", "0.005", "1");
    assertEquals(fen(301), new Bill(Cases.ID, List.of(one, two)).total());
    assertThrows(IllegalArgumentException.class, () -> new Bill(Cases.ID, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Bill(Cases.ID, List.of(one, one)));
  }

  @ParameterizedTest(name = "0.005 yuan may be {0} fen: {1}")
  @CsvSource({"0, true", "1, true", "2, false", "-1, false"})
  void aLineIsItsPriceTimesItsQuantityGiveOrTakeTheRounding(long total, boolean possible) {
    UnitPrice price = UnitPrice.parse("0.005");
    FeeLine right = FeeLine.of("1", "A", "0.005", "1");
    if (possible) {
      assertEquals(
          fen(total), new FeeLine("1", "A", price, right.quantity(), fen(total)).lineTotal());
    } else {
      assertThrows(
          IllegalArgumentException.class,
          () -> new FeeLine("1", "A", price, right.quantity(), fen(total)));
    }
  }

  @Test
  void aVisitOfOneDayEndsOnIt() {
    LocalDate day = LocalDate.of(2026, 3, 1);
    assertEquals(new Visit(day, day), Visit.on(day));
  }

  @Test
  void aCatalogueFindsWhatItHolds() {
    CatalogueItem item =
        new CatalogueItem("A1", "示例", CatalogueClass.A, new Rate(0, 1), Optional.empty());
    Catalogue catalogue = new Catalogue("2026", Map.of("A1", item));
    assertEquals(Optional.of(item), catalogue.find("A1"));
    assertEquals(Optional.empty(), catalogue.find("A2"));
    assertFalse(item.accountNever());
  }

  @Test
  @DisplayName("a bill is cut in four; the deductible lies in the fourth and may be all of it")
  void aBillIsCutInFour() {
    assertEquals(fen(1_111), cut(1, 10, 100, 1_000, 1_000).total());
    assertEquals(Money.ZERO, cut(0, 0, 0, 0, 0).total());
    assertThrows(IllegalArgumentException.class, () -> cut(-1, 0, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> cut(0, -1, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> cut(0, 0, -1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> cut(0, 0, 0, -1, -1));
    assertThrows(IllegalArgumentException.class, () -> cut(0, 0, 0, 5, -1));
    assertThrows(IllegalArgumentException.class, () -> cut(0, 0, 0, 5, 6));
  }

  @Test
  void aSplitKeepsWhoPaysAndForgetsWhoDoesNot() {
    SettlementSplit split = split(Map.of(Payer.POOL_FUND, fen(70), Payer.CASH, fen(0)));
    assertEquals(Map.of(Payer.POOL_FUND, fen(70)), split.parts());
    assertEquals(fen(70), split.paidBy(Payer.POOL_FUND));
    assertEquals(Money.ZERO, split.paidBy(Payer.CASH));
  }

  @Test
  void aSplitThatDoesNotBalanceOrTakesBackCannotBeMade() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SettlementSplit(fen(100), Map.of(Payer.CASH, fen(99))));
    assertThrows(
        IllegalArgumentException.class,
        () -> split(Map.of(Payer.POOL_FUND, fen(-1), Payer.CASH, fen(2))));
  }

  @Test
  void aLineKeepsWhoPaysItAndForgetsWhoDoesNot() {
    LineCut line =
        new LineCut(
            "1",
            fen(1),
            fen(10),
            fen(100),
            fen(1_000),
            Map.of(Payer.POOL_FUND, fen(1_100), Payer.CASH, fen(11), Payer.SUPPLEMENTS, fen(0)));
    assertEquals(fen(1_111), line.amount());
    assertEquals(Map.of(Payer.POOL_FUND, fen(1_100), Payer.CASH, fen(11)), line.paid());
    assertEquals(Map.of(), new LineCut("1", fen(1), fen(0), fen(0), fen(0)).paid());
  }

  @Test
  void anAccountHoldsThisYearsMoneyAndFormerYears() {
    PersonState person =
        new PersonState(
            Map.of("used", Money.ZERO),
            OptionalInt.empty(),
            fen(300),
            fen(20),
            List.of(),
            Cases.BOTH);
    assertEquals(fen(320), person.accountBalance());
  }

  @Test
  @DisplayName("where nobody told the parts of a split apart, the account's is of this year")
  void aSplitAloneTellsWhatItCan() {
    Detail both =
        Detail.of(split(Map.of(Payer.PERSONAL_ACCOUNT, fen(30), Payer.FAMILY_ACCOUNT, fen(5))));
    assertEquals(fen(30), both.currentYear());
    assertEquals(Map.of("family", fen(5)), both.families());
    assertEquals(Map.of(), Detail.of(split(Map.of(Payer.CASH, fen(1)))).families());
  }

  private static Detail detail(long supplement, long current, long past, long family) {
    return new Detail(
        Map.of("unit", fen(supplement)),
        Map.of("unit", Payer.SUPPLEMENTS),
        fen(current),
        fen(past),
        Map.of("F1", fen(family)),
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        OptionalInt.empty(),
        List.of());
  }

  @Test
  @DisplayName("details are of a split when its accounts and supplements have room for them")
  void detailsAreOfTheirSplit() {
    SettlementSplit split =
        split(
            Map.of(
                Payer.CIVIL_SERVANT_SUBSIDY,
                fen(60),
                Payer.SUPPLEMENTS,
                fen(40),
                Payer.PERSONAL_ACCOUNT,
                fen(30),
                Payer.FAMILY_ACCOUNT,
                fen(5)));
    assertTrue(detail(100, 10, 20, 5).fits(split));
    assertTrue(detail(99, 10, 20, 5).fits(split), "a payer may have more than its named parts");
    assertFalse(detail(101, 10, 20, 5).fits(split));
    assertFalse(detail(100, 10, 21, 5).fits(split));
    assertFalse(detail(100, 10, 20, 4).fits(split));
  }
}
