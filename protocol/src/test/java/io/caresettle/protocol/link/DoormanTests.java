package io.caresettle.protocol.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A centre's doorman")
class DoormanTests {

  private final Doorman doorman = new Doorman(2, 2);

  private final EmbeddedChannel first = new EmbeddedChannel();
  private final EmbeddedChannel second = new EmbeddedChannel();
  private final EmbeddedChannel third = new EmbeddedChannel();

  @Test
  void hangsUpOnTheStrangerWhoCameFirstWhenThereAreTooMany() {
    assertTrue(doorman.came(first) && doorman.came(second) && doorman.came(third));
    assertFalse(first.isOpen());
    assertTrue(second.isOpen() && third.isOpen());
    assertFalse(doorman.proved(first));
    assertTrue(doorman.proved(second));
  }

  @Test
  void letsNoMoreTerminalsInThanMayUntilOneLeaves() {
    assertTrue(doorman.came(first) && doorman.proved(first));
    assertTrue(doorman.came(second) && doorman.came(third));
    assertTrue(doorman.proved(second));
    assertFalse(doorman.proved(third));
    assertFalse(doorman.came(new EmbeddedChannel()));
    Frames.close(first);
    EmbeddedChannel next = new EmbeddedChannel();
    assertTrue(doorman.came(next) && doorman.proved(next));
  }

  @Test
  void forgetsStrangersWhoLeave() {
    assertTrue(doorman.came(first) && doorman.came(second));
    Frames.close(second);
    assertTrue(doorman.came(third));
    assertTrue(first.isOpen());
  }
}
