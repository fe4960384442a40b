package io.caresettle.sdk;

import io.caresettle.protocol.certificate.ExpiryAlarm;
import io.caresettle.split.BillId;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Sees that a terminal works, and never for whom. Every method is called on threads that have other
 * work to do, so it should be quick; what it throws is dropped.
 */
public interface TerminalListener {

  /**
   * A message was given to the line.
   *
   * @param type such as SETTLE
   * @param bytes before sealing
   * @param sealedBytes as they went out
   */
  default void messageSent(String type, int bytes, int sealedBytes) {}

  /** An authentic message came; the sizes as in {@link #messageSent}. */
  default void messageReceived(String type, int bytes, int sealedBytes) {}

  /**
   * The other end could not prove to be the centre, or an answer brought what the centre did not
   * sign. The session is closed. Alarm: whoever keeps the keys should look at the line.
   *
   * @param type of the message that was to be sent or answered, such as SETTLE
   */
  default void notAuthentic(String type) {}

  /**
   * There is no session with the centre at this address; the next one is tried, where there is one.
   *
   * @param reason whose turn it is, in a sentence that names no key and no person
   */
  default void centreAddressFailed(InetSocketAddress address, String reason) {}

  /**
   * This terminal's certificates have to be renewed, soon or at once, or have expired. Told when
   * the terminal opens, by its own clock, and when it signs in, by the centre's; never while there
   * is nothing to do. The terminal refuses nothing because of it, and {@link ExpiryAlarm#text} is
   * for the counter's screen.
   */
  default void keysExpire(ExpiryAlarm alarm) {}

  /**
   * A record is durable.
   *
   * @param type such as SETTLE_INTENT
   */
  default void recordAppended(long position, String type, BillId bill) {}

  /**
   * How many bills there are of which nobody knows how they ended. A number that stays is alarm.
   */
  default void unresolved(int bills) {}

  /**
   * Somebody has to do something, and the alarm says what. Told when it is raised, and again when
   * what it says has changed; {@link Terminal#alarms} lists those that stand.
   */
  default void alarm(Alarm alarm) {}

  /**
   * The centre takes this journal for a copy of another that is in use, or for a new one beside it.
   * The terminal has taken the slot that it was granted; an {@link #alarm} says what to do.
   *
   * @param grantedSlot the slot that stands in its message ids from now on
   */
  default void journalIsCopy(int grantedSlot) {}

  /**
   * Both sides disagree about a bill, and only a person or the day's details end that. Alarm.
   *
   * @param reason names no person
   */
  default void disputed(BillId bill, String reason) {}

  /**
   * An answer of the centre lacks something, or contradicts itself or what was sent.
   *
   * @param name such as {@code FUND_PARTS}
   * @param contradicts whether it was not believed for that; its bill is then disputed
   * @param what Chinese with English beside it; names no person
   */
  default void answerFinding(String name, boolean contradicts, String what) {}

  /** The terminal closed, and these bills are unfinished. */
  default void closedWithOpenBills(List<BillId> bills) {}
}
