package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who pays what for one bill.
 *
 * <p>Money is neither made nor lost here: the payers' parts and the other layers always add up to
 * {@link #total}. A split that does not balance cannot be constructed, so no caller needs to check;
 * nor can another layer pay more than the public ones left to the person, for then accounts and
 * cash would have to be less than nothing.
 *
 * @param total the bill
 * @param parts what each payer pays; a payer without a part may be absent
 * @param others what commercial insurers and mutual funds pay, in the order of payment
 */
public record SettlementSplit(Money total, Map<Payer, Money> parts, List<OtherLayer> others) {

  /** Nobody pays but those whom the law names. */
  public SettlementSplit(Money total, Map<Payer, Money> parts) {
    this(total, parts, List.of());
  }

  /**
   * @throws IllegalArgumentException when a part is negative, another layer pays twice, or all of
   *     it does not add up to the total
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
    others = List.copyOf(others);
    Set<String> payers = new HashSet<>();
    for (OtherLayer other : others) {
      if (!payers.add(other.payer().id())) {
        throw new IllegalArgumentException(other.payer().id() + " pays twice");
      }
      paid = paid.plus(other.amount());
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

  /** What commercial insurers and mutual funds pay together. */
  public Money paidByOthers() {
    Money paid = Money.ZERO;
    for (OtherLayer other : others) {
      paid = paid.plus(other.amount());
    }
    return paid;
  }
}
