package io.caresettle.sdk;

import io.caresettle.journal.ActKind;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.Duty;
import io.caresettle.operator.Shift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The alarms that stand, each told once to whoever listens, and once to each operator on duty: what
 * the operator signs for is how the journal keeps them.
 */
final class Alarms {

  private record Told(Shift shift, Alarm alarm) {}

  private final Map<Alarm.Kind, Alarm> standing = new EnumMap<>(Alarm.Kind.class);
  private final Set<Told> told = ConcurrentHashMap.newKeySet();
  private final Consumer<Alarm> listener;

  Alarms(Consumer<Alarm> listener) {
    this.listener = listener;
  }

  void raise(Alarm alarm) {
    boolean fresh;
    synchronized (standing) {
      fresh = !alarm.equals(standing.put(alarm.kind(), alarm));
    }
    if (fresh) {
      listener.accept(alarm);
    }
  }

  void over(Alarm.Kind kind) {
    synchronized (standing) {
      standing.remove(kind);
    }
  }

  List<Alarm> standing() {
    synchronized (standing) {
      return new ArrayList<>(standing.values());
    }
  }

  /** What the operator of {@code shift} signed for. */
  List<Alarm> told(Shift shift) {
    return told.stream()
        .filter(one -> one.shift().equals(shift))
        .map(Told::alarm)
        .sorted(Comparator.comparing(Alarm::kind))
        .toList();
  }

  /** The operator of {@code shift} is told of all that stand, and signs for each once. */
  Shift tell(Duty duty, Shift shift) {
    for (Alarm alarm : standing()) {
      if (told.add(new Told(shift, alarm))) {
        duty.note(
            shift,
            ActKind.ALARM_TOLD,
            "",
            new ActBody().put("alarm", alarm.kind()).put("zh", alarm.zh()).put("en", alarm.en()));
      }
    }
    return shift;
  }
}
