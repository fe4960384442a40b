package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who pays what for one bill.
 *
 * <p>Money is neither made nor lost here: the payers' parts always add up to {@link #total}. A
 * split that does not balance cannot be constructed, so no caller needs to check.
 *
 * @param total the bill
 * @param parts what each payer pays; a payer without a part may be absent
 */
public record SettlementSplit(Money total, Map<Payer, Money> parts) {

  /**
   * @throws IllegalArgumentException when a part is negative or the parts do not add up to the
   *     total
   */
  public SettlementSplit {
    EnumMap<Payer, Money> kept = new EnumMap<>(Payer.class);
    Money paid = Money.ZERO;
    for (Map.Entry<Payer, Money> part : parts.entrySet()) {
      if (part.getValue().isNegative()) {
        throw new IllegalArgumentException(
            part.getKey() + " cannot pay " + part.getValue() + " yuan");
      }
      paid = paid.plus(part.getValue());
      if (part.getValue().fen() > 0) {
        kept.put(part.getKey(), part.getValue());
      }
    }
    if (!paid.equals(total)) {
      throw new IllegalArgumentException(
          "The payers' parts add up to " + paid + " yuan, but the bill is " + total + " yuan");
    }
    parts = Map.copyOf(kept);
  }

  /** What {@code payer} pays; zero where the payer has no part in this bill. */
  public Money paidBy(Payer payer) {
    return parts.getOrDefault(payer, Money.ZERO);
  }
}
