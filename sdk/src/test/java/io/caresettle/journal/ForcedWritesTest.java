package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sdk.TestClock;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An act that only asks for what is recorded next")
class ForcedWritesTest {

  private static final BillId BILL = new BillId("TEST00000001", "B1");

  @TempDir Path folder;
  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  private final AtomicInteger forced = new AtomicInteger();

  @Test
  void sharesItsForcedWriteAndStandsBeforeIt() {
    try (Journal journal = open()) {
      // The day's key.
      journal.append(List.of(draft(RecordType.QUOTED)));
      int before = forced.get();
      journal.noteWithNext(List.of(act("V-1")));
      assertEquals(List.of(), journal.unfinished());
      journal.append(List.of(draft(RecordType.SETTLE_INTENT)));
      assertEquals(before + 1, forced.get());
      assertEquals(1, journal.acts("V-1").size());
    }
    try (RestingJournal resting = RestingJournal.open(folder.resolve("j.db"))) {
      assertTrue(resting.verify(List.of()).holds());
    }
  }

  @Test
  void isKeptByItselfAMomentLaterAndAtTheEnd() {
    try (Journal journal = open()) {
      journal.append(List.of(draft(RecordType.QUOTED)));
      int before = forced.get();
      journal.noteWithNext(List.of(act("V-1")));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (forced.get() == before && System.nanoTime() < end) {
        LockSupport.parkNanos(1_000_000);
      }
      assertEquals(before + 1, forced.get());
      journal.noteWithNext(List.of(act("V-2")));
    }
    try (Journal journal = open()) {
      assertEquals(1, journal.acts("V-1").size());
      assertEquals(1, journal.acts("V-2").size());
    }
  }

  private Journal open() {
    return JournalPlace.file(folder.resolve("j.db"))
        .watched(forced::incrementAndGet)
        .open("TEST00000001", 7, TestJournalKeys.standard(), clock, new SecureRandom(), e -> {});
  }

  private ActDraft act(String visit) {
    return new ActDraft(ActKind.RESOLVED, visit, "op-7", clock.instant(), "a: b", new byte[64]);
  }

  private static Draft draft(RecordType type) {
    return new Draft(BILL, type, "M1", "body: 1\n");
  }
}
