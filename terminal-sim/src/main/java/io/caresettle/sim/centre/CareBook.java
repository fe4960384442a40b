package io.caresettle.sim.centre;

import com.google.protobuf.Message;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.CareItem;
import io.caresettle.protocol.wire.CareVisitEnded;
import io.caresettle.protocol.wire.CareVisitStarted;
import io.caresettle.protocol.wire.EndCareVisit;
import io.caresettle.protocol.wire.Split;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Care visits, open, ended and settled. */
record CareBook(Store store) {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Nobody gives care for longer without an end: then it counts for nothing. */
  static final Duration LAPSES = Duration.ofHours(24);

  private static final String COLUMNS =
      "SELECT id, institution, visit, request, person, area, plan, items, started, begun_at,"
          + " start_answer, ended, given, end_answer, settlement, split, receipt FROM care_visit"
          + " WHERE ";

  /**
   * One of them.
   *
   * @param started as told
   * @param begunAt by the centre's clock
   */
  @SuppressWarnings("ArrayRecordComponent") // Lives for one message and is never compared.
  record Entry(
      String id,
      String institution,
      String visit,
      String request,
      String person,
      String area,
      String plan,
      List<String> items,
      Instant started,
      Instant begunAt,
      byte[] startAnswer,
      Optional<Instant> ended,
      Optional<byte[]> given,
      Optional<byte[]> endAnswer,
      Optional<String> settlement,
      Optional<byte[]> split,
      Optional<byte[]> receipt) {

    LocalDate day() {
      return LocalDate.ofInstant(started, CHINA);
    }

    boolean isOpen() {
      return ended.isEmpty();
    }

    /** Open for too long to count. */
    boolean lapsed(Instant now) {
      return isOpen() && begunAt.plus(LAPSES).isBefore(now);
    }

    CareVisitStarted startedAnswer() {
      return read(CareVisitStarted.getDefaultInstance(), startAnswer);
    }

    /** Nothing while it is open. */
    List<CareItem> givenItems() {
      return given
          .map(bytes -> read(EndCareVisit.getDefaultInstance(), bytes).getItemsList())
          .orElse(List.of());
    }

    CareVisitEnded endedAnswer() {
      return read(CareVisitEnded.getDefaultInstance(), endAnswer.orElseThrow());
    }

    Optional<Split> settledSplit() {
      return split.map(bytes -> read(Split.getDefaultInstance(), bytes));
    }
  }

  Optional<Entry> ofVisit(String institution, String visit) {
    return store.one(
        COLUMNS + "institution = ? AND visit = ?", CareBook::entry, institution, visit);
  }

  Optional<Entry> ofRequest(String institution, String request) {
    return store.one(
        COLUMNS + "institution = ? AND request = ?", CareBook::entry, institution, request);
  }

  /** Only at the institution that began it. */
  Entry require(String institution, String id) throws Refused {
    return store
        .one(COLUMNS + "institution = ? AND id = ?", CareBook::entry, institution, id)
        .orElseThrow(CareReason.CARE_VISIT_UNKNOWN::because);
  }

  /** The person's visits, wherever, the earliest first, without those that lapsed. */
  List<Entry> of(String person, Instant now) {
    return store.all(COLUMNS + "person = ? ORDER BY started, id", CareBook::entry, person).stream()
        .filter(entry -> !entry.lapsed(now))
        .toList();
  }

  String newId(LocalDate today) {
    long number = store.number("SELECT COUNT(*) FROM care_visit") + 1;
    return "C" + today.toString().replace("-", "") + String.format(Locale.ROOT, "%08d", number);
  }

  void begin(Entry entry) {
    store.write(
        "INSERT INTO care_visit (id, institution, visit, request, person, area, plan, items,"
            + " started, begun_at, start_answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.id(),
        entry.institution(),
        entry.visit(),
        entry.request(),
        entry.person(),
        entry.area(),
        entry.plan(),
        String.join(" ", entry.items()),
        entry.started().toEpochMilli(),
        entry.begunAt().toEpochMilli(),
        entry.startAnswer());
  }

  /**
   * @param given the message, of which the items are read again
   */
  void end(String id, Instant ended, byte[] given, CareVisitEnded answer) {
    store.write(
        "UPDATE care_visit SET ended = ?, given = ?, end_answer = ? WHERE id = ?",
        ended.toEpochMilli(),
        given,
        answer.toByteArray(),
        id);
  }

  void settle(String id, String settlement, Split split, byte[] receipt, Instant now) {
    store.write(
        "UPDATE care_visit SET settlement = ?, split = ?, receipt = ?, settled_at = ?"
            + " WHERE id = ?",
        settlement,
        split.toByteArray(),
        receipt,
        now.toEpochMilli(),
        id);
  }

  /** A settlement that was undone, by what it was asked with. */
  @SuppressWarnings("ArrayRecordComponent") // Lives for one message and is never compared.
  record Undone(String reason, String operator, byte[] receipt) {}

  Optional<Undone> undone(Entry entry) {
    return store.one(
        "SELECT reason, operator, receipt FROM care_undone WHERE settlement = ?",
        row -> new Undone(row.getString(1), row.getString(2), row.getBytes(3)),
        entry.settlement().orElse(""));
  }

  void undo(String settlement, String cancellation, Undone undone, Instant now) {
    store.write(
        "INSERT INTO care_undone VALUES (?, ?, ?, ?, ?, ?)",
        settlement,
        cancellation,
        undone.reason(),
        undone.operator(),
        undone.receipt(),
        now.toEpochMilli());
  }

  boolean isPaidOut(String settlement) {
    return store.number("SELECT COUNT(*) FROM care_paid_out WHERE settlement = ?", settlement) > 0;
  }

  /** The fund pays the carers for all that stands. */
  void payOut(Instant now) {
    store.write(
        "INSERT OR IGNORE INTO care_paid_out SELECT settlement, ? FROM care_visit"
            + " WHERE settlement IS NOT NULL"
            + " AND settlement NOT IN (SELECT settlement FROM care_undone)",
        now.toEpochMilli());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    long ended = row.getLong(12);
    boolean open = row.wasNull();
    return new Entry(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        List.of(row.getString(8).split(" ", -1)),
        Instant.ofEpochMilli(row.getLong(9)),
        Instant.ofEpochMilli(row.getLong(10)),
        row.getBytes(11),
        open ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended)),
        Optional.ofNullable(row.getBytes(13)),
        Optional.ofNullable(row.getBytes(14)),
        Optional.ofNullable(row.getString(15)),
        Optional.ofNullable(row.getBytes(16)),
        Optional.ofNullable(row.getBytes(17)));
  }

  private static <M extends Message> M read(M prototype, byte[] bytes) {
    try {
      return Messages.read(prototype, bytes);
    } catch (MessageRejected e) {
      throw new IllegalStateException("A stored care visit cannot be read", e);
    }
  }
}
