package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.sdk.TestClock;
import io.caresettle.split.BillId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A bit that flips in a value of any table that proves something")
@Timeout(200)
class DamagedTablesTest {

  private static final int TRIALS = 12;
  private static final BillId BILL = new BillId("TEST00000001", "B1");

  @TempDir Path folder;
  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");

  /** Behind SQLite's back there is no index to contradict it: only the chain can find it. */
  @ParameterizedTest(name = "{0} is found by a look, and by the next opening where it is recent")
  @ValueSource(
      strings = {
        "record.body",
        "record.message_id",
        "act.body",
        "act.visit",
        "certificates.encoded",
        "anchor.receipt",
        "link.digest",
        "life.epoch"
      })
  void isFound(String column) throws IOException, SQLException {
    String[] named = column.split("\\.", -1);
    byte[] whole = journal();
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < TRIALS; i++) {
      Files.deleteIfExists(folder.resolve("j.db-wal"));
      Files.deleteIfExists(folder.resolve("j.db-shm"));
      Files.write(folder.resolve("j.db"), whole);
      flip(named[0], named[1], random);
      assertTrue(isRefused(), column + " at trial " + i);
    }
  }

  private boolean isRefused() {
    try (RestingJournal resting = RestingJournal.open(folder.resolve("j.db"))) {
      if (resting.verify(List.of()).holds()) {
        return false;
      }
    } catch (JournalUnavailable refused) {
      return true;
    }
    try {
      open().close();
      return false;
    } catch (JournalUnavailable refused) {
      return true;
    }
  }

  /** One bit of one value, with its guards taken off for as long as that takes. */
  private void flip(String table, String column, SplittableRandom random) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("j.db"));
        Statement statement = connection.createStatement()) {
      List<String> guards = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '"
                  + table
                  + "'")) {
        while (rows.next()) {
          guards.add(rows.getString(1));
          guards.add(rows.getString(2));
        }
      }
      for (int i = 0; i < guards.size(); i += 2) {
        statement.execute("DROP TRIGGER " + guards.get(i));
      }
      long count = Schema.number(connection, "SELECT count(*) FROM " + table);
      change(connection, table, column, random, random.nextLong(count));
      for (int i = 1; i < guards.size(); i += 2) {
        statement.execute(guards.get(i));
      }
    }
  }

  private static void change(
      Connection connection, String table, String column, SplittableRandom random, long row)
      throws SQLException {
    String key =
        table.equals("link") || table.equals("life") || table.equals("certificates")
            ? "number"
            : "position";
    try (Statement statement = connection.createStatement();
        ResultSet at =
            statement.executeQuery(
                "SELECT "
                    + key
                    + ", CAST("
                    + column
                    + " AS BLOB), typeof("
                    + column
                    + ") FROM "
                    + table
                    + " ORDER BY "
                    + key
                    + " LIMIT 1 OFFSET "
                    + row)) {
      at.next();
      byte[] value = at.getBytes(2);
      boolean text = at.getString(3).equals("text");
      if (value == null || value.length == 0) {
        value = new byte[] {'x'};
      } else {
        value[random.nextInt(value.length)] ^= (byte) (text ? 1 : 1 << random.nextInt(8));
      }
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE "
                  + table
                  + " SET "
                  + column
                  + " = CAST(? AS "
                  + (text ? "TEXT" : "BLOB")
                  + ") WHERE "
                  + key
                  + " = ?")) {
        update.setBytes(1, value);
        update.setLong(2, at.getLong(1));
        assertEquals(1, update.executeUpdate());
      }
    }
  }

  private byte[] journal() throws IOException {
    try (SqliteJournal journal = open()) {
      for (int i = 0; i < 8; i++) {
        journal.append(List.of(draft(RecordType.SETTLE_INTENT, id(i))));
        journal.append(List.of(draft(RecordType.REVERSED, id(i))));
        journal.note(
            List.of(
                new ActDraft(
                    ActKind.RESOLVED, "V-" + i, "op-7", clock.instant(), "a: b", new byte[64])));
      }
      journal.keepCertificates("key-1", new byte[300]);
      byte[] receipt = new byte[200];
      Arrays.fill(receipt, (byte) 7);
      journal.keepAnchor(journal.head(), receipt);
      journal.append(List.of(draft(RecordType.ACKNOWLEDGED, "")));
    }
    return Files.readAllBytes(folder.resolve("j.db"));
  }

  private SqliteJournal open() {
    return SqliteJournal.open(
        folder.resolve("j.db"),
        "TEST00000001",
        7,
        TestJournalKeys.standard(),
        clock,
        new SecureRandom(),
        e -> {});
  }

  /** In even digits: a bit that flips makes no other id of these. */
  private static String id(int i) {
    return "M" + (i / 4 * 20 + i % 4 * 2);
  }

  private static Draft draft(RecordType type, String messageId) {
    return new Draft(BILL, type, messageId, "body: " + "x".repeat(100));
  }
}
