package io.caresettle.sim.adjudicate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One mapping of a plan, and the values that its words may name. */
record StepTree(Tree tree, Map<String, Value> values) {

  CannotAdjudicate bad(String what) {
    return tree.bad(what);
  }

  void end() {
    tree.end();
  }

  String text(String key) {
    return tree.text(key);
  }

  Optional<String> textIfAny(String key) {
    return tree.textIfAny(key);
  }

  Tree tree(String key) {
    return tree.tree(key);
  }

  Optional<StepTree> treeIfAny(String key) {
    return tree.treeIfAny(key).map(inner -> new StepTree(inner, values));
  }

  List<StepTree> trees(String key) {
    return tree.trees(key).stream().map(inner -> new StepTree(inner, values)).toList();
  }

  boolean has(String key) {
    return tree.has(key);
  }

  /** One of these words. */
  String word(String key, List<String> words) {
    String word = tree.text(key);
    if (!words.contains(word)) {
      throw bad("'" + key + "' should be one of " + words);
    }
    return word;
  }

  /** One of these words, and {@code absent} where nothing is said. */
  String word(String key, String absent, List<String> words) {
    return tree.has(key) ? word(key, words) : absent;
  }

  /** One of these constants, by its name in lower case, joined by dashes. */
  <E extends Enum<E>> E constant(String key, List<E> constants) {
    return named(key, tree.text(key), constants);
  }

  /** Some of these constants, each once, in the order written. */
  <E extends Enum<E>> List<E> constants(String key, E[] constants) {
    return tree.words(key).stream().map(word -> named(key, word, List.of(constants))).toList();
  }

  private <E extends Enum<E>> E named(String key, String word, List<E> constants) {
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
        return constant;
      }
    }
    throw bad("'" + key + "' does not say " + word + ", but of " + constants);
  }

  Rounding rounding() {
    return Rounding.named(tree.text("rounding"));
  }

  Rounding fenRounding() {
    Rounding rounding = rounding();
    if (rounding.unit() != 1) {
      throw bad("a line is rounded to the fen");
    }
    return rounding;
  }

  boolean roundsEachBand() {
    return word("rounds", List.of("band", "layer")).equals("band");
  }

  String fund() {
    String payer = tree.text("payer");
    if (!Payers.FUNDS.contains(payer)) {
      throw bad("the payer should be a fund");
    }
    return payer;
  }

  /** A fund that must be one of these. */
  String fund(Set<String> funds) {
    String payer = fund();
    if (!funds.contains(payer)) {
      throw bad("the payer should be one of " + funds);
    }
    return payer;
  }

  Value fen(String key) {
    return value(key, false);
  }

  Value rate(String key) {
    return value(key, true);
  }

  private Value value(String key, boolean rate) {
    String name = tree.text(key);
    Value value = values.get(name);
    if (value == null || value.unit().isRate() != rate) {
      throw bad("no value " + name + " in this unit");
    }
    return value;
  }
}
