package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One mapping of a pack. Every key is taken once, and {@link #end} refuses what nobody took. */
final class Tree {

  private final String where;
  private final Map<String, Object> left = new LinkedHashMap<>();

  private final Map<?, ?> mapping;

  private Tree(String where, Map<?, ?> mapping) {
    this.where = where;
    this.mapping = mapping;
    mapping.forEach(
        (key, value) -> {
          if (!(key instanceof String name) || value == null) {
            throw bad("expected words as keys, and a value for each");
          }
          left.put(name, value);
        });
  }

  static Tree parse(String file, String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false).build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        refuseTricks(file, event);
      }
      return of(file, new Load(settings).loadFromString(text));
    } catch (YamlEngineException e) {
      throw new CannotAdjudicate(
          CannotAdjudicate.Reason.MALFORMED_PACK, file, file + ": not YAML 1.2: " + e.getMessage());
    }
  }

  private static void refuseTricks(String file, Event event) {
    boolean tagged =
        (event instanceof ScalarEvent s && s.getTag().isPresent())
            || (event instanceof CollectionStartEvent c && c.getTag().isPresent());
    boolean anchored = event instanceof NodeEvent n && n.getAnchor().isPresent();
    if (tagged || anchored) {
      throw new CannotAdjudicate(
          CannotAdjudicate.Reason.MALFORMED_PACK,
          file,
          file + ": anchors, aliases and tags have no place in a pack");
    }
  }

  private static Tree of(String where, @Nullable Object node) {
    if (node instanceof Map<?, ?> mapping) {
      return new Tree(where, mapping);
    }
    throw new CannotAdjudicate(
        CannotAdjudicate.Reason.MALFORMED_PACK, where, where + ": expected a mapping");
  }

  String where() {
    return where;
  }

  CannotAdjudicate bad(String what) {
    return new CannotAdjudicate(CannotAdjudicate.Reason.MALFORMED_PACK, where, where + ": " + what);
  }

  private Optional<Object> take(String key) {
    return Optional.ofNullable(left.remove(key));
  }

  private Object need(String key) {
    return take(key).orElseThrow(() -> bad("'" + key + "' is missing"));
  }

  String text(String key) {
    return asText(key, need(key));
  }

  Optional<String> textIfAny(String key) {
    return take(key).map(node -> asText(key, node));
  }

  private String asText(String key, Object node) {
    if (node instanceof String text && !text.isBlank()) {
      return text;
    }
    throw bad("'" + key + "' should be text");
  }

  int number(String key) {
    return asNumber(key, need(key));
  }

  Optional<Integer> numberIfAny(String key) {
    return take(key).map(node -> asNumber(key, node));
  }

  private int asNumber(String key, Object node) {
    if (node instanceof Integer number && number >= 0) {
      return number;
    }
    throw bad("'" + key + "' should be a whole number, not negative");
  }

  LocalDate date(String key) {
    return asDate(key, need(key));
  }

  Optional<LocalDate> dateIfAny(String key) {
    return take(key).map(node -> asDate(key, node));
  }

  private LocalDate asDate(String key, Object node) {
    try {
      return LocalDate.parse(asText(key, node));
    } catch (DateTimeParseException e) {
      throw bad("'" + key + "' should be a day, such as 2026-01-01");
    }
  }

  Tree tree(String key) {
    return of(where + "/" + key, need(key));
  }

  Optional<Tree> treeIfAny(String key) {
    return take(key).map(node -> of(where + "/" + key, node));
  }

  /** This as it was before anything was taken. */
  Tree afresh() {
    return new Tree(where, mapping);
  }

  boolean has(String key) {
    return left.containsKey(key);
  }

  boolean isText(String key) {
    return left.get(key) instanceof String;
  }

  /** A whole number of any size, or a text: what a cell of a table may be. */
  Object scalar(String key) {
    Object node = need(key);
    if (node instanceof String || node instanceof Integer || node instanceof Long) {
      return node;
    }
    throw bad("'" + key + "' should be a number or a word");
  }

  List<Tree> trees(String key) {
    List<Tree> trees = new ArrayList<>();
    for (Object node : list(key)) {
      trees.add(of(where + "/" + key + "[" + trees.size() + "]", node));
    }
    return trees;
  }

  Set<String> words(String key) {
    Set<String> words = new LinkedHashSet<>();
    for (Object node : list(key)) {
      if (!words.add(asText(key, node))) {
        throw bad("'" + key + "' says one thing twice");
      }
    }
    return words;
  }

  Set<String> wordsIfAny(String key) {
    return left.containsKey(key) ? words(key) : Set.of();
  }

  /** A list that may be empty. */
  Set<String> wordsOrNone(String key) {
    if (left.get(key) instanceof List<?> list && list.isEmpty()) {
      left.remove(key);
      return Set.of();
    }
    return words(key);
  }

  private List<?> list(String key) {
    if (need(key) instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw bad("'" + key + "' should be a list with something in it");
  }

  Set<String> keys() {
    return Set.copyOf(left.keySet());
  }

  void end() {
    if (!left.isEmpty()) {
      throw bad("unknown keys " + left.keySet());
    }
  }
}
