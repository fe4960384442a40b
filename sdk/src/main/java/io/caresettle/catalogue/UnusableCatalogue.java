package io.caresettle.catalogue;

import java.util.Optional;

/** What came is no catalogue that can be taken into use; what was in use before still is. */
public final class UnusableCatalogue extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // It stays in the process that downloads.
  private final Optional<LineFault> fault;

  UnusableCatalogue(String why) {
    super(why);
    this.fault = Optional.empty();
  }

  UnusableCatalogue(LineFault fault) {
    super(fault.toString());
    this.fault = Optional.of(fault);
  }

  /** The line at which it was given up, where it was one. */
  public Optional<LineFault> fault() {
    return fault;
  }
}
