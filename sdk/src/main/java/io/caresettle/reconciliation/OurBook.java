package io.caresettle.reconciliation;

import io.caresettle.journal.Journal;
import io.caresettle.journal.RecordType;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.settlement.DayBook;
import io.caresettle.split.BillId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attempts around one day, as the journal holds them; each bill is read once. */
final class OurBook {

  /** So far a machine's clock may be wrong: what is further off is found by the centre's word. */
  private static final int DAYS_AROUND = 3;

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final LocalDate day;
  private final DayBook book;
  private final Map<BillId, List<BookedAttempt>> read = new LinkedHashMap<>();
  private final Set<BillId> unreadable = new LinkedHashSet<>();

  OurBook(LocalDate day, Journal journal, DayBook book) {
    this.day = day;
    this.book = book;
    Instant from = day.minusDays(DAYS_AROUND).atStartOfDay().toInstant(CHINA);
    Instant to = day.plusDays(DAYS_AROUND + 1).atStartOfDay().toInstant(CHINA);
    journal.having(RecordType.SETTLE_INTENT, from, to).forEach(this::look);
    journal.unfinished().forEach(this::look);
  }

  /** Also at these: the centre has named them. */
  void lookAt(Collection<BillId> bills) {
    bills.forEach(this::look);
  }

  private void look(BillId bill) {
    if (read.containsKey(bill) || unreadable.contains(bill)) {
      return;
    }
    try {
      read.put(bill, book.attempts(bill));
    } catch (RecordUnreadable e) {
      // It is told in the report, and the other bills are compared all the same.
      unreadable.add(bill);
    }
  }

  Stream<BookedAttempt> attempts() {
    return read.values().stream().flatMap(List::stream);
  }

  /** Each bill that was looked at and was ever to be settled, with its last attempt. */
  Map<BillId, BookedAttempt> known() {
    return attempts()
        .filter(BookedAttempt::last)
        .collect(Collectors.toMap(BookedAttempt::bill, Function.identity()));
  }

  List<BookedAttempt> ofTheDay() {
    return attempts().filter(attempt -> attempt.day().equals(day)).toList();
  }

  /** What has not ended, of this day or before. */
  List<BookedAttempt> open() {
    return attempts()
        .filter(attempt -> attempt.end().isCarriedOver() && !attempt.day().isAfter(day))
        .toList();
  }

  List<BillId> unreadable() {
    return List.copyOf(unreadable);
  }

  /** Whose settlements are summed: this till's own, and those of the journal's earlier lives. */
  Set<Integer> slots(int own) {
    Set<Integer> slots = new TreeSet<>(Set.of(own));
    ofTheDay().forEach(attempt -> slots.add(slot(attempt.messageId())));
    return slots;
  }

  /** A message id is institution 12, time 14, slot 2, counter 2. */
  private static int slot(String messageId) {
    return Integer.parseInt(messageId.substring(26, 28));
  }
}
