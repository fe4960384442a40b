package io.caresettle.longtermcare;

import static io.caresettle.longtermcare.Bedside.DAY;
import static io.caresettle.longtermcare.Bedside.FEE;
import static io.caresettle.longtermcare.Bedside.NINE;
import static io.caresettle.longtermcare.Bedside.assertStopped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.identity.Patient;
import io.caresettle.identity.Purpose;
import io.caresettle.money.Money;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.problem.CareRefused;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Long-term care ends and is settled")
class CareEndTest {

  private static final Instant TEN = NINE.plusSeconds(3600);

  private final Bedside bed = new Bedside();
  private final CareVisit.Begun begun = bed.begun("WASH");

  private static CareGiven wash(int minutes, String yuan) {
    return new CareGiven("WASH", minutes, Money.parseYuan(yuan));
  }

  @Test
  @Tag("care:SAME_PERSON_AT_END")
  @DisplayName("with the person checked again, for the end and at this visit (R-ID-08)")
  void samePerson() {
    assertStopped(
        CareRule.SAME_PERSON_AT_END,
        () -> bed.end(begun, begun.patient(), "carer", TEN, wash(60, "65.00")));
    Patient elsewhere = bed.identified("V2", Purpose.CARE_START, Optional.empty());
    Patient otherVisit = bed.identified("V2", Purpose.CARE_END, Optional.of(elsewhere));
    assertStopped(
        CareRule.SAME_PERSON_AT_END,
        () -> bed.end(begun, otherVisit, "carer", TEN, wash(60, "65.00")));
    assertEquals(FEE, bed.end(begun, TEN, wash(60, "65.00")).total());
  }

  @Test
  @Tag("care:CAREGIVER")
  @DisplayName("by somebody who answers for it")
  void byACaregiver() {
    Patient again = bed.identified("V1", Purpose.CARE_END, Optional.of(begun.patient()));
    assertStopped(CareRule.CAREGIVER, () -> bed.end(begun, again, "", TEN, wash(60, "65.00")));
  }

  @Test
  @Tag("care:ITEM")
  @DisplayName("with what was chosen at the start, each once, and at least one thing")
  void chosen() {
    CareGiven dressing = new CareGiven("DRESS", 10, Money.ZERO);
    assertStopped(CareRule.ITEM, () -> bed.end(begun, TEN, wash(30, "1.00"), dressing));
    assertStopped(CareRule.ITEM, () -> bed.end(begun, TEN, wash(30, "1.00"), wash(30, "1.00")));
    assertStopped(CareRule.ITEM, () -> bed.end(begun, TEN));
  }

  @Test
  @Tag("care:ORDER")
  @DisplayName("after it began: not before, not in the same moment")
  void afterItBegan() {
    assertStops(CareRule.ORDER, NINE.minusMillis(1));
    assertStops(CareRule.ORDER, NINE);
    bed.end(begun, NINE.plusSeconds(60), wash(1, "1.00"));
  }

  /** Nothing lasts less than a minute, so a visit without one is too short as well. */
  private void assertStops(CareRule rule, Instant at) {
    var refused = assertThrows(CareRefused.class, () -> bed.end(begun, at, wash(1, "1.00")));
    assertTrue(refused.checks().contains(rule.name()), refused::getMessage);
  }

  @Test
  @Tag("care:DURATION")
  @DisplayName("with no more than the standard minutes, and at least one")
  void standardMinutes() {
    Instant late = NINE.plusSeconds(7200);
    bed.end(begun, late, wash(60, "65.00"));
    assertStopped(CareRule.DURATION, () -> bed.end(begun, late, wash(61, "65.00")));
    assertStopped(CareRule.DURATION, () -> bed.end(begun, late, wash(0, "0.00")));
  }

  @Test
  @Tag("care:DURATION")
  @DisplayName("with no more minutes of all items than passed")
  void passedMinutes() {
    CareVisit.Begun both = bed.begun("WASH", "DRESS");
    CareGiven dressing = new CareGiven("DRESS", 20, Money.ZERO);
    bed.end(both, NINE.plusSeconds(60 * 60), wash(40, "1.00"), dressing);
    assertStopped(
        CareRule.DURATION,
        () -> bed.end(both, NINE.plusSeconds(60 * 60 - 1), wash(40, "1.00"), dressing));
  }

