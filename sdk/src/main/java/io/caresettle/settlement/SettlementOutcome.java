package io.caresettle.settlement;

import io.caresettle.problem.NextStep;
import io.caresettle.split.BillId;
import io.caresettle.split.SettlementSplit;
import java.util.function.Function;

/** How a settlement ended, told by what the cashier must do next. */
public sealed interface SettlementOutcome {

  /** Which bill it is. */
  BillId bill();

  /** Done, with the figures that the patient confirmed. Print the slip. */
  record Settled(BillId bill, String settlementId, SettlementSplit split)
      implements SettlementOutcome {}

  /** Done, but not with the confirmed figures. Nothing is printed until someone has decided. */
  record SettledDifferently(Settled settled, SettlementSplit confirmed)
      implements SettlementOutcome {

    @Override
    public BillId bill() {
      return settled.bill();
    }
  }

  /**
   * Not done, and no money moved. Show the reason and the next step.
   *
   * @param legalBasis text, article and paragraph, such as SZ 62¶1; empty where no article decides
   */
  record Refused(BillId bill, String code, String zh, String en, String legalBasis, NextStep next)
      implements SettlementOutcome {

    /** Chinese with English beside it. */
    public String reason() {
      return zh + " / " + en;
    }
  }

  /** Nobody here knows. The resolver is finding out; nobody settles or reverses meanwhile. */
  record Unknown(BillId bill, long journalPosition, String messageId)
      implements SettlementOutcome {}

  /** Handles every ending; a new one breaks the build of whoever forgot it. */
  default <T> T fold(
      Function<? super Settled, ? extends T> settled,
      Function<? super SettledDifferently, ? extends T> differently,
      Function<? super Refused, ? extends T> refused,
      Function<? super Unknown, ? extends T> unknown) {
    if (this instanceof Settled s) {
      return settled.apply(s);
    } else if (this instanceof SettledDifferently d) {
      return differently.apply(d);
    } else if (this instanceof Refused r) {
      return refused.apply(r);
    }
    return unknown.apply((Unknown) this);
  }
}
