package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A pack as its file has it, before it knows what the nation and the province give it.
 *
 * @param care empty where the pack serves no bill but only gives values to others
 * @param words what each dimension of a table may be
 * @param year absent where it has that of the pack above it
 */
record Draft(
    Tree tree,
    String topic,
    String area,
    String scheme,
    Set<String> care,
    LocalDate from,
    Optional<LocalDate> to,
    Map<String, Set<String>> words,
    Optional<SettlementYear> year,
    Map<String, Value> values,
    Optional<List<Tree>> plan) {

  private static final String NATION = "000000";
  private static final Set<String> CARE =
      Set.of(
          "outpatient",
          "pharmacy",
          "inpatient",
          "special-outpatient",
          "chronic-outpatient",
          "maternity",
          "family-bed");

  /** Of a file whose kind was taken. */
  static Draft read(Tree tree) {
    String topic = tree.text("topic");
    String area = tree.text("area");
    Tree names = tree.tree("names");
    names.text("zh");
    names.text("en");
    names.end();
    String scheme = tree.text("scheme");
    boolean parent = area.matches("\\d{2}0000");
    Set<String> care = parent ? tree.wordsIfAny("care") : tree.words("care");
    LocalDate from = tree.date("from");
    Optional<LocalDate> to = tree.dateIfAny("to");
    tree.date("still_valid_on");
    if (!area.matches("\\d{6}|test")
        || !Set.of("employee", "resident").contains(scheme)
        || !CARE.containsAll(care)
        || to.map(last -> last.isBefore(from)).orElse(false)
        || tree.numberIfAny("version").orElse(1) < 1) {
      throw tree.bad("area, scheme, care, days or version are not such as a pack may have");
    }
    Map<String, Set<String>> words =
        Who.dimensions(scheme, people(tree, "groups"), people(tree, "aid_classes"));
    Optional<SettlementYear> year = tree.treeIfAny("settlement_year").map(SettlementYear::read);
    Map<String, Value> values = new LinkedHashMap<>();
    Tree valueTrees = tree.tree("values");
    for (String name : valueTrees.keys()) {
      values.put(name, Value.read(name, valueTrees.tree(name), parent, words, from, to));
    }
    Optional<List<Tree>> plan =
        tree.has("plan") ? Optional.of(tree.trees("plan")) : Optional.empty();
    tree.end();
    return new Draft(
        tree, topic, area, scheme, care, from, to, words, year, Map.copyOf(values), plan);
  }

  private static Set<String> people(Tree tree, String key) {
    Set<String> words = tree.has(key) ? tree.words(key) : Set.of("none");
    if (!words.iterator().next().equals("none")
        || !words.stream().allMatch(word -> word.matches("[a-z0-9]+(-[a-z0-9]+)*"))) {
      throw tree.bad("'" + key + "' should be words joined by dashes, and none the first");
    }
    return words;
  }

  boolean serves() {
    return !care.isEmpty();
  }

  /** Whether this pack gives its values to {@code other}. */
  boolean isAbove(Draft other) {
    boolean reaches =
        area.equals(NATION) || area.equals(other.area().substring(0, 2) + NATION.substring(2));
    return reaches
        && other.area().length() == NATION.length()
        && !area.equals(other.area())
        && topic.equals(other.topic())
        && scheme.equals(other.scheme());
  }

  /** The nation's packs come before the provinces'. */
  boolean isNational() {
    return area.equals(NATION);
  }
}
