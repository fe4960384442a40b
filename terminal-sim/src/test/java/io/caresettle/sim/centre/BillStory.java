package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static io.caresettle.sim.centre.TestTill.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.TrialBody;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One bill of one person at a hospital, at a centre of its own whose books balance in the end. */
abstract class BillStory {

  static final String PERSON = "P0000001";

  @TempDir Path folder;
  final MovableClock clock = new MovableClock();
  CentreDesk desk;
  TestTill till;
  TrialBody body;

  @BeforeEach
  void open() {
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
    // 300.00 in scope, 120.00 deducted, 70 % of 180.00 is 126.00; own part 174.00 + 50.00 class C.
    body =
        till.body(
                "B1",
                PERSON,
                line("1", "TEST-0001", 300_000_000, 10_000),
                line("2", "TEST-0009", 50_000_000, 10_000))
            .build();
  }

  @AfterEach
  void theBooksBalance() {
    Books books = desk.books();
    assertTrue(books.balance(), () -> books.faults().toString());
    desk.close();
  }

  void restart() {
    desk.close();
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
    for (int i = 0; i < 50; i++) {
      till.nextId();
    }
  }

  static void assertRefused(Reason reason, SettleAnswer answer) {
    assertEquals(reason.name(), answer.getRefusal().getCode());
  }

  void assertNothingMoved() {
    assertEquals(0, desk.settlementsStanding());
    assertEquals(100_000, desk.books().fen("account:" + PERSON));
    assertEquals(0, desk.books().fen("fund:pool"));
    assertTrue(
        till
            .lookUp("V-nothing", PERSON)
            .getPerson()
            .getEnrolments(0)
            .getYearToDateMap()
            .values()
            .stream()
            .allMatch(sum -> sum == 0));
  }
}
