package io.caresettle.sim.readings;

import io.caresettle.policy.plan.Remark;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.policy.plan.WorkingLine;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

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

  /** How often each remark was made. */
  Map<Remark, Long> remarks() {
    Map<Remark, Long> all = new EnumMap<>(Remark.class);
    for (Remark remark : Remark.values()) {
      all.put(remark, of("remark " + remark));
    }
    return all;
  }

  /** How often each kind of step ran or, where it tells nothing, stood in a plan that ran. */
  Map<StepKind, Long> steps() {
    Map<StepKind, Long> all = new EnumMap<>(StepKind.class);
    for (StepKind kind : StepKind.values()) {
      all.put(kind, Math.max(of("step " + kind.id()), of("planned " + kind.id())));
    }
    return all;
  }

  @Override
  public String toString() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((name, adder) -> sums.put(name, adder.sum()));
    return sums.toString();
  }
}
