package io.caresettle.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Payers stand on a slip in one order, under names in two languages")
class PayerTest {

  private static final List<Payer> ALL = Arrays.asList(Payer.values());

  @Test
  void theirPlacesAreTheirOrder() {
    assertEquals(
        ALL, ALL.stream().sorted((a, b) -> Integer.compare(a.place(), b.place())).toList());
    assertEquals(List.of(0, 9), List.of(Payer.POOL_FUND.place(), Payer.CASH.place()));
  }

  @Test
  void theSixBeforeTheInstitutionAreFunds() {
    assertEquals(
        ALL.subList(0, ALL.indexOf(Payer.INSTITUTION)),
        ALL.stream().filter(Payer::isFund).toList());
  }

  @Test
  void eachHasItsWordAndItsNames() {
    assertEquals("critical-illness", Payer.CRITICAL_ILLNESS.id());
    assertEquals("大病保险", Payer.CRITICAL_ILLNESS.zh());
    assertEquals("critical illness", Payer.CRITICAL_ILLNESS.en());
  }
}
