package io.caresettle.sim.simulate;

import io.caresettle.centre.Fate;
import io.caresettle.centre.Reply;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How a defective till misreads what it is told. A sound one misreads nothing. */
final class Misreading {

  private static final int TRIES = 5;

  private final Defect defect;
  private final Map<String, Integer> tries = new HashMap<>();
  private final Set<String> notFound = new HashSet<>();

  Misreading(Defect defect) {
    this.defect = defect;
  }

  Reply<Fate> fate(String messageId, Reply<Fate> told) {
    if (!(told instanceof Reply.Answered<Fate> answered)
        || !(answered.value() instanceof Fate.NotFound)) {
      return told;
    }
    notFound.add(messageId);
    return defect == Defect.NOT_FOUND_IS_FAILED ? new Reply.Answered<>(new Fate.WasUndone()) : told;
  }

  /** Whether it takes a reversal for done without the centre's word. */
  boolean believesUndone(String original) {
    return (defect == Defect.ABSENT_TOO_EARLY && notFound.contains(original))
        || (defect == Defect.REVERSAL_GIVEN_UP && tries.merge(original, 1, Integer::sum) > TRIES);
  }
}
