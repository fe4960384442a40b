package io.caresettle.identity;

import static io.caresettle.identity.People.CODE;
import static io.caresettle.identity.People.card;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.Credential;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-ID-01")
@Tag("R-ID-03")
@DisplayName("R-ID-01, R-ID-03: two people are never one")
class NeverAnotherTest {

  private static final int PAIRS = 20_000;
  private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
  private static final int[] LETTERS = {
    '测', '试', '甲', '乙', '·', 0x20000, 0x30EDE, 'A', 'b', ' ', '张', '張'
  };

  private record Person(String name, String number) {}

  @Test
  @DisplayName("whatever their names and numbers: let through only with both the same (seed 4)")
  void random() {
    Random random = new Random(4);
    for (int i = 0; i < PAIRS; i++) {
      Person one = person(random);
      Person other =
          switch (random.nextInt(4)) {
            case 0 -> one;
            case 1 -> new Person(person(random).name(), one.number());
            case 2 -> new Person(one.name(), person(random).number());
            default -> person(random);
          };
      boolean same =
          one.number().equals(other.number()) && folded(one.name()).equals(folded(other.name()));
      assertEquals(same, passes(random.nextBoolean(), one, one, other), one + " " + other);
      assertEquals(same, passes(true, other, one, one), one + " " + other);
      assertEquals(same, passes(true, one, other, one), one + " " + other);
    }
  }

  @Test
  @DisplayName("one character changed anywhere in a name stops the check (seed 5)")
  void oneCharacter() {
    Random random = new Random(5);
    for (int i = 0; i < PAIRS; i++) {
      Person person = person(random);
      int[] letters = person.name().codePoints().toArray();
      int at = random.nextInt(letters.length);
      letters[at] = letters[at] == '丙' ? '丁' : '丙';
      Person changed = new Person(new String(letters, 0, letters.length), person.number());
      assertFalse(passes(random.nextBoolean(), person, person, changed));
    }
  }

  private static boolean passes(boolean byCard, Person shown, Person rolls, Person registered) {
    Credential credential = byCard ? card(shown.name(), shown.number(), CardProof.PSAM) : CODE;
    return new RealNameCheck(RealNameProfile.TEST, SwitchedRules.now(), () -> NOW)
        .decide(
            People.at("a", credential),
            People.rolls(rolls.name(), rolls.number()),
            People.registered("V1", registered.name(), registered.number()))
        .verdict()
        .passed();
  }

  /** Few letters and few numbers, so that neighbours are common. */
  private static Person person(Random random) {
    StringBuilder name = new StringBuilder("测");
    for (int i = random.nextInt(3); i >= 0; i--) {
      name.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
    }
    String[] numbers = {People.NUMBER, People.OTHER_NUMBER, "329900199602290045"};
    return new Person(name.toString(), numbers[random.nextInt(numbers.length)]);
  }

  /** All begin with a Chinese character, so nothing but blanks around a name may differ. */
  private static String folded(String name) {
    return name.strip();
  }
}
