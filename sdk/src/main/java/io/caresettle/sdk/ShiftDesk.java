package io.caresettle.sdk;

import io.caresettle.operator.Duty;
import io.caresettle.operator.OperatorKey;
import io.caresettle.operator.Shift;
import io.caresettle.problem.Misuse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who is on duty at one terminal, and at which of its counters a patient stands. */
final class ShiftDesk {

  private final Duty duty;
  private final AtomicInteger counters = new AtomicInteger();
  private final Set<CounterPlace> busy = ConcurrentHashMap.newKeySet();

  ShiftDesk(Duty duty) {
    this.duty = duty;
  }

  /** A counter's own name here: one operator may serve at several. */
  String nextCounter() {
    return "counter-" + counters.incrementAndGet();
  }

  Duty duty() {
    return duty;
  }

  Shift handOver(Shift from, OperatorKey to) {
    if (busy.stream().anyMatch(counter -> counter.shift() == from)) {
      throw new Misuse(
          "A patient is still at a counter of "
              + from.operatorId()
              + ": finish and close the counter, or hand the patient over (Counter.handOver)");
    }
    return duty.handOver(from, to);
  }

  void arrived(CounterPlace counter) {
    busy.add(counter);
  }

  void left(CounterPlace counter) {
    busy.remove(counter);
  }
}
