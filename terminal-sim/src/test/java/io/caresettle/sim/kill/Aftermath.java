package io.caresettle.sim.kill;

import io.caresettle.journal.JournalPlace;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.Hanging;
import io.caresettle.split.BillId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is found once nobody is killed any more: three books, and all that anybody was told. */
final class Aftermath {

  private final Simulator simulator;
  private final Load load;
  private final MovedClock clock;

  Aftermath(Simulator simulator, Load load, MovedClock clock) {
    this.simulator = simulator;
    this.load = load;
    this.clock = clock;
  }

  int records() {
    return load.kept().size();
  }

  /** Records that the till said were durable, and that the journal does not have. */
  String recordsLost(String url) throws SQLException {
    Set<String> there = new HashSet<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT position, type, bill FROM record")) {
      while (rows.next()) {
        there.add(rows.getLong(1) + " " + rows.getString(2) + " " + rows.getString(3));
      }
    }
    List<String> lost = new ArrayList<>(load.kept());
    lost.removeAll(there);
    return String.join(", ", lost);
  }

  /** Bills that the program said it has booked, and whose booking it does not have any more. */
  String bookedBillsLost() {
    Set<String> there = new HashSet<>();
    rows().forEach(row -> there.add(row.number() + " " + row.settlementId()));
    List<String> lost = new ArrayList<>(load.said("BOOKED "));
    lost.removeAll(there);
    return String.join(", ", lost);
  }

  /** Bills that the till had begun for a program that never heard of them; other odd things. */
  String strangers() {
    List<String> odd = new ArrayList<>(load.said("STRANGER "));
    load.said("CLOSED ").stream().filter(open -> !open.equals("[]")).forEach(odd::add);
    return String.join(", ", odd);
  }

  String counts() {
    Map<ProgramBooks.Stage, Integer> counts = new HashMap<>();
    rows().forEach(row -> counts.merge(row.stage(), 1, Integer::sum));
    return counts + " at the centre " + simulator.centre().settlementsStanding();
  }

  /** Where the program's books, the journal and the centre's books say different things. */
  String disagreements() {
    List<String> found = new ArrayList<>();
    try (Terminal terminal =
        Terminal.open(
            simulator
                .pharmacy()
                .journal(JournalPlace.named(load.journal))
                .deadline(Duration.ofSeconds(60))
                .build())) {
      terminal.unfinished().forEach(bill -> found.add(bill + " is unfinished"));
      int settled = 0;
      Set<String> ids = new HashSet<>();
      for (ProgramBooks.Row row : rows()) {
        String ours =
            terminal
                .outcomeOf(new BillId(Simulator.PHARMACY.code(), row.number()))
                .map(Aftermath::settlementId)
                .orElse("");
        if (!row.acknowledged() || !ours.equals(row.settlementId())) {
          found.add(row + " is " + ours + " in the journal");
        }
        if (row.stage() == ProgramBooks.Stage.SETTLED) {
          settled++;
          if (!ids.add(row.settlementId())) {
            found.add(row + " has another bill's settlement");
          }
        }
      }
      if (settled != simulator.centre().settlementsStanding()) {
        found.add(settled + " booked, standing " + simulator.centre().settlementsStanding());
      }
      if (!simulator.centre().books().balance()) {
        found.add("The centre's books do not balance");
      }
      simulator.centre().hanging().stream().map(Hanging::line).forEach(found::add);
      clock.move(Duration.ofDays(1));
      DayReport report =
          terminal
              .dayEnd(terminal.takeShift(TestOperators.key("supervisor-1")))
              .compare(Simulator.DEMO_DAY);
      if (!report.isClean()) {
        found.add(report.text());
      }
    }
    return String.join("\n", found);
  }

  private static String settlementId(SettlementOutcome outcome) {
    return outcome instanceof SettlementOutcome.Settled settled ? settled.settlementId() : "";
  }

  private List<ProgramBooks.Row> rows() {
    try (ProgramBooks books = ProgramBooks.open(load.books)) {
      return books.all();
    }
  }
}
