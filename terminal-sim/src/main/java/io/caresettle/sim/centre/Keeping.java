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

  /**
   * In memory that outlives its desks, for simulations of many centres one after the other: the
   * next desk finds what the last one committed, at no cost, until all is forgotten.
   */
  final class Lasting implements Keeping {

    private final Store store = new Store(InMemory.empty());

    /** As if no desk had ever been here. */
    public void forget() {
      store.forget();
    }

    Store store() {
      return store;
    }
  }
}
