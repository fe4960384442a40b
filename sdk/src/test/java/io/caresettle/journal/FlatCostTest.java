package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sdk.TestClock;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a bill costs does not depend on how many there were before it")
class FlatCostTest {

  @TempDir Path folder;
  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");

  @Test
  void whatIsOpenIsFoundWithoutLookingThroughAllBills() throws SQLException {
    try (SqliteJournal journal = open()) {
      end(journal, 0, 20);
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("j.db"));
        Statement statement = connection.createStatement();
        ResultSet plan =
            statement.executeQuery(
                "EXPLAIN QUERY PLAN SELECT position FROM record WHERE bill = 'B1'"
                    + " ORDER BY position");
        ResultSet open =
            connection.createStatement().executeQuery("SELECT count(*) FROM open_bill")) {
      assertTrue(plan.getString("detail").contains("record_of_bill"), plan.getString("detail"));
      assertEquals(0, open.getInt(1));
    }
  }

  /** A measurement, in the deep tier only. */
  @Test
  void costsAreMeasuredAtAThousandAndAHundredThousandBills() {
    if (!"deep".equals(System.getProperty("caresettle.tier"))) {
      return;
    }
    try (SqliteJournal journal = open()) {
      end(journal, 0, 1_000);
      long[] few = measure(journal, 1_000_000);
      end(journal, 1_000, 100_000);
      long[] many = measure(journal, 2_000_000);
      String said =
          String.format(
              Locale.ROOT,
              "of %.2f, append %.2f, unfinished %.2f (us: %d %d %d)",
              many[0] / (double) few[0],
              many[1] / (double) few[1],
              many[2] / (double) few[2],
              many[0] / 1000,
              many[1] / 1000,
              many[2] / 1000);
      System.out.println("Cost at 100,000 bills beside 1,000: " + said);
      // The median of a busy machine; a scan would make it a hundred.
      assertTrue(many[0] < 3 * few[0] && many[1] < 3 * few[1] && many[2] < 3 * few[2], said);
    }
  }

  private static long[] measure(SqliteJournal journal, int base) {
    journal.append(List.of(draft(base, RecordType.SETTLE_INTENT)));
    return new long[] {
      median(i -> journal.of(bill(i))),
      median(i -> journal.append(List.of(draft(base + i, RecordType.QUOTED)))),
      median(i -> journal.unfinished())
    };
  }

  private static long median(java.util.function.IntConsumer work) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 301; i++) {
      long before = System.nanoTime();
      work.accept(i);
      times.add(System.nanoTime() - before);
    }
    return times.stream().sorted().toList().get(150);
  }

  private static void end(SqliteJournal journal, int from, int to) {
    for (int i = from; i < to; i += 250) {
      List<Draft> drafts = new ArrayList<>();
      for (int j = i; j < Math.min(to, i + 250); j++) {
        drafts.add(draft(j, RecordType.SETTLE_INTENT));
        drafts.add(draft(j, RecordType.SETTLED));
        drafts.add(draft(j, RecordType.ACKNOWLEDGED));
      }
      journal.append(drafts);
    }
  }

  private static BillId bill(int i) {
    return new BillId("TEST00000001", "B" + i);
  }

  private static Draft draft(int i, RecordType type) {
    return new Draft(bill(i), type, "M" + i, "body: " + "x".repeat(200));
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
}
