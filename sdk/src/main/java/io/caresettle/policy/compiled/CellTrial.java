package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.PolicyValue;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Makes one step with every number it can ever have. */
final class CellTrial {

  private final CompiledPack pack;
  private final StepDraft step;
  private final List<Dimension> by;

  CellTrial(CompiledPack pack, StepDraft step) {
    this.pack = pack;
    this.step = step;
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    for (String name : step.valueNames()) {
      pack.value(name).ifPresent(series -> dimensions.addAll(series.by()));
    }
    this.by = List.copyOf(dimensions);
  }

  void run(BiConsumer<String, String> refused) {
    for (LocalDate day : pack.changes()) {
      for (List<String> cell : Cells.words(pack.header(), by)) {
        Optional<String> reason = refusal(day, cell);
        if (reason.isPresent()) {
          String where = cell.isEmpty() ? "" : " for " + String.join("/", cell);
          refused.accept(step.basis().id(), reason.get() + where + " on " + day);
          return;
        }
      }
    }
  }

  private Optional<String> refusal(LocalDate day, List<String> cell) {
    try {
      StepMaker.Numbers numbers = (name, fen) -> number(name, day, cell);
      new StepMaker(step, numbers, pack.accumulators(), Grade.A).make();
      return Optional.empty();
    } catch (ParameterNotPublished e) {
      // Legal: only a bill that needs the number is refused.
      return Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private PolicyValue number(String name, LocalDate day, List<String> words) {
    ValueSeries series = pack.value(name).orElseThrow();
    int index = 0;
    for (Dimension dimension : series.by()) {
      List<String> all = pack.header().words(dimension);
      index = index * all.size() + all.indexOf(words.get(by.indexOf(dimension)));
    }
    return PlanMaker.number(series, series.on(day), index);
  }
}
