package io.caresettle.policy.compiled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.author.Pack;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.author.Texts;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A compiled pack")
class CompiledPackTest {

  private static final CompiledPack WHOLE =
      Pack.of("whole.yaml", Texts.WHOLE).compiled().orElseThrow();

  static Stream<CompiledPack> packs() {
    return Stream.concat(
        Stream.of(WHOLE),
        PolicyBook.shipped().packs().stream().filter(pack -> !pack.header().isEntitlement()));
  }

  /**
   * @param silent what is said where a number is not published
   */
  private record Answers(List<Plan> plans, List<String> silent) {}

  private static Answers answers(CompiledPack pack) {
    Answers answers = new Answers(new ArrayList<>(), new ArrayList<>());
    for (LocalDate day : pack.changes()) {
      for (InsuredCategory category : InsuredCategory.of(pack.scheme())) {
        for (InstitutionLevel level : InstitutionLevel.values()) {
          for (String group : pack.header().groups()) {
            Circumstances here = new Circumstances(group, "none", OffSite.HOME, 2, Grade.B);
            PlanKey key =
                new PlanKey(
                    pack.id().area(),
                    pack.scheme(),
                    category,
                    pack.care().iterator().next(),
                    level,
                    here);
            try {
              answers.plans.add(pack.plan(key, day));
            } catch (ParameterNotPublished e) {
              answers.silent.add(e.toString());
            }
          }
        }
      }
    }
    return answers;
  }

  @ParameterizedTest
  @MethodSource("packs")
  @DisplayName("is the same after its bytes were written and read, and has the same plans")
  void survivesItsBytes(CompiledPack pack) {
    CompiledPack again = CompiledPack.read(pack.bytes());
    assertArrayEquals(pack.bytes(), again.bytes());
    assertEquals(pack.digest(), again.digest());
    assertEquals(pack.values(), again.values());
    assertEquals(pack.steps(), again.steps());
    assertEquals(pack.accumulators(), again.accumulators());
    Answers saidBefore = answers(pack);
    List<Plan> before = saidBefore.plans;
    List<Plan> after = answers(again).plans;
    assertFalse(before.isEmpty() && saidBefore.silent.isEmpty());
    assertEquals(saidBefore.silent, answers(again).silent);
    assertEquals(before.size(), after.size());
    for (int i = 0; i < before.size(); i++) {
      assertEquals(before.get(i).steps(), after.get(i).steps());
      assertEquals(before.get(i).from(), after.get(i).from());
      assertEquals(before.get(i).to(), after.get(i).to());
    }
  }

  @Test
  void doesNotSayWhereItsFileLay() {
    CompiledPack elsewhere = Pack.of("else/where.yaml", Texts.WHOLE).compiled().orElseThrow();
    assertEquals(WHOLE.digest(), elsewhere.digest());
    assertFalse(new String(WHOLE.bytes(), StandardCharsets.UTF_8).contains("whole.yaml"));
  }

  @Test
  void anotherNumberIsAnotherDigest() {
    String changed = Texts.WHOLE.replace("value: 9500", "value: 9501");
    assertNotEquals(
        WHOLE.digest(), Pack.of("whole.yaml", changed).compiled().orElseThrow().digest());
  }

  @Test
  void everyCutIsRefused() {
    byte[] bytes = WHOLE.bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(MalformedPack.class, () -> CompiledPack.read(cut), "cut to " + length);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    MalformedPack refused = assertThrows(MalformedPack.class, () -> CompiledPack.read(longer));
    assertTrue(refused.toString().contains("1 bytes too many"), refused.toString());
  }

  @Test
  @DisplayName("with any byte changed is another pack, or none: never a broken one")
  void everyChangeIsAnotherPackOrNone() {
    byte[] bytes = WHOLE.bytes();
    Random random = new Random(20261130);
    int refused = 0;
    for (int round = 0; round < 4_000; round++) {
      byte[] changed = bytes.clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      try {
        assertArrayEquals(changed, CompiledPack.read(changed).bytes());
      } catch (MalformedPack e) {
        assertFalse(e.place().isEmpty());
        refused++;
      }
    }
    assertTrue(refused > 1_000, "refused " + refused);
  }

  @Test
  void aLengthThatCannotBeTrueAsksForNoMemory() {
    byte[] bytes = WHOLE.bytes();
    // The first text begins after CSPK and the version; its length says two thousand million.
    bytes[5] = 0x7f;
    MalformedPack refused = assertThrows(MalformedPack.class, () -> CompiledPack.read(bytes));
    assertTrue(refused.toString().contains("a length of 2130706436"), refused.toString());
  }

  @Test
  void anotherVersionOfTheFormIsNamed() {
    byte[] bytes = WHOLE.bytes();
    bytes[4] = 3;
    MalformedPack refused = assertThrows(MalformedPack.class, () -> CompiledPack.read(bytes));
    assertTrue(refused.toString().contains("version 3 of the form"), refused.toString());
  }

  @Test
  @DisplayName("of parts that do not fit is refused, with the place")
  void partsThatDoNotFit() {
    List<ValueSeries> values = WHOLE.values();
    List<StepDraft> steps = WHOLE.steps();
    assertPlace("the plan", values.subList(1, values.size()), steps);
    assertPlace("the plan", values, steps.subList(1, steps.size()));
    List<ValueSeries> twice = new ArrayList<>(values);
    twice.add(values.get(0));
    assertPlace("values." + values.get(0).name(), twice, steps);
    ValueSeries cap = WHOLE.value("cap").orElseThrow();
    assertPlace("values.cap", replaced(values, series(cap, Unit.FEN, cap.by())), steps);
    assertPlace(
        "values.cap", replaced(values, series(cap, cap.unit(), List.of(Dimension.LEVEL))), steps);
  }

  @Test
  @DisplayName(
      "whose words make a table of more cells than can be counted is refused, as any other")
  void aTableBeyondCounting() {
    Header header = WHOLE.header();
    Header wordy =
        new Header(
            header.id(),
            header.scheme(),
            header.care(),
            header.from(),
            header.to(),
            header.stillValidOn(),
            words("group"),
            words("aid"),
            header.year());
    List<ValueSeries> values = new ArrayList<>();
    for (ValueSeries each : WHOLE.values()) {
      values.add(series(each, each.unit(), List.of(Dimension.values())));
    }
    MalformedPack refused =
        assertThrows(MalformedPack.class, () -> new CompiledPack(wordy, values, WHOLE.steps()));
    assertTrue(refused.toString().contains("cells in a table of"), refused.toString());
  }

  private static List<String> words(String word) {
    List<String> words = new ArrayList<>(List.of("none"));
    for (int i = 0; i < 2_999; i++) {
      words.add(word + i);
    }
    return words;
  }

  private static ValueSeries series(ValueSeries like, Unit unit, List<Dimension> by) {
    return new ValueSeries(
        like.name(), like.describes(), unit, by, like.entries(), like.statedBy());
  }

  private static List<ValueSeries> replaced(List<ValueSeries> values, ValueSeries other) {
    return values.stream().map(one -> one.name().equals(other.name()) ? other : one).toList();
  }

  private static void assertPlace(String place, List<ValueSeries> values, List<StepDraft> steps) {
    MalformedPack refused =
        assertThrows(MalformedPack.class, () -> new CompiledPack(WHOLE.header(), values, steps));
    assertEquals(place, refused.place());
  }
}
