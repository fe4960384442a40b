package io.caresettle.sim.proxy;

import java.time.Duration;

/** What goes wrong with a piece of what passes, or with the line from there on. */
public sealed interface Fault {

  /** The piece does not arrive; what is behind it does. */
  record Lose() implements Fault {}

  /** The piece arrives later, and so does all that is behind it. */
  record Delay(Duration time) implements Fault {

    public Delay {
      Need.time(time);
    }
  }

  /** The piece arrives twice. */
  record Duplicate() implements Fault {}

  /** The piece arrives after the one that follows it, or after a second when none does. */
  record Reorder() implements Fault {}

  /**
   * The piece arrives in parts.
   *
   * @param bytes how many bytes a part has, 1 to 65,536
   * @param pause between two parts
   */
  record Split(int bytes, Duration pause) implements Fault {

    public Split {
      Need.bytes(bytes);
      Need.time(pause);
    }
  }

  /**
   * From this piece on its direction carries so much and no more.
   *
   * @param bytesPerSecond 1 to 65,536
   */
  record Throttle(int bytesPerSecond) implements Fault {

    public Throttle {
      Need.bytes(bytesPerSecond);
    }
  }

  /**
   * From this piece on nothing arrives in its direction; the other works, and neither end knows.
   */
  record CutOneWay() implements Fault {}

  /** The line is reset for both ends, and the piece is lost. */
  record Reset() implements Fault {}

  /** The centre's end is gone and the terminal's stays open, silent: a half-open line. */
  record HalfOpen() implements Fault {}

  /** One byte of the piece, behind a frame's length, is another. */
  record CorruptByte() implements Fault {}
}
