package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.FeeLine;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.TrialBody;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A day of two hundred bills, some doubled, some reversed before, after or twice")
class RandomDayTests {

  private static final List<String> PERSONS =
      List.of("P0000001", "P0000002", "P0000004", "P0000006");

  @TempDir Path folder;

  @Test
  @DisplayName("leaves the books in balance after every message")
  void balances() {
    long seed = Long.getLong("caresettle.seed", 20_261_120L);
    System.out.println("seed " + seed + " (-Dcaresettle.seed=" + seed + ")");
    Random random = new Random(seed);
    MovableClock clock = new MovableClock();
    int expected = 0;
    // Seven persons go to and fro between three houses all day, faster than anybody can.
    CentreSettings settings = TestCentre.settings(folder, clock).withTwoPlacesWindow(Duration.ZERO);
    try (CentreDesk desk = CentreDesk.open(settings)) {
      TestTill hospital = new TestTill(desk, TestTill.HOSPITAL);
      TestTill pharmacy = new TestTill(desk, TestTill.PHARMACY);
      for (int bill = 1; bill <= 200; bill++) {
        TestTill till = random.nextInt(3) == 0 ? pharmacy : hospital;
        expected += oneBill(random, desk, till, "B" + bill) ? 1 : 0;
        assertBalanced(desk);
        assertEquals(expected, desk.settlementsStanding());
      }
      assertTrue(expected > 50 && expected < 200, "The day had no variety: " + expected);
    }
  }

  /** Whether the bill stands in the end. */
  private static boolean oneBill(Random random, CentreDesk desk, TestTill till, String bill) {
    TrialBody body = body(random, till, bill);
    Quote quote = till.quote(body);
    String id = till.nextId();
    int fate = random.nextInt(10);
    if (fate == 0) {
      return false; // the patient walked away
    }
    if (fate == 1) {
      till.reverse(id, bill);
      assertBalanced(desk);
    }
    SettlementDocument document = till.document(id, quote, body).build();
    var first = till.settleBytes(id, document);
    assertBalanced(desk);
    if (fate <= 3) {
      assertEquals(first, till.settleBytes(id, document));
    }
    if (fate == 4 || fate == 5) {
      till.reverse(id, bill);
      assertBalanced(desk);
      till.reverse(id, bill);
    }
    return fate != 1 && fate != 4 && fate != 5;
  }

  private static TrialBody body(Random random, TestTill till, String bill) {
    List<FeeLine> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      String code = String.format("TEST-%04d", 1 + random.nextInt(30));
      lines.add(line("L" + i, code, 1 + random.nextInt(60_000_000), 1 + random.nextInt(40_000)));
    }
    String person = PERSONS.get(random.nextInt(PERSONS.size()));
    return till.body(bill, person, lines.toArray(FeeLine[]::new)).build();
  }

  private static void assertBalanced(CentreDesk desk) {
    Books books = desk.books();
    assertTrue(books.balance(), () -> books.faults().toString());
  }
}
