package io.caresettle.sim.entitle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person file that cannot be read, with everything that is wrong with it. */
public final class UnreadableHistory extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** One thing that is wrong. */
  public record Fault(String file, int line, Optional<CentreRule> rule, String what) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + rule.map(r -> r.id() + " ").orElse("") + what;
    }
  }

  private final transient List<Fault> faults;

  UnreadableHistory(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** All of them, in the order of the file. */
  public List<Fault> faults() {
    return faults;
  }
}
