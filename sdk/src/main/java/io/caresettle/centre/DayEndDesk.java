package io.caresettle.centre;

import java.time.Duration;

/**
 * Where a day's book is compared with the centre's (对账). As with every call of a {@link Centre},
 * nothing is thrown for what the line or the other end does; nothing here moves money, and a lost
 * answer is asked for again for as long as {@code within} lasts.
 */
public interface DayEndDesk {

  /** Compares the sums of a closed day; a day that is still open is refused. */
  Reply<ComparedDay> compare(DayTotals ours, Duration within);

  /** A page of the settlements of a day, also of one that is still open. */
  Reply<DayPage> details(DayQuestion asked, Duration within);
}
