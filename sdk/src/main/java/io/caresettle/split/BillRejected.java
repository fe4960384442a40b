package io.caresettle.split;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A bill that cannot be estimated as it stands: every fault of it, by line. */
public final class BillRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient List<Fault> faults;

  /**
   * What is wrong in one place.
   *
   * @param line the caller's number of the line, where it is one
   * @param field {@code line N}, or the name of what else is wrong, such as {@code year_to_date}
   */
  public record Fault(Optional<String> line, String field, String found, String expected) {

    /** A fault of a line, by the caller's number of it. */
    public Fault(String lineId, String found, String expected) {
      this(Optional.of(lineId), "line " + lineId, found, expected);
    }

    /** A fault of something that is no line. */
    static Fault of(String field, String found, String expected) {
      return new Fault(Optional.empty(), field, found, expected);
    }

    @Override
    public String toString() {
      return field + ": found " + found + ", expected " + expected;
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
