package io.caresettle.sim.readings;

import io.caresettle.policy.plan.Remark;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.policy.plan.WorkingLine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** What the bills of a test met, so that nobody takes a thousand dull bills for a proof. */
final class Tally {

  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

  void count(String what) {
    counts.computeIfAbsent(what, name -> new LongAdder()).increment();
  }

  void count(WorkingLine line) {
    count("step " + line.basis().kind().id());
    count("remark " + line.remark());
    count("formula " + line.formula());
  }

  long of(String what) {
    LongAdder adder = counts.get(what);
    return adder == null ? 0 : adder.sum();
  }

  /** The remarks that were never made. */
  List<Remark> remarksMissed() {
    return Stream.of(Remark.values()).filter(remark -> of("remark " + remark) == 0).toList();
  }

  /** The kinds of step that never ran. */
  List<StepKind> stepsMissed() {
    // One of them runs after all others and has no working.
    return Stream.of(StepKind.values())
        .filter(kind -> of("step " + kind.id()) == 0)
        .filter(kind -> kind != StepKind.ALLOCATE || of("planned allocate") == 0)
        .toList();
  }

  @Override
  public String toString() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((name, adder) -> sums.put(name, adder.sum()));
    return sums.toString();
  }
}
