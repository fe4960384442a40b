package io.caresettle.policy.author;

import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys of a step as they are read, each with its words. */
final class StepKeys {

  private final Mapping step;
  private final PlanState state;
  private final SortedMap<String, List<String>> keys = new TreeMap<>();

  StepKeys(Mapping step, PlanState state) {
    this.step = step;
    this.state = state;
  }

  SortedMap<String, List<String>> all() {
    return keys;
  }

  void put(String key, List<String> words) {
    keys.put(key, List.copyOf(words));
  }

  /** One more word of a key, where it could be read. */
  void add(String key, Optional<String> word) {
    List<String> words = new ArrayList<>(keys.getOrDefault(key, List.of()));
    word.ifPresent(words::add);
    keys.put(key, words);
  }

  <T> Optional<T> word(String key, Map<String, T> words) {
    return word(key, step.required(key), words);
  }

  /** A word that may be left out; then it means {@code otherwise}. */
  <T> Optional<T> wordOr(String key, Map<String, T> words, String otherwise) {
    Field field = step.optional(key);
    if (field.present()) {
      return word(key, field, words);
    }
    put(key, List.of(otherwise));
    return Optional.ofNullable(words.get(otherwise));
  }

  private <T> Optional<T> word(String key, Field field, Map<String, T> words) {
    Optional<T> meaning = field.word(words);
    if (meaning.isPresent()) {
      add(key, field.asWritten());
    }
    return meaning;
  }

  /** At least one word, each once. */
  void words(String key, Map<String, ?> words, String none) {
    list(key, step.required(key), words, none);
  }

  /** The same for words that may be left out. */
  void wordsOr(String key, Map<String, ?> words, List<String> otherwise) {
    Field field = step.optional(key);
    if (field.present()) {
      list(key, field, words, "nothing");
    } else {
      put(key, otherwise);
    }
  }

  private void list(String key, Field field, Map<String, ?> words, String none) {
    List<String> found = new ArrayList<>();
    List<Field> elements = field.list();
    for (Field element : elements) {
      if (element.word(words).isPresent()) {
        once(found, element.asWritten().orElse(""), element);
      }
    }
    if (field.present() && elements.isEmpty()) {
      field.fault(none, "at least one of " + String.join(", ", words.keySet()));
    }
    put(key, found);
  }

  static void once(List<String> found, String word, Field element) {
    if (found.contains(word)) {
      element.fault("'" + word + "' a second time", "each once");
    }
    found.add(word);
  }

  void value(String key, boolean fen) {
    add(key, state.value(step.required(key), fen));
  }

  void valueIfThere(String key, boolean fen) {
    Field field = step.optional(key);
    if (field.present()) {
      add(key, state.value(field, fen));
    }
  }

  void accumulator() {
    add("accumulator", state.accumulator(step.required("accumulator")));
  }
}
