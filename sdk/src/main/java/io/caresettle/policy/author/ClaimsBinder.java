package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.Claim;
import io.caresettle.policy.compiled.Decision;
import io.caresettle.policy.plan.Citation;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads several readings of the law about one number. Which of them holds is not for a program to
 * say: somebody decides, and the pack records who and why.
 */
final class ClaimsBinder {

  private final CellsBinder cells;

  ClaimsBinder(CellsBinder cells) {
    this.cells = cells;
  }

  /**
   * @param chosen the claim that prevails; of several of the chosen place the first
   */
  record Weighed(List<Claim> claims, Optional<Decision> decision, Claim chosen) {}

  Optional<Weighed> bind(Field field, Field decisionField) {
    List<Field> list = field.list();
    List<Claim> claims = new ArrayList<>();
    for (Field element : list) {
      claim(element, claims).ifPresent(claims::add);
    }
    if (field.present() && list.size() == 1) {
      field.fault("one claim", "two at least, or 'value' and 'source'");
    }
    if (claims.size() != list.size() || claims.isEmpty()) {
      decisionField.mapping().ifPresent(decision -> decision(decision, List.of()));
      return Optional.empty();
    }
    Claim first = claims.get(0);
    if (!decisionField.present()) {
      Optional<Claim> other =
          claims.stream().filter(claim -> !claim.cells().equals(first.cells())).findFirst();
      other.ifPresent(claim -> contradiction(field, first, claim));
      return other.isPresent()
          ? Optional.empty()
          : Optional.of(new Weighed(claims, Optional.empty(), first));
    }
    Optional<Decision> decision = decisionField.mapping().flatMap(made -> decision(made, claims));
    return decision.map(
        made ->
            new Weighed(
                claims,
                decision,
                claims.stream()
                    .filter(claim -> claim.source().equals(made.chosen()))
                    .findFirst()
                    .orElse(first)));
  }

  private Optional<Claim> claim(Field element, List<Claim> before) {
    Optional<Mapping> claim = element.mapping();
    Optional<List<Cell>> value = claim.flatMap(all -> cells.numbers(all.required("value")));
    Optional<Field> sourceField = claim.map(all -> all.required("source"));
    Optional<Citation> source = sourceField.flatMap(ArticleIndex::bind);
    if (value.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    // An article that leaves a number to others may be followed by two of them, each with its own.
    if (before.stream().anyMatch(other -> same(other, source.get(), value.get()))) {
      sourceField
          .get()
          .fault(
              source.get() + " a second time, with the same value",
              "each claim once: take one of them out");
      return Optional.empty();
    }
    return Optional.of(new Claim(value.get(), source.get()));
  }

  private static boolean same(Claim other, Citation source, List<Cell> value) {
    return other.source().equals(source) && other.cells().equals(value);
  }

  private static void contradiction(Field field, Claim one, Claim other) {
    int at = 0;
    while (one.cells().get(at).equals(other.cells().get(at))) {
      at++;
    }
    field.fault(
        one.source()
            + " says "
            + one.cells().get(at)
            + " and "
            + other.source()
            + " says "
            + other.cells().get(at),
        "a 'decision' that says which prevails, and why");
  }

  private static Optional<Decision> decision(Mapping decision, List<Claim> claims) {
    Field chosenField = decision.required("chosen");
    Optional<Citation> chosen = ArticleIndex.bind(chosenField);
    Optional<String> because = HeaderBinder.line(decision.required("because"));
    Optional<LocalDate> decidedOn = decision.required("decided_on").date();
    Optional<String> by = HeaderBinder.line(decision.required("by"));
    if (chosen.isPresent()
        && !claims.isEmpty()
        && claims.stream().noneMatch(claim -> claim.source().equals(chosen.get()))) {
      chosenField.fault(
          chosen.get() + ", which claims nothing here",
          "one of "
              + claims.stream()
                  .map(claim -> claim.source().toString())
                  .collect(Collectors.joining(", ")));
      return Optional.empty();
    }
    if (chosen.isEmpty() || because.isEmpty() || decidedOn.isEmpty() || by.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Decision(chosen.get(), because.get(), decidedOn.get(), by.get()));
  }
}
