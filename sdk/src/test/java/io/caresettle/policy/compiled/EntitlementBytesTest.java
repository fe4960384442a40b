package io.caresettle.policy.compiled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.author.Pack;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.author.Texts;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.NoRuleInForce;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A compiled pack about entitlement")
class EntitlementBytesTest {

  private static final CompiledPack PACK =
      PolicyBook.shipped().packs().stream()
          .filter(pack -> pack.isEntitlement("test", LocalDate.of(2026, 11, 30)))
          .findFirst()
          .orElseThrow();

  @Test
  void saysTheSameOnceReadAgain() {
    CompiledPack again = CompiledPack.read(PACK.bytes());
    assertArrayEquals(PACK.bytes(), again.bytes());
    for (LocalDate day : PACK.changes()) {
      for (EntitlementName name : EntitlementName.values()) {
        assertEquals(PACK.entitlement(day).asWritten(name), again.entitlement(day).asWritten(name));
      }
    }
  }

  @Test
  void isOfAFormThatReadersOfBenefitsAloneRefuseByItsNumber() {
    assertEquals(2, PACK.bytes()[4]);
    for (CompiledPack pack : PolicyBook.shipped().packs()) {
      assertEquals(pack.header().isEntitlement() ? 2 : 1, pack.bytes()[4]);
    }
  }

  @Test
  @DisplayName("leaves the bytes of packs about benefits as they were before there was one")
  void benefitsKeepTheirBytes() {
    CompiledPack whole = Pack.of("whole.yaml", Texts.WHOLE).compiled().orElseThrow();
    assertEquals(
        "4b3ca6302939f2073dd88d89db39cb5dc78a8f483d54f3c769634b752602640e", whole.digest());
  }

  @Test
  void cutAnywhereIsRefused() {
    byte[] bytes = PACK.bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(MalformedPack.class, () -> CompiledPack.read(cut), "cut to " + length);
    }
  }

  @Test
  @DisplayName("with any byte changed is another pack, or none: never a broken one")
  void everyChangeIsAnotherPackOrNone() {
    byte[] bytes = PACK.bytes();
    Random random = new Random(20261130);
    int refused = 0;
    for (int round = 0; round < 4_000; round++) {
      byte[] changed = bytes.clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      try {
        CompiledPack pack = CompiledPack.read(changed);
        assertArrayEquals(changed, pack.bytes());
        pack.changes().forEach(pack::entitlement);
      } catch (MalformedPack e) {
        assertFalse(e.place().isEmpty());
        refused++;
      }
    }
    assertTrue(refused > 1_000, "refused " + refused);
  }

  @Test
  void withoutANameOrWithAStrangersOrInAnotherUnitIsNone() {
    List<ValueSeries> values = PACK.values();
    refused("values." + values.get(0).name(), values.subList(1, values.size()));
    ValueSeries waiting = PACK.value("flexible.waiting").orElseThrow();
    refused("values.other", with(values, waiting, "other", waiting.unit(), List.of()));
    refused("values.flexible.waiting", with(values, waiting, waiting.name(), Unit.DAYS, List.of()));
    refused(
        "values.flexible.waiting",
        with(values, waiting, waiting.name(), waiting.unit(), List.of(Dimension.STAY)));
  }

  private static List<ValueSeries> with(
      List<ValueSeries> values, ValueSeries one, String name, Unit unit, List<Dimension> by) {
    List<ValueSeries> all = new ArrayList<>(values);
    all.remove(one);
    all.add(new ValueSeries(name, one.describes(), unit, by, one.entries(), one.statedBy()));
    return all;
  }

  private static void refused(String place, List<ValueSeries> values) {
    MalformedPack refused =
        assertThrows(MalformedPack.class, () -> new CompiledPack(PACK.header(), values, List.of()));
    assertEquals(place, refused.place());
  }

  @Test
  void hasNoStepsAndAPackOfBenefitsSaysNothingOfIt() {
    CompiledPack whole = Pack.of("whole.yaml", Texts.WHOLE).compiled().orElseThrow();
    assertThrows(
        MalformedPack.class, () -> new CompiledPack(PACK.header(), PACK.values(), whole.steps()));
    assertThrows(NoRuleInForce.class, () -> whole.entitlement(whole.from()));
  }
}
