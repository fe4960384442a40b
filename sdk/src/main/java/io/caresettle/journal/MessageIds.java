package io.caresettle.journal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Counts out message ids: institution 12, time 14, slot 2, counter 2.
 *
 * <p>Time and counter are one number that only grows, so a clock that is set back, or a hundred ids
 * in one second, make the time part run ahead of the clock and nothing worse.
 *
 * <p>Not every id ends up in a record: a query has one too. So the seconds themselves are reserved,
 * a few at a time and on disk, before any id of theirs is given out; a restart begins behind them.
 */
public final class MessageIds {

  private static final int PER_SECOND = 100;
  private static final int RESERVED_SECONDS = 10;
  // China has had one offset since 1991, and the number must not depend on a time-zone database.
  private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private final String institutionCode;
  private final int slot;
  private final Clock clock;
  private final LongConsumer reserve;
  private long reservedUntil;
  private long last;

  /**
   * @param reservedUntil the last second that was ever reserved, 0 if none
   * @param reserve makes durable that all seconds up to this one are taken
   */
  public MessageIds(
      String institutionCode, int slot, Clock clock, long reservedUntil, LongConsumer reserve) {
    this.institutionCode = institutionCode;
    this.slot = slot;
    this.clock = clock;
    this.reserve = reserve;
    this.reservedUntil = reservedUntil;
    this.last = reservedUntil * PER_SECOND + PER_SECOND - 1;
  }

  /** The next one; never one that was given out before. */
  public synchronized String next() {
    long next = Math.max(last + 1, clock.instant().getEpochSecond() * PER_SECOND);
    long second = next / PER_SECOND;
    if (second > reservedUntil) {
      reserve.accept(second + RESERVED_SECONDS);
      reservedUntil = second + RESERVED_SECONDS;
    }
    last = next;
    return institutionCode
        + TIME.format(LocalDateTime.ofEpochSecond(second, 0, SHANGHAI))
        + twoDigits(slot)
        + twoDigits(next % PER_SECOND);
  }

  /** The slot of the till that gave out this id; -1 where it is none of these. */
  public static int slotOf(String messageId) {
    int from = messageId.length() - 4;
    return from >= 0 && messageId.substring(from).matches("[0-9]{4}")
        ? Integer.parseInt(messageId.substring(from, from + 2))
        : -1;
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }

  /** The last second whose ids may have been given out. */
  synchronized long reservedUntil() {
    return reservedUntil;
  }
}
