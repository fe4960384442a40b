package io.caresettle.protocol.link;

import io.netty.channel.Channel;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Counts who is on the lines of a centre: terminals that have proved themselves, and strangers, who
 * may be many and silent and must not keep terminals out. Of one event loop alone.
 */
final class Doorman {

  private final int maxTerminals;
  private final int maxStrangers;

  /** The one that came first is first. */
  private final Set<Channel> strangers = new LinkedHashSet<>();

  private int terminals;

  Doorman(int maxTerminals, int maxStrangers) {
    this.maxTerminals = maxTerminals;
    this.maxStrangers = maxStrangers;
  }

  /**
   * Somebody calls. False if there is no room for another terminal. If there are as many strangers
   * as may be, the oldest is hung up on: an honest one needs its place for some milliseconds.
   */
  boolean came(Channel line) {
    if (terminals >= maxTerminals) {
      return false;
    }
    if (strangers.size() >= maxStrangers) {
      Channel oldest = strangers.iterator().next();
      strangers.remove(oldest);
      Frames.close(oldest);
    }
    strangers.add(line);
    line.closeFuture().addListener(closed -> strangers.remove(line));
    return true;
  }

  /** A stranger has proved to be a terminal. False if there is no room for it any more. */
  boolean proved(Channel line) {
    if (!strangers.remove(line) || terminals >= maxTerminals) {
      return false;
    }
    terminals++;
    line.closeFuture().addListener(closed -> terminals--);
    return true;
  }
}
