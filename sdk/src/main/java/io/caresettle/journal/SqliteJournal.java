package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A journal in one SQLite file on a local disk. */
public final class SqliteJournal implements Journal {

  private static final String CLOSING =
      Arrays.stream(RecordType.values())
          .filter(RecordType::closes)
          .map(type -> "'" + type + "'")
          .collect(Collectors.joining(", "));

  private final String institutionCode;
  private final Clock clock;
  private final Consumer<Entry> appended;
  private final JournalLock lock;
  private final JournalWriter writer;
  private final MessageIds ids;
  private final String epoch;

  private SqliteJournal(
      String institutionCode,
      int slot,
      Clock clock,
      Consumer<Entry> appended,
      JournalLock lock,
      Connection connection)
      throws SQLException {
    this.institutionCode = institutionCode;
    this.clock = clock;
    this.appended = appended;
    this.lock = lock;
    this.epoch = text(connection, "SELECT epoch FROM life");
    this.writer =
        new JournalWriter(
            connection,
            Schema.number(connection, "SELECT opening FROM life"),
            "caresettle-journal-" + institutionCode + "-" + slot);
    this.ids =
        new MessageIds(
            institutionCode,
            slot,
            clock,
            Long.parseLong(text(connection, "SELECT message_seconds FROM life")),
            this::reserveMessageSeconds);
  }

  /**
   * Opens the journal in {@code file}, and makes it if there is none.
   *
   * @param slot 0 to 99, this terminal's own part of the institution's message ids
   * @param random names the life of a new journal
   * @param appended hears of every record after it is kept; it must be quick and must not throw
   * @throws JournalUnavailable when another opening has it, when it is another institution's, when
   *     a newer version wrote it, or when the disk does not serve
   */
  public static SqliteJournal open(
      Path file,
      String institutionCode,
      int slot,
      Clock clock,
      RandomGenerator random,
      Consumer<Entry> appended) {
    JournalLock lock = JournalLock.take(file);
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try {
        prepare(connection, institutionCode, random);
        return new SqliteJournal(institutionCode, slot, clock, appended, lock, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      lock.close();
      throw new JournalUnavailable(
          "The journal " + file + " cannot be opened: look at the disk and the file", e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void prepare(Connection connection, String institution, RandomGenerator random)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
    }
    Schema.migrate(connection);
    if (Schema.number(connection, "SELECT count(*) FROM life") == 0) {
      byte[] name = new byte[16];
      random.nextBytes(name);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO life VALUES (?, ?, 0, 0)")) {
        insert.setString(1, institution);
        insert.setString(2, HexFormat.of().formatHex(name));
        insert.executeUpdate();
      }
    }
    String owner = text(connection, "SELECT institution FROM life");
    if (!owner.equals(institution)) {
      throw new JournalUnavailable(
          "The journal belongs to institution "
              + owner
              + ", not to "
              + institution
              + ": name the right file");
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE life SET opening = opening + 1");
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.getString(1);
    }
  }

  @Override
  public String epoch() {
    return epoch;
  }

  @Override
  public List<Entry> append(List<Draft> drafts) {
    for (Draft draft : drafts) {
      requireOurs(draft.bill());
    }
    Instant time = Instant.ofEpochMilli(clock.millis());
    List<Entry> kept = writer.await(connection -> insert(connection, drafts, time));
    kept.forEach(appended);
    return kept;
  }

  private static List<Entry> insert(Connection connection, List<Draft> drafts, Instant time)
      throws SQLException {
    List<Entry> kept = new ArrayList<>(drafts.size());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO record (bill, type, message_id, at_millis, body)"
                + " VALUES (?, ?, ?, ?, ?) RETURNING position")) {
      for (Draft draft : drafts) {
        insert.setString(1, draft.bill().number());
        insert.setString(2, draft.type().name());
        insert.setString(3, draft.messageId());
        insert.setLong(4, time.toEpochMilli());
        insert.setString(5, draft.body());
        try (ResultSet row = insert.executeQuery()) {
          kept.add(
              new Entry(
                  row.getLong(1),
                  draft.bill(),
                  draft.type(),
                  draft.messageId(),
                  time,
                  draft.body()));
        }
      }
    }
    return kept;
  }

  @Override
  public List<Entry> of(BillId bill) {
    requireOurs(bill);
    return writer.await(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT position, type, message_id, at_millis, body FROM record"
                      + " WHERE bill = ? ORDER BY position")) {
            select.setString(1, bill.number());
            try (ResultSet rows = select.executeQuery()) {
              List<Entry> all = new ArrayList<>();
              while (rows.next()) {
                all.add(
                    new Entry(
                        rows.getLong(1),
                        bill,
                        RecordType.valueOf(rows.getString(2)),
                        rows.getString(3),
                        Instant.ofEpochMilli(rows.getLong(4)),
                        rows.getString(5)));
              }
              return all;
            }
          }
        });
  }

  @Override
  public List<BillId> unfinished() {
    return writer.await(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows =
                  statement.executeQuery(
                      // Of a bill that was tried twice, the last attempt counts.
                      "SELECT last.bill FROM (SELECT bill, MAX(position) AS position FROM record"
                          + " WHERE type = 'SETTLE_INTENT' GROUP BY bill) AS last"
                          + " WHERE NOT EXISTS (SELECT 1 FROM record AS later"
                          + " WHERE later.bill = last.bill AND later.position > last.position"
                          + " AND (later.type = 'ACKNOWLEDGED' OR (later.type IN ("
                          + CLOSING
                          + ") AND NOT EXISTS (SELECT 1 FROM record AS unsure"
                          + " WHERE unsure.bill = last.bill AND unsure.type = 'UNKNOWN' AND"
                          + " unsure.position BETWEEN last.position AND later.position))))"
                          + " ORDER BY last.position")) {
            List<BillId> bills = new ArrayList<>();
            while (rows.next()) {
              bills.add(new BillId(institutionCode, rows.getString(1)));
            }
            return bills;
          }
        });
  }

  private void reserveMessageSeconds(long until) {
    writer.await(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE life SET message_seconds = ?")) {
            update.setLong(1, until);
            return update.executeUpdate();
          }
        });
  }

  @Override
  public String nextMessageId() {
    return ids.next();
  }

  @Override
  public void close() {
    writer.close();
    lock.close();
  }

  private void requireOurs(BillId bill) {
    if (!bill.institutionCode().equals(institutionCode)) {
      throw new Misuse(
          "Bill "
              + bill
              + " is not of institution "
              + institutionCode
              + ", which this terminal serves");
    }
  }
}
