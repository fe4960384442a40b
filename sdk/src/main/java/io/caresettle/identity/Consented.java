package io.caresettle.identity;

import io.caresettle.money.Money;
import io.caresettle.split.BillId;
import java.util.List;

/**
 * That the consents to one bill were looked at, line by line: the ticket to its settlement. Only
 * {@link ConsentCheck} makes one.
 */
public final class Consented {

  private final BillId bill;
  private final Consents consents;
  private final Money upTo;
  private final List<String> unasked;

  /**
   * @param upTo the most that the centre may count as out of scope
   * @param unasked lines that nobody agreed to in full, for the catalogue has them in scope
   */
  Consented(BillId bill, Consents consents, Money upTo, List<String> unasked) {
    this.bill = bill;
    this.consents = consents;
    this.upTo = upTo;
    this.unasked = List.copyOf(unasked);
  }

  /** What no catalogue has, such as a premium: there is no line out of scope to agree to. */
  public static Consented notAsked(BillId bill) {
    return new Consented(bill, Consents.none(), Money.ZERO, List.of());
  }

  public BillId bill() {
    return bill;
  }

  /** What was agreed to. */
  public Consents consents() {
    return consents;
  }

  /**
   * The most that was agreed to of what no fund pays: of each line that the catalogue has out of
   * scope no more than its total; of the whole bill where every line was agreed to in full.
   */
  public Money upTo() {
    return upTo;
  }

  List<String> unasked() {
    return unasked;
  }

  /** Names the bill and nobody. */
  @Override
  public String toString() {
    return "Consented[" + bill + ", up to " + upTo + "]";
  }
}
