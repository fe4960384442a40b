package io.caresettle.split;

import java.util.List;
import java.util.stream.Collectors;

/** A bill that cannot be estimated as it stands: every fault of it, by line. */
public final class BillRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient List<Fault> faults;

  /**
   * What is wrong with one line.
   *
   * @param lineId the caller's number of the line
   */
  public record Fault(String lineId, String found, String expected) {

    @Override
    public String toString() {
      return "line " + lineId + ": found " + found + ", expected " + expected;
    }
  }

  BillRejected(BillId bill, List<Fault> faults) {
    super(
        "Bill "
            + bill
            + " cannot be estimated: "
            + faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
