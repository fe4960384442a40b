package io.caresettle.policy.compiled;

import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Grade;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** For whom a pack has a layer of their own, read from the tables of its steps. */
record OwnLayers(CompiledPack pack, LocalDate date) {

  private static final List<Payer> OWN = List.of(Payer.CIVIL_SERVANT_SUBSIDY, Payer.SUPPLEMENTS);

  /** Every group that the pack knows, with the supplements that are not nothing for it. */
  Map<String, Set<Payer>> byGroup() {
    Map<String, Set<Payer>> all = new LinkedHashMap<>();
    for (String group : pack.header().groups()) {
      Set<Payer> payers = EnumSet.noneOf(Payer.class);
      for (StepDraft step : pack.steps()) {
        OWN.stream()
            .filter(payer -> step.keys().containsKey("name") && says(step, payer))
            .filter(payer -> givesSomething(step, group))
            .forEach(payers::add);
      }
      all.put(group, payers);
    }
    return all;
  }

  private static boolean says(StepDraft step, Payer payer) {
    return step.keys().getOrDefault("payer", List.of()).contains(Word.of(payer));
  }

  /** A number that nobody published is not nothing: whoever needs it is told so. */
  private boolean givesSomething(StepDraft step, String group) {
    return step.keys().getOrDefault("value", List.of()).stream()
        .map(name -> pack.value(name).orElseThrow())
        .anyMatch(value -> cells(value, Dimension.GROUP, group).stream().anyMatch(OwnLayers::is));
  }

  private static boolean is(Cell cell) {
    return cell.isUnknown() || cell.amount() > 0;
  }

  /** Whether a limit of the pool has a number of its own for a grade. */
  boolean knowsLimitOf(Grade grade) {
    return pack.steps().stream()
        .filter(step -> !step.keys().containsKey("name"))
        .flatMap(step -> step.keys().getOrDefault("value", List.of()).stream())
        .map(name -> pack.value(name).orElseThrow())
        .filter(value -> value.by().contains(Dimension.GRADE))
        .anyMatch(
            value ->
                cells(value, Dimension.GRADE, grade.name()).stream().noneMatch(Cell::isUnknown));
  }

  /** The cells of one row; all where the value does not depend on it. */
  private List<Cell> cells(ValueSeries value, Dimension dimension, String row) {
    List<Cell> cells = value.on(date).cells();
    int at = value.by().indexOf(dimension);
    if (at < 0) {
      return cells;
    }
    List<List<String>> words = pack.cellWords(value);
    return IntStream.range(0, cells.size())
        .filter(i -> words.get(i).get(at).equals(row))
        .mapToObj(cells::get)
        .toList();
  }
}
