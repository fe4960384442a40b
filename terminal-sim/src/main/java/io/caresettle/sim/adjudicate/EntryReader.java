package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one entry of a value's series: a table and its article, or several readings of the law. */
final class EntryReader {

  private static final Set<String> STANDINGS =
      Set.of("in-force", "draft", "repealed", "fictitious");
  private static final Set<String> CONFIDENCES = Set.of("H", "M", "L", "none");

  private final List<String> by;
  private final Cell.Unit unit;
  private final boolean range;
  private final Map<String, Set<String>> words;

  private EntryReader(
      List<String> by, Cell.Unit unit, boolean range, Map<String, Set<String>> words) {
    this.by = by;
    this.unit = unit;
    this.range = range;
    this.words = words;
  }

  static Value.Entry read(
      Tree tree, List<String> by, Cell.Unit unit, boolean range, Map<String, Set<String>> words) {
    return new EntryReader(by, unit, range, words).entry(tree);
  }

  /** A table and where it stands. */
  private record Claimed(Map<List<String>, Cell> cells, Citation source) {}

  private Value.Entry entry(Tree tree) {
    LocalDate from = tree.date("from");
    Optional<LocalDate> to = tree.dateIfAny("to");
    Claimed chosen = tree.has("claims") ? decided(tree) : claimed(tree);
    tree.treeIfAny("figure").ifPresent(EntryReader::figure);
    if (!STANDINGS.contains(tree.text("standing"))
        || !CONFIDENCES.contains(tree.text("confidence"))) {
      throw tree.bad("unknown standing or confidence");
    }
    tree.textIfAny("assumed");
    tree.end();
    return new Value.Entry(from, to, chosen.cells(), chosen.source());
  }

  private Claimed claimed(Tree tree) {
    return new Claimed(
        Cell.table(tree, "value", by, unit, range, words), Citation.read(tree.tree("source")));
  }

  private Claimed decided(Tree tree) {
    List<Claimed> claims = new ArrayList<>();
    for (Tree claim : tree.trees("claims")) {
      claims.add(claimed(claim));
      claim.end();
    }
    Optional<Citation> decision = tree.treeIfAny("decision").map(EntryReader::decision);
    if (decision.isPresent()) {
      return claims.stream()
          .filter(claim -> claim.source().equals(decision.get()))
          .findFirst()
          .orElseThrow(() -> tree.bad("no claim stands at " + decision.get()));
    }
    Claimed first = claims.get(0);
    for (Claimed other : claims) {
      if (!other.cells().equals(first.cells())) {
        throw tree.bad(first.source() + " and " + other.source() + " differ, and nobody decided");
      }
    }
    return first;
  }

  private static Citation decision(Tree tree) {
    Citation chosen = Citation.read(tree.tree("chosen"));
    tree.text("because");
    tree.date("decided_on");
    tree.text("by");
    tree.end();
    return chosen;
  }

  private static void figure(Tree figure) {
    figure.text("instrument");
    figure.textIfAny("number");
    figure.text("mark");
    figure.end();
  }
}
