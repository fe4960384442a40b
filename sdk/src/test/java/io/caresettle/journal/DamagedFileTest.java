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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that was cut or damaged is found out when the till opens it")
@Timeout(200)
class DamagedFileTest {

  private static final int TRIALS = 150;

  @TempDir Path folder;
  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");

  @Test
  void aBitThatFlipsIsFoundOrChangesNothing() throws IOException {
    byte[] whole = journal();
    List<String> before = contents();
    SplittableRandom random = new SplittableRandom(7);
    int found = 0;
    for (int i = 0; i < TRIALS; i++) {
      byte[] flipped = whole.clone();
      int at = random.nextInt(whole.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      if (isRefused(flipped)) {
        found++;
      } else {
        assertEquals(before, contents(), "a flip at byte " + at);
      }
    }
    assertTrue(found > TRIALS / 4, "found " + found);
  }

  @Test
  void aFileThatWasCutIsFound() throws IOException {
    byte[] whole = journal();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 40; i++) {
      int length = 1 + random.nextInt(whole.length - 1);
      assertTrue(isRefused(Arrays.copyOf(whole, length)), "cut to " + length);
    }
  }

  private byte[] journal() throws IOException {
    try (SqliteJournal journal = open()) {
      for (int i = 0; i < 30; i++) {
        journal.append(
            List.of(
                draft(i, RecordType.SETTLE_INTENT, "M" + i),
                draft(i, RecordType.SETTLED, "M" + i)));
      }
      journal.keepCertificates("key-1", new byte[300]);
      journal.note(
          List.of(
              new ActDraft(
                  ActKind.RESOLVED, "V-1", "op-7", clock.instant(), "wish: x", new byte[64])));
    }
    return Files.readAllBytes(folder.resolve("j.db"));
  }

  private boolean isRefused(byte[] bytes) throws IOException {
    Files.deleteIfExists(folder.resolve("j.db-wal"));
    Files.deleteIfExists(folder.resolve("j.db-shm"));
    Files.write(folder.resolve("j.db"), bytes);
    try {
      open().close();
      return false;
    } catch (JournalUnavailable refused) {
      return true;
    }
  }

  private List<String> contents() {
    List<String> all = new ArrayList<>();
    try (SqliteJournal journal = open()) {
      for (int i = 0; i < 30; i++) {
        journal.of(bill(i)).forEach(entry -> all.add(entry + entry.body()));
      }
      journal.actsOf(LocalDate.of(2026, 11, 20)).forEach(act -> all.add(act.toString()));
      all.add(journal.unfinished().toString());
      all.add(journal.epoch() + journal.head());
      all.add("" + journal.certificates("key-1").size());
    }
    return all;
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

  private static BillId bill(int i) {
    return new BillId("TEST00000001", "B" + i);
  }

  private static Draft draft(int i, RecordType type, String messageId) {
    return new Draft(bill(i), type, messageId, "body: " + "x".repeat(300));
  }
}
