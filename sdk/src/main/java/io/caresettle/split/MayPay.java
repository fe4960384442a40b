package io.caresettle.split;

import io.caresettle.money.VoluntaryPayer;

/**
 * That somebody may pay a part of a bill which no estimate knows: by a contract that is no law, so
 * only the centre's trial tells how much.
 */
public record MayPay(VoluntaryPayer payer) {

  public String zh() {
    return "个人负担部分可能由" + payer.name() + "（" + payer.kind().zh() + "）赔付，金额以预结算为准";
  }

  public String en() {
    return "Of the person's own part, some may be paid by "
        + payer.name()
        + " ("
        + payer.kind().en()
        + "): how much is known only at the trial";
  }
}
