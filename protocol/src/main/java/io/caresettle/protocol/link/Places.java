package io.caresettle.protocol.link;

import java.util.Optional;

/** How much may be in flight at once, counted in calls and in bytes. Nothing queues here. */
final class Places {

  private final int maxCalls;
  private final long maxBytes;

  // Guarded by this.
  private int calls;
  private long bytes;

  Places(int maxCalls, long maxBytes) {
    this.maxCalls = maxCalls;
    this.maxBytes = maxBytes;
  }

  /** A place for a call of {@code size} bytes; empty if there is none now. */
  synchronized Optional<Place> take(int size) {
    if (calls >= maxCalls || bytes + size > maxBytes) {
      return Optional.empty();
    }
    calls++;
    bytes += size;
    return Optional.of(new Place(size));
  }

  /** The right of one call to be in flight. */
  final class Place {
    // Guarded by the places.
    private int size;
    private boolean given;

    private Place(int size) {
      this.size = size;
    }

    /** Makes the place fit {@code newSize} bytes. False if there is no room to grow. */
    boolean resize(int newSize) {
      synchronized (Places.this) {
        if (given || bytes - size + newSize > maxBytes) {
          return false;
        }
        bytes += newSize - size;
        size = newSize;
        return true;
      }
    }

    /** Gives the place to others; once, however often it is said. */
    void giveBack() {
      synchronized (Places.this) {
        if (!given) {
          given = true;
          calls--;
          bytes -= size;
        }
      }
    }
  }
}
