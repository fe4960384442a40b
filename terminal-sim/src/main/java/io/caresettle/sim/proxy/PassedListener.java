package io.caresettle.sim.proxy;

import java.util.Optional;

/** Hears of everything that passes. Called on the lines' threads, so it must be quick. */
@FunctionalInterface
public interface PassedListener {

  /**
   * Something passes, or is about to and meets a fault.
   *
   * @param line the number of the line since the proxy started, from 1
   * @param moment what passed
   * @param fault what happened to it
   */
  void passed(int line, Direction direction, String moment, Optional<Fault> fault);
}
