package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.Claim;
import io.caresettle.policy.compiled.Decision;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.Standing;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what an entry says beside its days: the numbers, where they stand, and how sure we are. */
final class EntryBinder {

  private final CellsBinder cells;
  private final boolean range;

  EntryBinder(CellsBinder cells, boolean range) {
    this.cells = cells;
    this.range = range;
  }

  /** An entry, and of a range its largest numbers. */
  record Bound(ValueEntry entry, Optional<ValueEntry> most) {}

  private record Said(
      List<Cell> cells,
      Optional<List<Cell>> most,
      Citation source,
      List<Claim> claims,
      Optional<Decision> decision) {}

  Optional<Bound> bind(Mapping entry, Optional<LocalDate> from, Optional<LocalDate> to) {
    Optional<Said> said = said(entry);
    Optional<String> figure = entry.optional("figure").mapping().map(EntryBinder::figure);
    Optional<Standing> standing = entry.required("standing").word(Words.STANDINGS);
    Optional<Confidence> confidence = entry.required("confidence").word(Words.CONFIDENCES);
    Optional<String> assumed = HeaderBinder.line(entry.optional("assumed"));
    if (said.isEmpty() || from.isEmpty() || standing.isEmpty() || confidence.isEmpty()) {
      return Optional.empty();
    }
    ValueEntry whole =
        new ValueEntry(
            from.get(),
            to,
            said.get().cells(),
            said.get().source(),
            figure,
            standing.get(),
            confidence.get(),
            assumed,
            said.get().claims(),
            said.get().decision());
    return Optional.of(new Bound(whole, said.get().most().map(most -> with(whole, most))));
  }

  private Optional<Said> said(Mapping entry) {
    // A range is no reading of the law that could contradict another: no claims there.
    if (range) {
      Optional<List<CellsBinder.Bounds>> bounds = cells.ranges(entry.required("value"));
      Optional<Citation> source = ArticleIndex.bind(entry.required("source"));
      return bounds.flatMap(all -> source.map(place -> range(all, place)));
    }
    Field claims = entry.optional("claims");
    if (!claims.present()) {
      Optional<List<Cell>> numbers = cells.numbers(entry.required("value"));
      Optional<Citation> source = ArticleIndex.bind(entry.required("source"));
      return numbers.flatMap(
          all ->
              source.map(
                  place -> new Said(all, Optional.empty(), place, List.of(), Optional.empty())));
    }
    for (String key : List.of("value", "source")) {
      if (entry.optional(key).present()) {
        entry.faultAtKey(key, "'" + key + "' beside 'claims'", "one or the other");
      }
    }
    return new ClaimsBinder(cells)
        .bind(claims, entry.optional("decision"))
        .map(
            weighed ->
                new Said(
                    weighed.chosen().cells(),
                    Optional.empty(),
                    weighed.chosen().source(),
                    weighed.claims(),
                    weighed.decision()));
  }

  private static Said range(List<CellsBinder.Bounds> bounds, Citation source) {
    return new Said(
        bounds.stream().map(CellsBinder.Bounds::least).toList(),
        Optional.of(bounds.stream().map(CellsBinder.Bounds::most).toList()),
        source,
        List.of(),
        Optional.empty());
  }

  private static ValueEntry with(ValueEntry entry, List<Cell> cells) {
    return new ValueEntry(
        entry.from(),
        entry.to(),
        cells,
        entry.source(),
        entry.figure(),
        entry.standing(),
        entry.confidence(),
        entry.assumed(),
        List.of(),
        Optional.empty());
  }

  private static String figure(Mapping figure) {
    String instrument = HeaderBinder.line(figure.required("instrument")).orElse("");
    String number = HeaderBinder.line(figure.required("number")).orElse("");
    String mark = figure.required("mark").word(Words.MARKS).orElse("");
    return instrument + ' ' + number + " (" + mark + ')';
  }
}
