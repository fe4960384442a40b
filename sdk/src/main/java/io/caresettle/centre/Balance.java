package io.caresettle.centre;

import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;

/** The two sums of one bill: by what and by whom. */
final class Balance {

  private Balance() {}

  static void check(ScopeCut cut, SettlementSplit split) {
    if (!cut.total().equals(split.total())) {
      throw new IllegalArgumentException(
          "The bill is cut into "
              + cut.total()
              + " yuan, but "
              + split.total()
              + " yuan are split among the payers");
    }
  }
}
