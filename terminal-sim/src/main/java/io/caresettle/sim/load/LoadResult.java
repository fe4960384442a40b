package io.caresettle.sim.load;

import io.caresettle.writing.Json;
import java.util.List;

/**
 * What came of a load.
 *
 * @param disagreements where both sides' books say different things, and what hangs; none is good
 * @param heapBefore bytes in use after the first fifth of the time, once all waste is collected
 * @param heapAfter the same at the end
 */
record LoadResult(List<Level> levels, List<String> disagreements, long heapBefore, long heapAfter) {

  LoadResult {
    levels = List.copyOf(levels);
    disagreements = List.copyOf(disagreements);
  }

  Json json() {
    return Json.object()
        .put("levels", levels.stream().map(Level::json).toList())
        .put("heapBytesEarly", heapBefore)
        .put("heapBytesLate", heapAfter)
        .putTexts("disagreements", disagreements);
  }
}
