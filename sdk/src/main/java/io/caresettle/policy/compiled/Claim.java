package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.Citation;
import java.util.List;

/** One reading of the law, where several places say something about the same number. */
public record Claim(List<Cell> cells, Citation source) {
  public Claim {
    cells = List.copyOf(cells);
  }
}
