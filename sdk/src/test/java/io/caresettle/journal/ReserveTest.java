package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.sdk.TestClock;
import io.caresettle.split.BillId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a till's disk must have, and what happens when it has it no more")
@Timeout(180)
class ReserveTest {

  private static final BillId BILL = new BillId("TEST00000001", "B1");
  private static final long BYTES = 1 << 20;

  @TempDir Path folder;
  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  private final AtomicLong usable = new AtomicLong(100 * BYTES);

  private SqliteJournal open(String type) {
    LocalDisk disk =
        new LocalDisk() {
          @Override
          public String type(Path folder) {
            return type;
          }

          @Override
          public long usable(Path folder) throws IOException {
            if (usable.get() < 0) {
              throw new IOException("the disk does not answer");
            }
            return usable.get();
          }
        };
    return SqliteJournal.open(
        folder.resolve("j.db"),
        "TEST00000001",
        7,
        TestJournalKeys.standard(),
        clock,
        new SecureRandom(),
        e -> {},
        disk,
        BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfs4", "cifs", "SMB", "fuse.sshfs", "9p"})
  void aNetworkDriveIsRefusedAndNothingIsMadeThere(String type) {
    JournalUnavailable refused = assertThrows(JournalUnavailable.class, () -> open(type));
    assertTrue(refused.toString().contains("network drive"), refused.toString());
    assertFalse(Files.exists(folder.resolve("j.db")));
  }

  @Test
  void belowTheReserveNothingBeginsAndWhatWasBegunIsUndoneAndClosed() throws IOException {
    Path reserve = folder.resolve("j.db.reserve");
    try (SqliteJournal journal = open("ext4")) {
      journal.append(List.of(draft(RecordType.SETTLE_INTENT, "M1")));
      assertEquals(BYTES, Files.size(reserve));
      usable.set(BYTES - 1);
      JournalUnavailable refused =
          assertThrows(
              JournalUnavailable.class,
              () -> journal.append(List.of(draft(RecordType.SETTLE_INTENT, "M2"))));
      assertTrue(refused.toString().contains("make room on the disk"), refused.toString());
      assertThrows(
          JournalUnavailable.class, () -> journal.append(List.of(draft(RecordType.QUOTED, ""))));
      journal.append(List.of(draft(RecordType.REVERSE_INTENT, "R1")));
      assertTrue(Files.exists(reserve));
      usable.set(10);
      journal.append(List.of(draft(RecordType.REVERSED, "R1")));
      assertFalse(Files.exists(reserve));
      // The room that was given back is no room for a new bill.
      usable.set(BYTES + BYTES / 2);
      assertThrows(
          JournalUnavailable.class,
          () -> journal.append(List.of(draft(RecordType.SETTLE_INTENT, "M3"))));
      journal.append(List.of(draft(RecordType.ACKNOWLEDGED, "")));
      usable.set(100 * BYTES);
      journal.append(List.of(draft(RecordType.SETTLE_INTENT, "M4")));
      assertEquals(BYTES, Files.size(reserve));
    }
  }

  @Test
  void aFullDiskAtStartLetsTheTillUndoAndNothingElse() {
    open("ext4").close();
    usable.set(0);
    try (SqliteJournal journal = open("ext4")) {
      assertFalse(Files.exists(folder.resolve("j.db.reserve")));
      JournalUnavailable full =
          assertThrows(
              JournalUnavailable.class,
              () -> journal.append(List.of(draft(RecordType.SETTLE_INTENT, "M1"))));
      assertEquals(JournalUnavailable.Reason.DISK_FULL, full.reason());
      journal.append(List.of(draft(RecordType.REVERSE_INTENT, "R1")));
    }
  }

  @Test
  void aDiskThatCannotBeLookedAtIsToldAsAJournalThatDoesNotServe() {
    try (SqliteJournal journal = open("ext4")) {
      usable.set(-1);
      JournalUnavailable refused =
          assertThrows(
              JournalUnavailable.class,
              () -> journal.append(List.of(draft(RecordType.SETTLE_INTENT, "M1"))));
      assertTrue(refused.toString().contains("cannot be looked at"), refused.toString());
    }
  }

  @Test
  void aClockThatWasSetBackADayIsToldAndMessageIdsGoOn() {
    String last;
    try (SqliteJournal journal = open("ext4")) {
      journal.append(List.of(draft(RecordType.QUOTED, "")));
      last = journal.nextMessageId();
      assertEquals(Optional.empty(), journal.clockSetBack());
    }
    clock.set(Duration.ofHours(-25));
    try (SqliteJournal journal = open("ext4")) {
      assertEquals(Optional.of(Duration.ofHours(25)), journal.clockSetBack());
      assertTrue(journal.nextMessageId().compareTo(last) > 0);
      clock.set(Duration.ofHours(25));
      assertEquals(Optional.empty(), journal.clockSetBack());
    }
  }

  @Test
  void onADiskThatIsReallyFullNothingIsLostAndBillsAreUndone() throws Exception {
    Path mount = Files.createDirectory(folder.resolve("small"));
    Process process =
        new ProcessBuilder(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o size=12m tmpfs \"$0\" && exec \"$@\"",
                mount.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FillsDisk.class.getName(),
                mount.resolve("j.db").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    if (!said.contains("journal open")) {
      System.out.println("No disk could be filled here, so nothing was tried: " + said.strip());
      return;
    }
    assertTrue(said.contains("begins refused: 磁盘空间不足"), said);
    assertTrue(said.contains("The disk of the journal"), said);
    assertTrue(said.contains("undone 100"), said);
    assertTrue(said.contains("full: cannot keep"), said);
    assertTrue(said.contains("all kept, chain holds"), said);
  }

  private static Draft draft(RecordType type, String messageId) {
    return new Draft(BILL, type, messageId, "body: 1\n");
  }
}
