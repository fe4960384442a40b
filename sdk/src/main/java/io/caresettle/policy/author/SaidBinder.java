package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementUnit;
import io.caresettle.reading.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is said of one name of entitlement, in its unit and its words. */
final class SaidBinder {

  private final EntitlementName name;
  private final EntitlementUnit unit;
  private final Map<String, String> words;

  SaidBinder(EntitlementName name) {
    this.name = name;
    this.unit = name.unit();
    this.words = Words.plain(name.words().toArray(String[]::new));
  }

  Optional<Cell> bind(Field field) {
    if (unit.counts()) {
      return field.integer(0, unit.most()).map(number -> new Cell(number, 1));
    }
    return switch (unit) {
      case MONTH_DAY -> field.text("a day of every year such as \"09-01\"", this::day);
      case SET -> set(field);
      default -> field.word(words).map(word -> Cell.saying(unit, List.of(word)));
    };
  }

  private Cell day(String text) {
    if (!name.allows(List.of(text))) {
      throw new IllegalArgumentException(text);
    }
    return Cell.saying(unit, List.of(text));
  }

  /** In the order of the name's words, whatever order the pack has them in. */
  private Optional<Cell> set(Field field) {
    List<String> said = new ArrayList<>();
    List<Field> elements = field.list();
    for (Field element : elements) {
      Optional<String> word = element.word(words);
      if (word.isPresent() && said.contains(word.get())) {
        element.fault("'" + word.get() + "' a second time", "each once");
      } else {
        word.ifPresent(said::add);
      }
    }
    List<String> inOrder = new ArrayList<>(name.words());
    inOrder.retainAll(said);
    boolean whole = field.isList() && said.size() == elements.size();
    return whole ? Optional.of(Cell.saying(unit, inOrder)) : Optional.empty();
  }
}
