package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.journal.Draft;
import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.RecordType;
import io.caresettle.journal.SqliteJournal;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.split.BillId;
import io.caresettle.tool.Site.Run;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("journal show, backup and destroy: what a journal tells, its copy, and its end")
class JournalDaysTest {

  private static final String CODE = "TEST00000001";
  private static final BillId BILL = new BillId(CODE, "B1");

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void aBillOfAnEarlierDay() {
    site = new Site(folder, TrustProfile.PRODUCTION);
    site.withStore(
            "keys",
            "new",
            "--party=TILL-3",
            "--institution=" + CODE,
            "--out=" + site.file("request"))
        .ends(0);
    site.issue("request", "certificates.pem", Site.YEAR);
    site.withStore(
            "keys", "install", site.file("certificates.pem"), "--root=" + site.file("root.pem"))
        .ends(0);
    keep(RecordType.SETTLE_INTENT, "M1", "operator: op-7\ntotal: 12.30\n");
    keep(RecordType.REFUSED, "M1", "code: E1\nzh: 余额不足\nen: too little\nmasked-name: 测**\n");
  }

  private void keep(RecordType type, String messageId, String body) {
    Instant earlier = Site.NOW.minus(Duration.ofDays(3));
    try (SqliteJournal journal =
        SqliteJournal.open(
            site.path("till.db"),
            CODE,
            7,
            JournalKeys.of(site.keys().encryption(), List.of(), Optional.empty()),
            Clock.fixed(earlier, ZoneOffset.UTC),
            site.random,
            e -> {})) {
      journal.append(List.of(new Draft(BILL, type, messageId, body)));
    }
  }

  private Run journal(String command, String... more) {
    String[] args = new String[4 + more.length];
    args[0] = "journal";
    args[1] = command;
    args[2] = "--journal=" + site.file("till.db");
    args[3] = "--json";
    System.arraycopy(more, 0, args, 4, more.length);
    return command.equals("backup") ? site.run(args) : site.withStore(args);
  }

  @Test
  void aBillsStoryIsToldInBothLanguages() {
    Run told = journal("show", "B1").ends(0);
    assertTrue(told.out().contains("中心拒绝，未动资金：余额不足 [E1]"), told.out());
    assertTrue(told.out().contains("operator op-7 began to settle"), told.out());
    journal("show", "B9").ends(2);
  }

  @Test
  void aCopyIsMadeAndLookedThroughAndADatabaseServersIsNot() {
    Run copied = journal("backup", "--out=" + site.file("copy.db")).ends(0);
    assertTrue(copied.out().contains("\"holds\": true"), copied.out());
    journal("backup", "--out=" + site.file("copy.db")).ends(2);
    Run server =
        site.run("journal", "backup", "--journal=jdbc:postgresql://db/x", "--out=x").ends(2);
    assertTrue(server.err().contains("pg_dump"), server.err());
  }

  @Test
  void aDayIsDestroyedAndTheChainStillHolds() {
    String today = Times.day(Site.NOW).toString();
    Run destroyed = journal("destroy", "--before=" + today).ends(0);
    assertTrue(destroyed.out().contains("\"records\": 2"), destroyed.out());
    Run gone = journal("show", "B1");
    assertTrue(gone.err().contains("is destroyed"), gone.err());
    site.run("journal", "verify", "--journal=" + site.file("till.db")).ends(0);
    journal("destroy", "--before=" + Times.day(Site.NOW).plusDays(1)).ends(2);
  }
}
