package io.caresettle.centre;

import java.time.Duration;

/**
 * Where the centre countersigns the head of a terminal's audit chain. As with every call of a
 * {@link Centre}, nothing is thrown for what the line or the other end does.
 */
@FunctionalInterface
public interface AuditDesk {

  /**
   * Has a head countersigned. A lost answer is asked for again for as long as {@code within} lasts:
   * the same head gets the same receipt. A head that is older than, or not on the line of, what was
   * countersigned before is refused; at the next sign-in, the centre says what follows.
   */
  Reply<Countersigned> anchor(int terminalSlot, ChainHead head, Duration within);
}
