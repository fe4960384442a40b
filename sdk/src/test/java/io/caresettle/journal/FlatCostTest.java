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
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a bill costs does not depend on how many there were before it")
class FlatCostTest {

  private static final List<String> MEASURED =
      List.of("of", "append", "unfinished", "a whole bill");
  private static final int ROUNDS = 5;

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

  /**
   * A measurement. Each size is measured in several rounds, of which the least median counts: what
   * else the machine does only ever adds. {@code -Dcaresettle.bills=N} stops earlier.
   */
  @Test
  @Tag("deep")
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void costsAreFlatFromAThousandToAMillionBills() {
    int most = Integer.getInteger("caresettle.bills", 1_000_000);
    try (SqliteJournal journal = open()) {
      end(journal, 0, 1_000);
      long[] few = measure(journal, 10_000_000);
      List<String> said = new ArrayList<>();
      boolean flat = true;
      int bills = 1_000;
      for (int next : new int[] {100_000, 1_000_000}) {
        if (next > most) {
          break;
        }
        end(journal, bills, next);
        bills = next;
        long[] many = measure(journal, 10 * next + 20_000_000);
        said.add(times(next, few, many));
        for (int i = 0; i < few.length; i++) {
          flat &= many[i] * 10 <= few[i] * 13;
        }
      }
      System.out.println(said);
      assertTrue(flat, said.toString());
    }
  }

  private static String times(int bills, long[] few, long[] many) {
    StringBuilder text = new StringBuilder("at " + bills + " bills beside 1000:");
    for (int i = 0; i < few.length; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              " %s %d.%02d (%d us)",
              MEASURED.get(i),
              many[i] / few[i],
              many[i] * 100 / few[i] % 100,
              many[i] / 1000));
    }
    return text.toString();
  }

  private static long[] measure(SqliteJournal journal, int base) {
    long[] least = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
    for (int round = 0; round < ROUNDS; round++) {
      int from = base + round * 1_000;
      least[0] = Math.min(least[0], median(i -> journal.of(bill(i))));
      least[1] =
          Math.min(
              least[1], median(i -> journal.append(List.of(draft(from + i, RecordType.QUOTED)))));
      least[2] = Math.min(least[2], median(i -> journal.unfinished()));
      least[3] = Math.min(least[3], median(i -> wholeBill(journal, from + 500 + i)));
    }
    return least;
  }

  private static void wholeBill(SqliteJournal journal, int i) {
    for (RecordType type :
        List.of(
            RecordType.QUOTED,
            RecordType.SETTLE_INTENT,
            RecordType.SETTLED,
            RecordType.ACKNOWLEDGED)) {
      journal.append(List.of(draft(i, type)));
    }
  }

  private static long median(IntConsumer work) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 201; i++) {
      long before = System.nanoTime();
      work.accept(i);
      times.add(System.nanoTime() - before);
    }
    return times.stream().sorted().toList().get(100);
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
