package io.caresettle.writing.sheet;

import io.caresettle.money.Money;
import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.Unit;
import java.math.BigDecimal;

/** Numbers of a pack as they stand in a text of the law: yuan, percent, a fraction. */
final class Figures {

  private static final Said UNKNOWN = new Said("未公布", "not published");

  private Figures() {}

  static Said of(Unit unit, Cell cell) {
    if (cell.isUnknown()) {
      return UNKNOWN;
    }
    return switch (unit) {
      case FEN -> new Said(yuan(cell.amount()) + " 元", "");
      case BASIS_POINTS -> Said.plain(percent(cell.amount()));
      case RATIO -> Said.plain(cell.toString());
      case MONTHS, DAYS, YEARS, COUNT, MONTH_DAY, YES_NO, CHOICE, SET -> Rulings.of(unit, cell);
    };
  }

  /** Yuan with commas between the thousands. */
  static String yuan(long fen) {
    StringBuilder text = new StringBuilder(new Money(fen).toString());
    for (int at = text.length() - 6; at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  private static String percent(long basisPoints) {
    BigDecimal hundredths = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
    return hundredths.toPlainString() + " %";
  }
}
