package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.journal.AuditHead;
import io.caresettle.journal.Draft;
import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.RecordType;
import io.caresettle.journal.SqliteJournal;
import io.caresettle.journal.TestJournalKeys;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.split.BillId;
import io.caresettle.tool.Site.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("journal verify: whether anybody changed a journal, and what is proven of it")
class JournalVerifyTest {

  private static final BillId BILL = new BillId("TEST00000001", "B1");

  @TempDir Path folder;
  private Site site;
  private AuditHead signed;

  @BeforeEach
  void aJournalWithASignedHead() {
    site = new Site(folder, TrustProfile.PRODUCTION);
    try (SqliteJournal journal =
        SqliteJournal.open(
            site.path("till.db"),
            "TEST00000001",
            7,
            JournalKeys.of(TestJournalKeys.TERMINAL, List.of(), Optional.empty()),
            Clock.systemUTC(),
            site.random,
            e -> {})) {
      journal.append(List.of(new Draft(BILL, RecordType.QUOTED, "", "")));
      signed = journal.head();
      journal.keepAnchor(signed, new byte[] {1, 2, 3});
      journal.append(List.of(new Draft(BILL, RecordType.ACKNOWLEDGED, "", "")));
    }
  }

  private Run verify(String... more) {
    String[] args = new String[3 + more.length];
    args[0] = "journal";
    args[1] = "verify";
    args[2] = "--journal=" + site.file("till.db");
    System.arraycopy(more, 0, args, 3, more.length);
    return site.run(args);
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + site.file("till.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP TRIGGER record_is_never_changed");
      statement.executeUpdate("DROP TRIGGER record_is_never_deleted");
      statement.executeUpdate("DROP TRIGGER links_are_never_deleted");
      statement.executeUpdate("DROP TRIGGER anchors_are_never_deleted");
      statement.executeUpdate(sql);
    }
  }

  @Test
  void aWholeJournalSaysWhatIsAnchoredAndWhatIsNot() throws IOException {
    Run found = verify("--json", "--anchors=" + site.file("anchors")).ends(0);
    assertTrue(found.out().contains("\"holds\": true"), found.out());
    assertTrue(found.out().contains("\"unproven\": 2"), found.out());
    assertTrue(found.out().contains(signed.digest()), found.out());
    assertEquals(3, Files.readAllBytes(site.path("anchors/anchor-000001.receipt")).length);
    Run people = verify().ends(0);
    assertTrue(people.out().contains("完整 holds: 是 yes"), people.out());
  }

  @Test
  void aChangedRecordIsNamed() throws SQLException {
    change("UPDATE record SET type = 'REFUSED' WHERE position = 1");
    Run found = verify("--json").ends(1);
    assertTrue(found.out().contains("\"fault\": \"CHANGED\""), found.out());
    assertTrue(verify().ends(1).out().contains("内容被改动 record 1 changed"), found.out());
    assertTrue(found.err().contains("keep the file as it is"), found.err());
  }

  @Test
  void aHeadOnPaperShowsThatTheEndWasCutOff() throws SQLException {
    change("DELETE FROM link WHERE number > 1; DELETE FROM record; DELETE FROM anchor");
    assertTrue(verify().ends(0).out().contains("nothing is anchored"));
    String head = "--head=" + signed.epoch() + ":" + signed.position() + ":" + signed.digest();
    assertTrue(verify("--json", head).ends(1).out().contains("TRUNCATED"));
    verify("--head=somewhere").ends(2);
  }
}
