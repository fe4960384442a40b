package io.caresettle.sim.proxy;

import java.util.Optional;

/** Which piece meets which fault. Asked for each piece once, from the threads of many lines. */
interface Faults {

  /**
   * What the next piece meets.
   *
   * @param line the number of the line since the proxy started, from 1
   */
  Optional<Fault> at(int line, Direction direction, String moment);
}
