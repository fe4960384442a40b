package io.caresettle.sim.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults that somebody asked for by name. Each acts once. */
final class NamedFaults implements Faults {

  private record Waiting(String moment, int passed, Fault fault) {}

  private final Map<String, Integer> passed = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();

  /** The {@code nth} piece of that name since the proxy started, or the next where it is 0. */
  synchronized void ask(String moment, int nth, Fault fault) {
    waiting.add(new Waiting(moment, nth, fault));
  }

  @Override
  public synchronized Optional<Fault> at(int line, Direction direction, String moment) {
    int number = passed.merge(moment, 1, Integer::sum);
    int ofAll = passed.merge(FaultText.ANY, 1, Integer::sum);
    Optional<Waiting> first =
        waiting.stream()
            .filter(w -> isNow(w, moment, number) || isNow(w, FaultText.ANY, ofAll))
            .findFirst();
    first.ifPresent(waiting::remove);
    return first.map(Waiting::fault);
  }

  private static boolean isNow(Waiting w, String moment, int number) {
    return w.moment().equals(moment) && (w.passed() == 0 || w.passed() == number);
  }
}
