package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.Bands.Adjustment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the step that pays by bands. */
final class BandsReader {

  private BandsReader() {}

  static Bands read(StepTree tree) {
    String payer = tree.fund();
    Bands.Position position = tree.constant("position", List.of(Bands.Position.values()));
    boolean ofTheYear = position == Bands.Position.YEAR_IN_SCOPE;
    boolean telescoping =
        tree.word("method", List.of("per-visit", "telescoping")).equals("telescoping");
    if (telescoping && !ofTheYear) {
      throw tree.bad("only the year's bands telescope");
    }
    return new Bands(
        payer,
        position,
        bands(tree),
        adjustment(
            tree,
            "person",
            Map.of(
                "points", Adjustment.Style.MORE_POINTS,
                "self-factor", Adjustment.Style.SELF_FACTOR)),
        adjustment(
            tree,
            "off-site",
            Map.of(
                "points", Adjustment.Style.FEWER_POINTS,
                "multiplier", Adjustment.Style.MULTIPLIER)),
        telescoping,
        tree.roundsEachBand(),
        tree.word("side", List.of("fund", "patient")).equals("patient"),
        tree.rounding(),
        ofTheYear ? Optional.of(tree.text("accumulator")) : Optional.empty());
  }

  private static List<Bands.Band> bands(StepTree tree) {
    List<Bands.Band> bands = new ArrayList<>();
    List<StepTree> rows = tree.trees("bands");
    for (StepTree row : rows) {
      boolean last = bands.size() == rows.size() - 1;
      Optional<Value> upTo = last ? Optional.empty() : Optional.of(row.fen("up-to"));
      bands.add(new Bands.Band(upTo, row.rate("rate")));
      row.end();
    }
    return List.copyOf(bands);
  }

  private static Optional<Adjustment> adjustment(
      StepTree tree, String key, Map<String, Adjustment.Style> styles) {
    return tree.treeIfAny(key)
        .map(
            inner -> {
              Adjustment.Style style = styles.get(inner.text("style"));
              if (style == null) {
                throw inner.bad("the style should be one of " + styles.keySet());
              }
              Adjustment adjustment = new Adjustment(style, inner.rate("value"));
              inner.end();
              return adjustment;
            });
  }
}
