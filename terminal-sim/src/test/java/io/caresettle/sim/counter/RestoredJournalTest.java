package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.card.CardReader;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.journal.Backup;
import io.caresettle.policy.plan.CareType;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sdk.Alarm;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalConfig;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Await;
import io.caresettle.sim.SignedIn;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.Noticed;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A journal that is a copy of one that went on")
@Timeout(120)
class RestoredJournalTest {

  private static final BillId LEFT_OPEN = Bench.bill("B2");

  @TempDir Path folder;
  private Simulator simulator;
  private Path journal;
  private Path copy;
  private final Map<Terminal, Counter> counters = new HashMap<>();

  @BeforeEach
  void open() {
    simulator = Simulator.start(folder, Simulator.atTen());
    journal = folder.resolve("till-" + Simulator.HOSPITAL.code() + ".db");
    copy = folder.resolve("copy.db");
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  private TerminalConfig.Builder config() {
    return simulator
        .hospital()
        .deadline(Bench.PATIENCE)
        .rounds(Duration.ofMillis(200))
        .backoff(tries -> Duration.ofSeconds(2));
  }

  private SettlementOutcome settle(Terminal terminal, String number, Duration within) {
    Counter counter =
        counters.computeIfAbsent(
            terminal, t -> SignedIn.at(t).counter(TestOperators.key("cashier-1")));
    String visit = "V-" + number;
    Patient patient =
        counter.identify(
            new CardReader()
                .read(simulator.card("P0000001"), simulator.authenticator(), Simulator.DEMO_DAY),
            simulator.registration("P0000001", visit));
    Eligibility may =
        counter.eligibility(patient, new Visit(visit, CareType.OUTPATIENT, Simulator.DEMO_DAY));
    FeeLine line = FeeLine.of("1", "TEST-0006", "100.00", "10");
    Quote quote = counter.quote(may, new Bill(Bench.bill(number), List.of(line)));
    return counter.settle(quote.bill(), quote, within);
  }

  private void settled(Terminal terminal, String number) {
    assertInstanceOf(
        SettlementOutcome.Settled.class, settle(terminal, number, Duration.ofSeconds(20)));
  }

  /** Two bills, of which the second is open when the copy is made; then it goes on. */
  private void copiedWithAnOpenBill(Terminal original) {
    settled(original, "B1");
    simulator.centre().faults().loseNext(MessageType.SETTLE);
    simulator.centre().faults().loseNext(MessageType.QUERY);
    assertInstanceOf(SettlementOutcome.Unknown.class, settle(original, "B2", Bench.UNANSWERED));
    assertTrue(Backup.make(journal, copy).holds());
    assertInstanceOf(
        SettlementOutcome.Settled.class,
        original.resolve(
            original.takeShift(TestOperators.key("supervisor-1")),
            LEFT_OPEN,
            Wish.WANTED,
            Duration.ofSeconds(60)));
    original.acknowledge(LEFT_OPEN);
    settled(original, "B3");
  }

  private static boolean isAlarmed(Terminal terminal, Alarm.Kind kind) {
    return terminal.alarms().stream().anyMatch(alarm -> alarm.kind() == kind);
  }

  private static List<String> messages(Path file) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (var look = DriverManager.getConnection("jdbc:sqlite:" + file);
        var rows =
            look.createStatement()
                .executeQuery(
                    "SELECT message_id FROM record WHERE type = 'SETTLE_INTENT' ORDER BY"
                        + " position")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private static String slot(String messageId) {
    return messageId.substring(26, 28);
  }

  private void assertGoesOnAsACopy(Terminal second) {
    Await.until(() -> isAlarmed(second, Alarm.Kind.JOURNAL_IS_COPY));
    assertEquals("restored copy", second.disputeOf(LEFT_OPEN).orElseThrow());
    Await.until(() -> isAlarmed(second, Alarm.Kind.HELD_BY_CENTRE_ONLY));
    String lost = second.disputeOf(Bench.bill("B3")).orElseThrow();
    assertTrue(lost.startsWith("lost journal: ours has none; the centre's stands "), lost);
    assertTrue(second.unfinished().containsAll(List.of(LEFT_OPEN, Bench.bill("B3"))));
    assertEquals(List.of(Noticed.Kind.COPY_OLDER), noticed());
  }

  private List<Noticed.Kind> noticed() {
    return simulator.centre().noticed().stream().map(Noticed::kind).toList();
  }

  @Test
  @DisplayName("made while the original ran: both settle, and no message id is used twice")
  void copiedWhileRunning() throws SQLException {
    try (Terminal original = Terminal.open(config().build())) {
      copiedWithAnOpenBill(original);
      try (Terminal second = Terminal.open(config().journal(copy).build())) {
        assertGoesOnAsACopy(second);
        settled(second, "B4");
        settled(original, "B5");
        // What the copy holds open stands, and nobody undid it.
        assertEquals(5, simulator.centre().settlementsStanding());
        assertTrue(simulator.centre().books().balance());
      }
      List<String> ours = messages(journal);
      List<String> copys = messages(copy);
      assertEquals(4, ours.size());
      assertEquals(ours.subList(0, 2), copys.subList(0, 2));
      assertEquals("01", slot(ours.get(3)));
      assertNotEquals("01", slot(copys.get(2)));
      assertEquals(
          5, new HashSet<>(List.of(ours, copys).stream().flatMap(List::stream).toList()).size());
    }
  }

  @Test
  @DisplayName("restored from a backup: it goes on with a slot of its own, also after a restart")
  void restoredFromABackup() throws IOException, SQLException {
    try (Terminal original = Terminal.open(config().build())) {
      copiedWithAnOpenBill(original);
    }
    for (String tail : List.of("-wal", "-shm")) {
      Files.deleteIfExists(Path.of(journal + tail));
    }
    Files.copy(copy, journal, StandardCopyOption.REPLACE_EXISTING);
    try (Terminal restored = Terminal.open(config().build())) {
      assertGoesOnAsACopy(restored);
    }
    try (Terminal again = Terminal.open(config().build())) {
      settled(again, "B4");
      assertEquals("restored copy", again.disputeOf(LEFT_OPEN).orElseThrow());
      // A person wants it, and it turns out to stand.
      assertInstanceOf(
          SettlementOutcome.Settled.class,
          again.resolve(
              again.takeShift(TestOperators.key("supervisor-1")),
              LEFT_OPEN,
              Wish.WANTED,
              Duration.ofSeconds(60)));
      assertEquals(4, simulator.centre().settlementsStanding());
      assertEquals(List.of(Noticed.Kind.COPY_OLDER), noticed());
    }
    List<String> ids = messages(journal);
    assertEquals(3, new HashSet<>(ids).size());
    assertNotEquals("01", slot(ids.get(2)));
  }
}
