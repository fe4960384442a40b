package io.caresettle.centre.national.flow;

import java.util.List;
import java.util.Map;

/**
 * What the interface wants to know of one bill beyond what a counter says, by the interface's own
 * names of fields. What is given here goes before what would be sent otherwise.
 *
 * @param visit of 2201 or 2401, such as {@code atddr_no} or {@code dept_code}
 * @param illness of the first node of 2203
 * @param diagnoses of {@code diseinfo}, the main one first
 * @param bill of the settlement, such as {@code invono} or {@code acct_used_flag}
 * @param discharge of 2402
 * @param lines by the number of the line
 */
public record CareDetails(
    Map<String, String> visit,
    Map<String, String> illness,
    List<Map<String, String>> diagnoses,
    Map<String, String> bill,
    Map<String, String> discharge,
    Map<String, Line> lines) {

  /** Nothing beyond. */
  public static final CareDetails NONE =
      new CareDetails(Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of());

  /**
   * One line.
   *
   * @param fields of the fee line, such as {@code medins_list_codg}
   * @param sale of 3505A, such as {@code manu_lotnum}
   * @param traceCodes of the packs
   */
  public record Line(
      Map<String, String> fields, Map<String, String> sale, List<String> traceCodes) {

    /** A line of which nothing more is known. */
    public static final Line NONE = new Line(Map.of(), Map.of(), List.of());

    public Line {
      fields = Map.copyOf(fields);
      sale = Map.copyOf(sale);
      traceCodes = List.copyOf(traceCodes);
    }
  }

  public CareDetails {
    visit = Map.copyOf(visit);
    illness = Map.copyOf(illness);
    diagnoses = diagnoses.stream().map(Map::copyOf).toList();
    bill = Map.copyOf(bill);
    discharge = Map.copyOf(discharge);
    lines = Map.copyOf(lines);
  }

  Line line(String number) {
    return lines.getOrDefault(number, Line.NONE);
  }

  /** Without what it says: diagnoses are a patient's. */
  @Override
  public String toString() {
    return "details of " + lines.size() + " lines";
  }
}
