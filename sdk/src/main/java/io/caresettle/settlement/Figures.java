package io.caresettle.settlement;

import io.caresettle.centre.Receipt;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;

/** Both sums of one bill: by what and by whom. */
record Figures(ScopeCut cut, SettlementSplit split) {

  static Figures of(Receipt receipt) {
    return new Figures(receipt.cut(), receipt.split());
  }
}
