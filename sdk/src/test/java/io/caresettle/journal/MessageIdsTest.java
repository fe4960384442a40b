package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sdk.TestClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A message id is never given out twice")
@Timeout(180)
class MessageIdsTest {

  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  private final List<Long> reserved = new ArrayList<>();

  @Test
  void anIdIsInstitutionTimeInShanghaiSlotAndCounter() {
    MessageIds ids = ids(0);
    assertEquals("TEST0000000120261120100000" + "07" + "00", ids.next());
    assertEquals("TEST0000000120261120100000" + "07" + "01", ids.next());
    clock.advance(Duration.ofSeconds(61));
    assertEquals("TEST0000000120261120100101" + "07" + "00", ids.next());
  }

  @Test
  void aBurstOfMoreThanAHundredASecondRunsAheadOfTheClock() {
    MessageIds ids = ids(0);
    Set<String> all = take(ids, 250);
    assertEquals(250, all.size());
    assertEquals("TEST0000000120261120100002" + "07" + "50", ids.next());
  }

  @Test
  void aClockSetBackRepeatsNothing() {
    MessageIds ids = ids(0);
    Set<String> all = take(ids, 30);
    clock.set(Duration.ofDays(-1));
    all.addAll(take(ids, 30));
    clock.set(Duration.ofDays(1));
    all.addAll(take(ids, 30));
    assertEquals(90, all.size());
  }

  @Test
  void aSecondIsReservedBeforeAnyIdOfItIsGivenOut() {
    MessageIds ids = ids(0);
    for (int i = 0; i < 3_000; i++) {
      long second = clock.instant().getEpochSecond() + i / 100;
      ids.next();
      assertTrue(reserved.get(reserved.size() - 1) >= second);
    }
    assertTrue(reserved.size() < 5, "one write to the disk serves many ids");
  }

  @Test
  void aRestartRepeatsNothingAlsoWithTheClockSetBack(@TempDir Path folder) {
    Set<String> all = new HashSet<>();
    for (int restart = 0; restart < 5; restart++) {
      try (SqliteJournal journal =
          SqliteJournal.open(
              folder.resolve("j.db"),
              "TEST00000001",
              7,
              TestJournalKeys.standard(),
              clock,
              new SecureRandom(),
              entry -> {})) {
        for (int i = 0; i < 150; i++) {
          assertTrue(all.add(journal.nextMessageId()));
        }
      }
      clock.set(Duration.ofSeconds(restart % 2 == 0 ? -3600 : 1));
    }
  }

  @Test
  void aLifeBeginsWhileIdsAreCountedOutAndNoneIsOfTheSlotBefore(@TempDir Path folder)
      throws InterruptedException {
    AtomicLong second = new AtomicLong(clock.instant().getEpochSecond());
    Clock leaping = leaping(second);
    List<String> wrong = new CopyOnWriteArrayList<>();
    try (SqliteJournal journal =
        SqliteJournal.open(
            folder.resolve("j.db"),
            "TEST00000001",
            7,
            TestJournalKeys.standard(),
            leaping,
            new SecureRandom(),
            entry -> {})) {
      AtomicBoolean begun = new AtomicBoolean();
      Thread counting =
          new Thread(
              () -> {
                while (!begun.get()) {
                  int durable = journal.slot();
                  String id = journal.nextMessageId();
                  if (Integer.parseInt(id.substring(26, 28)) < durable) {
                    wrong.add(id + " in the life of slot " + durable);
                  }
                }
              });
      counting.setDaemon(true);
      counting.start();
      for (int slot = 8; slot < 90; slot++) {
        journal.begin("%032x".formatted(slot), slot);
      }
      begun.set(true);
      counting.join();
    }
    assertEquals(List.of(), wrong);
  }

  /** Each id of it has to be reserved anew. */
  private static Clock leaping(AtomicLong second) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.ofEpochSecond(second.addAndGet(20));
      }
    };
  }

  private MessageIds ids(long reservedUntil) {
    return new MessageIds("TEST00000001", 7, clock, reservedUntil, reserved::add);
  }

  private static Set<String> take(MessageIds ids, int count) {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < count; i++) {
      all.add(ids.next());
    }
    return all;
  }
}
