package io.caresettle.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** A file, or several, could not be taken as they are: every fault of them, in order. */
public final class ReadingFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient List<Fault> faults;

  /**
   * @throws IllegalArgumentException when there is no fault to tell
   */
  public ReadingFailed(List<Fault> faults) {
    super(faults.stream().distinct().sorted(Fault.IN_ORDER).map(Fault::toString).collect(joined()));
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("A reading fails by at least one fault");
    }
    List<Fault> sorted = new ArrayList<>(new LinkedHashSet<>(faults));
    sorted.sort(Fault.IN_ORDER);
    this.faults = List.copyOf(sorted);
  }

  /** All faults, by file, line and column. */
  public List<Fault> faults() {
    return faults;
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("\n");
  }
}
