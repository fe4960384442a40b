package io.caresettle.sim.whomay;

import io.caresettle.money.Payer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one purse stands for one benefit.
 *
 * @param leftOut that the law opens it and nobody published what it pays: a bill is settled without
 * @param until the last day on which this holds, where dates decide it
 */
record Row(
    Purse purse, boolean open, boolean leftOut, Optional<String> until, List<Reason> reasons) {

  Row {
    reasons = List.copyOf(reasons);
  }

  Row(Purse purse, boolean open, Optional<String> until, List<Reason> reasons) {
    this(purse, open, false, until, reasons);
  }

  /** The same, paying nothing as long as nobody publishes its number. */
  Row leftOut(Reason because) {
    return new Row(
        purse, open, true, until, Stream.concat(Stream.of(because), reasons.stream()).toList());
  }

  String state() {
    if (!open) {
      return "关闭 closed";
    }
    return leftOut ? "未定 unknown" : "开放 open";
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
