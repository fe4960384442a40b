package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.split.BillId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Another process that fills the small disk on which its journal is, and says what happened. */
final class FillsDisk {

  private static final String BODY = "x".repeat(4000);

  private FillsDisk() {}

  public static void main(String[] args) throws IOException, SQLException {
    Path file = Path.of(args[0]);
    int kept = 0;
    try (SqliteJournal journal = open(file)) {
      say("journal open");
      kept = beginUntilRefused(journal);
      say("begun " + kept);
      for (int i = 0; i < 100; i++) {
        journal.append(List.of(draft(i, RecordType.REVERSE_INTENT, "R" + i)));
        journal.append(List.of(draft(i, RecordType.REVERSED, "R" + i)));
      }
      say("undone 100");
      fill(file.resolveSibling("filler"));
      writeUntilFull(journal);
    }
    Files.delete(file.resolveSibling("filler"));
    try (SqliteJournal journal = open(file)) {
      int found = 0;
      while (!journal.of(bill(found)).isEmpty()) {
        found++;
      }
      say("found " + found);
      say(found >= kept && journal.of(bill(99)).size() >= 3 ? "all kept, " : "lost, ");
    }
    try (RestingJournal resting = RestingJournal.open(file)) {
      say(resting.verify(List.of()).holds() ? "all kept, chain holds" : "chain broken");
    }
  }

  private static int beginUntilRefused(SqliteJournal journal) {
    for (int i = 0; ; i++) {
      try {
        journal.append(List.of(draft(i, RecordType.SETTLE_INTENT, "M" + i)));
      } catch (JournalUnavailable e) {
        say("begins refused: " + e.getMessage());
        return i;
      }
    }
  }

  private static void fill(Path filler) throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      say("filled");
    }
  }

  private static void writeUntilFull(SqliteJournal journal) {
    try {
      for (int i = 0; i < 100_000; i++) {
        journal.append(List.of(draft(0, RecordType.LATE_ANSWER, "")));
      }
      say("never full");
    } catch (JournalUnavailable e) {
      say("full: " + (String.valueOf(e.getMessage()).contains("cannot keep") ? "cannot keep" : e));
    }
  }

  private static void say(String what) {
    System.out.println(String.format(Locale.ROOT, "%s", what));
  }

  private static BillId bill(int i) {
    return new BillId("TEST00000001", "B" + i);
  }

  private static Draft draft(int i, RecordType type, String messageId) {
    return new Draft(bill(i), type, messageId, BODY);
  }

  private static SqliteJournal open(Path file) {
    return SqliteJournal.open(
        file,
        "TEST00000001",
        8,
        TestJournalKeys.standard(),
        Clock.systemUTC(),
        new SecureRandom(),
        entry -> {},
        LocalDisk.real(),
        2 << 20);
  }
}
