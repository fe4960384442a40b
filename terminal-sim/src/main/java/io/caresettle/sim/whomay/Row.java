package io.caresettle.sim.whomay;

import io.caresettle.money.Payer;
import java.util.List;
import java.util.Optional;

/**
 * How one purse stands for one benefit.
 *
 * @param until the last day on which this holds, where dates decide it
 */
record Row(Purse purse, boolean open, Optional<String> until, List<Reason> reasons) {

  Row {
    reasons = List.copyOf(reasons);
  }

  /** Something that may pay. */
  record Purse(String id, String zh, String en) {

    static final Purse LONG_TERM_CARE =
        new Purse("long-term-care-fund", "长期护理基金", "long-term-care fund");

    static Purse of(Payer payer) {
      return new Purse(payer.id(), payer.zh(), payer.en());
    }
  }
}
