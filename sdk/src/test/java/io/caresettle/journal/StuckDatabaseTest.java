package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.sdk.TestClock;
import io.caresettle.split.BillId;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@DisplayName("A till whose database does not come back says so, and does not wait for ever")
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class StuckDatabaseTest {

  private static final String INSTITUTION = "TEST00000001";
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Duration NEVER = Duration.ofHours(1);

  @Test
  void aLockThatNobodyGivesBackEndsTheWaitingAndTheTillGoesOnOnceItIsFree() throws SQLException {
    String url = Databases.fresh();
    try (Journal journal = open(url, new Deadlines(NEVER, SOON, NEVER));
        Connection other = DriverManager.getConnection(url);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT opening FROM life FOR UPDATE");
      JournalUnavailable inTheWay =
          assertThrows(JournalUnavailable.class, () -> journal.append(List.of(quoted())));
      assertEquals(JournalUnavailable.Reason.OTHER_TILL, inTheWay.reason());
      other.rollback();
      assertEquals(1, journal.append(List.of(quoted())).size());
    }
  }

  @Test
  void anAnswerThatNeverComesEndsTheWaiting() throws SQLException {
    assertSaysSo(new Deadlines(SOON, NEVER, NEVER));
  }

  @Test
  void whoeverSetsADeadlineElsewhereIsObeyed() {
    Properties login = new Properties();
    login.setProperty("socketTimeout", "5");
    assertEquals("5", Deadlines.OF_A_TILL.with(login).getProperty("socketTimeout"));
    assertEquals("30", Deadlines.OF_A_TILL.with(new Properties()).getProperty("socketTimeout"));
  }

  private static void assertSaysSo(Deadlines deadlines) throws SQLException {
    String url = Databases.fresh();
    try (Journal journal = open(url, deadlines);
        Connection other = DriverManager.getConnection(url);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT opening FROM life FOR UPDATE");
      assertThrows(JournalUnavailable.class, () -> journal.append(List.of(quoted())));
      other.rollback();
      // Nobody knows what became of it, so the journal is suspect until it is opened again.
      assertThrows(JournalUnavailable.class, () -> journal.append(List.of(quoted())));
    }
  }

  private static Journal open(String url, Deadlines deadlines) {
    return PostgresJournal.open(
        url,
        new Properties(),
        deadlines,
        INSTITUTION,
        7,
        TestJournalKeys.standard(),
        new TestClock("2026-11-20T02:00:00Z"),
        new SecureRandom(),
        entry -> {});
  }

  private static Draft quoted() {
    return new Draft(new BillId(INSTITUTION, "B1"), RecordType.QUOTED, "", "body: 1\n");
  }
}