  @Test
  @Tag("care:FEE")
  @DisplayName("for no fen more than the standard, and its part where it was shorter")
  void withinTheStandard() {
    bed.end(begun, TEN, wash(60, "65.00"));
    assertStopped(CareRule.FEE, () -> bed.end(begun, TEN, wash(60, "65.01")));
    // 65.00 × 59 ÷ 60 is 63.9166…
    bed.end(begun, TEN, wash(59, "63.91"));
    assertStopped(CareRule.FEE, () -> bed.end(begun, TEN, wash(59, "63.92")));
    bed.end(begun, TEN, wash(60, "0.00"));
    assertStopped(CareRule.FEE, () -> bed.end(begun, TEN, wash(60, "-0.01")));
  }

  private static CareFigures figures(long total, long fund, long own, long medical) {
    return new CareFigures(new Money(total), new Money(fund), new Money(own), new Money(medical));
  }

  @Test
  @Tag("care:OWN_LEDGER")
  @DisplayName("by the long-term-care fund and the person alone, to the fen")
  void nobodyElsePays() {
    bed.settle(bed.ended(figures(6500, 5850, 650, 0)), DAY);
    for (CareFigures wrong :
        new CareFigures[] {
          figures(6500, 5850, 651, 0),
          figures(6500, 5850, 649, 0),
          figures(6501, 5850, 651, 0),
          figures(6500, 6501, -1, 0),
          figures(6500, -1, 6501, 0),
          figures(6500, 5850, 650, 1)
        }) {
      CareVisit.Ended ended = bed.ended(wrong);
      assertStopped(CareRule.OWN_LEDGER, () -> bed.settle(ended, DAY));
    }
  }

  @Test
  @Tag("care:NOT_SUSPENDED")
  @DisplayName("not on a day on which settlement is suspended, though care began before")
  void suspendedSince() {
    bed.suspensions.add(
        new CareFile.Suspension(
            Days.between(DAY.plusDays(1), DAY.plusMonths(3)), "虚假材料", "false papers", "SH 62"));
    CareVisit.Ended ended = bed.ended(figures(6500, 5850, 650, 0));
    bed.settle(ended, DAY);
    assertStopped(CareRule.NOT_SUSPENDED, () -> bed.settle(ended, DAY.plusDays(1)));
    assertStopped(CareRule.NOT_SUSPENDED, () -> bed.settle(ended, DAY.plusMonths(3)));
    bed.settle(ended, DAY.plusMonths(3).plusDays(1));
  }

  @Test
  @DisplayName("with a part of the fee for any minutes that never passes the standard, nor drops")
  void partOfTheFee() {
    Random random = new Random(20261120);
    for (int i = 0; i < 2000; i++) {
      int standard = 1 + random.nextInt(240);
      Money fee = new Money(random.nextInt(1_000_000));
      var item = new ServicePlan.Item("X", "x", standard, 1, ServicePlan.Per.DAY, fee);
      int minutes = 1 + random.nextInt(standard);
      Money part = item.feeLimit(minutes);
      assertTrue(part.compareTo(item.feeLimit(minutes - 1)) >= 0);
      assertEquals(fee.fen() * minutes / standard, part.fen());
      assertEquals(fee, item.feeLimit(standard));
      assertEquals(fee, item.feeLimit(standard + 1));
    }
  }

  @Test
  @DisplayName("in figures of which total is fund plus own payment, whatever the share")
  void exactFigures() {
    Random random = new Random(20261121);
    CareShare.Published share =
        (CareShare.Published) CareTerms.shipped(PolicyBook.shipped()).share("test", DAY);
    for (int i = 0; i < 2000; i++) {
      CareFigures figures = CareFigures.of(new Money(random.nextInt(10_000_000)), share);
      assertTrue(figures.hold());
    }
    assertEquals(figures(5, 5, 0, 0), CareFigures.of(new Money(5), share));
    assertEquals(figures(4, 4, 0, 0), CareFigures.of(new Money(4), share));
    assertFalse(figures(6, 5, 0, 0).hold());
  }
}
