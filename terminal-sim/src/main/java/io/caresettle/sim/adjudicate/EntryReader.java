package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one entry of a value's series: a table and its article, or several readings of the law. */
final class EntryReader<T> {

  private static final Set<String> STANDINGS =
      Set.of("in-force", "draft", "repealed", "fictitious");
  private static final Set<String> CONFIDENCES = Set.of("H", "M", "L", "none");

  private final Function<Tree, T> reader;

  private EntryReader(Function<Tree, T> reader) {
    this.reader = reader;
  }

  /**
   * An entry.
   *
   * @param reader takes what stands under {@code value}
   */
  static <T> Dated<T> read(Tree tree, Function<Tree, T> reader) {
    return new EntryReader<>(reader).entry(tree);
  }

  /** What is said, and where it stands. */
  private record Claimed<T>(T said, Citation source) {}

  private Dated<T> entry(Tree tree) {
    LocalDate from = tree.date("from");
    Optional<LocalDate> to = tree.dateIfAny("to");
    Claimed<T> chosen = tree.has("claims") ? decided(tree) : claimed(tree);
    tree.treeIfAny("figure").ifPresent(EntryReader::figure);
    if (!STANDINGS.contains(tree.text("standing"))
        || !CONFIDENCES.contains(tree.text("confidence"))) {
      throw tree.bad("unknown standing or confidence");
    }
    tree.textIfAny("assumed");
    tree.end();
    return new Dated<>(from, to, chosen.said(), chosen.source());
  }

  private Claimed<T> claimed(Tree tree) {
    return new Claimed<>(reader.apply(tree), Citation.read(tree.tree("source")));
  }

  private Claimed<T> decided(Tree tree) {
    List<Claimed<T>> claims = new ArrayList<>();
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
    Claimed<T> first = claims.get(0);
    for (Claimed<T> other : claims) {
      if (!other.said().equals(first.said())) {
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
