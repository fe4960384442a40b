package io.caresettle.sim.whomay;

import java.util.List;

/**
 * What is open and what is closed of one benefit.
 *
 * @param given whether such an institution gives it at all; without, there are no rows
 * @param notices what the cashier should know besides
 * @param differences where the centre says otherwise
 */
record Answer(
    Benefit benefit,
    boolean given,
    List<Row> rows,
    List<Reason> notices,
    List<Difference> differences) {

  Answer {
    rows = List.copyOf(rows);
    notices = List.copyOf(notices);
    differences = List.copyOf(differences);
  }

  static Answer notGiven(Benefit benefit) {
    return new Answer(benefit, false, List.of(), List.of(), List.of());
  }

  /**
   * That the centre says otherwise than the terminal.
   *
   * @param stricter the terminal gives less than the centre; the other way round it must not be
   * @param centre the centre's word, such as claimed by hand
   */
  record Difference(Row.Purse purse, boolean stricter, Word centre, List<Reason> reasons) {
    Difference {
      reasons = List.copyOf(reasons);
    }
  }

  /** What the centre says of a purse. */
  enum Word {
    AT_ONCE("直接结算", "settled at once"),
    BY_HAND("手工（零星）报销", "claimed by hand"),
    NOTHING("不予支付", "nothing is paid");

    private final String zh;
    private final String en;

    Word(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    String zh() {
      return zh;
    }

    String en() {
      return en;
    }
  }

  boolean isEmpty() {
    return rows.isEmpty() && notices.isEmpty() && differences.isEmpty();
  }

  /** The same without these rows. */
  Answer without(List<Row> told) {
    return new Answer(
        benefit,
        given,
        rows.stream().filter(row -> !told.contains(row)).toList(),
        notices,
        differences);
  }

  /** Whether two benefits stand alike, so that one block tells both. */
  boolean isLike(Answer other) {
    return given == other.given
        && rows.equals(other.rows)
        && notices.equals(other.notices)
        && differences.equals(other.differences);
  }
}
