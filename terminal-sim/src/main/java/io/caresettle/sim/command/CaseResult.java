package io.caresettle.sim.command;

import io.caresettle.policy.plan.WorkingLine;
import io.caresettle.reading.Fault;
import io.caresettle.reading.ReadingFailed;
import io.caresettle.sim.worked.Difference;
import io.caresettle.sim.worked.WorkedExample;
import io.caresettle.split.BillRejected;
import io.caresettle.split.Estimate;
import io.caresettle.writing.EstimateText;
import io.caresettle.writing.Json;
import java.io.PrintWriter;
import java.util.List;

/** A case of either form, with what came out otherwise than it says. */
sealed interface CaseResult {

  String name();

  String file();

  List<Difference> differences();

  /** What came out, for a person. */
  void show(boolean trace, PrintWriter say);

  /** The same for a program, put into what names the case and its differences. */
  Json json(Json into, boolean trace);

  /** Why it could not be taken; nothing, where it could. */
  default List<String> faults() {
    return List.of();
  }

  default boolean passed() {
    return differences().isEmpty() && faults().isEmpty();
  }

  /** A file that is no case, or a bill that cannot be split: it counts as failed. */
  record Refused(String file, List<String> faults) implements CaseResult {

    public Refused {
      faults = List.copyOf(faults);
    }

    @Override
    public String name() {
      return file;
    }

    @Override
    public List<Difference> differences() {
      return List.of();
    }

    @Override
    public void show(boolean trace, PrintWriter say) {
      // There is nothing of it to show; what is wrong with it is told apart.
    }

    @Override
    public Json json(Json into, boolean trace) {
      return into.putTexts("faults", faults);
    }
  }

  /** A case of our own form. */
  record Own(SplitCase given, Estimate estimate, List<Difference> differences)
      implements CaseResult {

    /**
     * @throws ReadingFailed when bill, person and days do not go together
     */
    static Own of(SplitCase given) {
      try {
        Estimate estimate = given.estimate();
        return new Own(given, estimate, given.differences(estimate));
      } catch (BillRejected e) {
        throw new ReadingFailed(
            e.faults().stream()
                .map(
                    fault ->
                        new Fault(
                            given.file(), 1, 1, fault.field(), fault.found(), fault.expected()))
                .toList());
      }
    }

    @Override
    public String name() {
      return given.name();
    }

    @Override
    public String file() {
      return given.file();
    }

    @Override
    public void show(boolean trace, PrintWriter say) {
      say.println("案例 Case: " + name());
      say.print(EstimateText.table(trace ? estimate : estimate.brief()));
    }

    @Override
    public Json json(Json into, boolean trace) {
      return into.put("estimate", EstimateText.json(trace ? estimate : estimate.brief()));
    }
  }

  /** A worked example of the collection. */
  record Worked(WorkedExample example, List<Difference> differences) implements CaseResult {

    static Worked of(WorkedExample example) {
      return new Worked(example, example.differences());
    }

    @Override
    public String name() {
      return example.id();
    }

    @Override
    public String file() {
      return example.file();
    }

    @Override
    public void show(boolean trace, PrintWriter say) {
      say.println("案例 Case: " + name());
      if (trace) {
        for (List<WorkingLine> working : example.workings()) {
          say.println("计算过程 Working");
          say.print(EstimateText.working(working));
        }
      }
    }

    @Override
    public Json json(Json into, boolean trace) {
      into.put("provenance_class", example.provenance()).put("region", example.region());
      return trace
          ? into.put(
              "workings",
              example.workings().stream()
                  .map(working -> Json.object().put("working", EstimateText.json(working)))
                  .toList())
          : into;
    }
  }
}
