package io.caresettle.sim.demo;

import io.caresettle.eligibility.OutsidePrescription;
import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import java.util.List;
import java.util.Optional;

/**
 * A bill as its file tells it: who comes to which counter with what, and what is charged.
 *
 * @param number the caller's number of the bill
 * @param person the centre's number of the person, such as P0000001
 * @param registered whom the institution registered for the visit; the same person, if all is well
 * @param answerLost whether the centre's answer to the settlement is lost on the way back
 */
record DemoBill(
    String number,
    String person,
    String registered,
    Place at,
    Proof by,
    Optional<OutsidePrescription> prescription,
    boolean answerLost,
    List<Line> lines) {

  DemoBill {
    lines = List.copyOf(lines);
  }

  /** Which of the two simulated counters. */
  enum Place {
    HOSPITAL("医院普通门诊", "hospital outpatient visit"),
    PHARMACY("药店购药", "pharmacy purchase");

    private final String zh;
    private final String en;

    Place(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    String both() {
      return zh + " " + en;
    }
  }

  /** What the person shows. */
  enum Proof {
    CARD,
    CODE
  }

  /**
   * One line, in the caller's words.
   *
   * @param total as the file states it; else price times quantity, rounded half up to a fen
   */
  record Line(String id, String code, UnitPrice price, Quantity quantity, Money total) {}
}
