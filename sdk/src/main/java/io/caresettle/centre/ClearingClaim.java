package io.caresettle.centre;

import io.caresettle.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What an institution may claim for a period (清算): the sums of its settlements that stand, of one
 * clearing class.
 *
 * @param type the centre's word for the class ({@code clr_type})
 * @param way how it is cleared ({@code clr_way}); empty where the centre knows it
 * @param from first day
 * @param to last day, inclusive; in the same month
 * @param settlements how many there are
 * @param total all fees
 * @param recognised the fees that the insurance recognises, as the centre reads the word
 * @param funds what the funds owe, as the centre sums them
 */
public record ClearingClaim(
    String type,
    String way,
    LocalDate from,
    LocalDate to,
    int settlements,
    Money total,
    Money recognised,
    Money funds,
    Money account,
    Money cash) {

  /** The month that it is cleared in. */
  public YearMonth month() {
    return YearMonth.from(from);
  }

  /** The same, cleared in another way. */
  public ClearingClaim by(String anotherWay) {
    return new ClearingClaim(
        type, anotherWay, from, to, settlements, total, recognised, funds, account, cash);
  }
}
