package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.money.VoluntaryPayer;

/**
 * What a commercial insurer or a mutual fund pays of one bill, after the public layers (R-OTH-01)
 * and by leave of the person (R-DATA-07). The figure is the payer's own answer and no law's.
 *
 * @param authorisation the number of the person's leave to tell the payer of this settlement
 */
public record OtherLayer(VoluntaryPayer payer, Money amount, String authorisation) {

  /**
   * @throws IllegalArgumentException when it pays nothing, or less
   */
  public OtherLayer {
    if (amount.fen() <= 0) {
      throw new IllegalArgumentException(
          payer.id() + " cannot pay " + amount + " yuan: expected more than nothing");
    }
  }
}
