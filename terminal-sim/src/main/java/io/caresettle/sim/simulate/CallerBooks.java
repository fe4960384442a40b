package io.caresettle.sim.simulate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the program that calls keeps in its own database, which outlives it. */
final class CallerBooks {

  /** How far a bill came, as the program knows. */
  enum Stage {
    /** To be settled, and not begun. */
    NEW,
    /** Somebody was told to settle it. */
    SETTLING,
    /** Booked as settled. */
    SETTLED,
    /** Booked as not settled; the patient paid in cash, or left. */
    NONE,
    /** Booked before, and to be cancelled now. */
    CANCELLING,
    /** Booked as cancelled. */
    CANCELLED,
    /** Both sides disagree, and only a person can end that. */
    DISPUTED
  }

  /** What a patient wants who comes back with a bill that is booked. */
  enum Taken {
    NO,
    CANCEL,
    REFUND
  }

  /** One bill. */
  static final class Row {
    final Plan plan;
    String number;
    Stage stage = Stage.NEW;
    String settlementId = "";
    boolean wanted = true;
    int tries;

    /** Whether it was decided whether the patient brings it back. */
    boolean considered;

    Taken taken = Taken.NO;

    Row(Plan plan) {
      this.plan = plan;
      this.number = plan.number();
    }
  }

  private final Map<String, Row> rows = new LinkedHashMap<>();

  void open(Plan plan) {
    rows.put(plan.number(), new Row(plan));
  }

  Collection<Row> rows() {
    return rows.values();
  }

  /** The row of a bill under its present number. */
  Row row(String number) {
    return rows.values().stream()
        .filter(row -> row.number.equals(number))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody knows of bill " + number));
  }
}
