package io.caresettle.protocol.link;

import io.netty.channel.Channel;

/**
 * Stops reading a line while too much of it waits, and goes on when there is room: the terminal
 * feels it as a slow line, and nothing piles up here. Of the line's event loop alone.
 */
final class Valve {

  private final Channel line;
  private final int maxCount;
  private final long maxBytes;
  private final Heart heart;

  private int count;
  private long bytes;

  /**
   * @param heart is told when nothing can be heard because nothing is read
   */
  Valve(Channel line, int maxCount, long maxBytes, Heart heart) {
    this.line = line;
    this.maxCount = maxCount;
    this.maxBytes = maxBytes;
    this.heart = heart;
  }

  /** A request of {@code size} bytes waits from now on. */
  void took(int size) {
    count++;
    bytes += size;
    turn();
  }

  /** The same request is dealt with, and its answer is gone. */
  void gave(int size) {
    count--;
    bytes -= size;
    turn();
  }

  /** The line takes bytes again, or takes no more. */
  void writabilityChanged() {
    heart.stuck(!line.isWritable());
    turn();
  }

  private void turn() {
    boolean open = count < maxCount && bytes < maxBytes && line.isWritable();
    if (open != line.config().isAutoRead()) {
      line.config().setAutoRead(open);
      heart.rest(!open);
    }
  }
}
