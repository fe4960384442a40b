package io.caresettle.sim.centre;

import java.nio.file.Path;

/** Where a simulated centre keeps its books. */
public sealed interface Keeping {

  /**
   * In an SQLite file, each message durable before its answer leaves.
   *
   * @param file made when it is not there
   */
  record OnDisk(Path file) implements Keeping {}

  /**
   * In memory, for simulations: what {@link CentreDesk#snapshot} gave is what the next desk starts
   * from, and whatever came later is lost.
   */
  final class InMemory implements Keeping {

    private final byte[] image;

    private InMemory(byte[] image) {
      this.image = image;
    }

    /** With nothing in it. */
    public static InMemory empty() {
      return new InMemory(new byte[0]);
    }

    /** As it stood when {@code image} was taken. */
    public static InMemory restored(byte[] image) {
      return new InMemory(image.clone());
    }

    byte[] image() {
      return image;
    }

    /** An image is of a desk of this very program, so that its tables are those of today. */
    boolean hasTables() {
      return image.length > 0;
    }
  }
}
