package io.caresettle.credential.card.pcsc;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;

/**
 * What the JDK does to a command that a card answers with 6Cxx: left alone it overwrites the last
 * byte, whatever that is, and sends the command again. A right PIN becomes a wrong one, a new PIN
 * one that nobody knows, and a key is tried thrice. So it is forbidden before a card is connected
 * to: the JDK looks once, when it loads its channels.
 */
final class Repetition {

  private static final String ROOM = "sun.security.smartcardio.";

  /** One for each protocol; each is at once the name of a field in the JDK's channels. */
  private static final List<String> SWITCHES = List.of("t0GetResponse", "t1GetResponse");

  /**
   * SELECT, READ RECORD, READ BINARY, GET CHALLENGE, GET RESPONSE: sent twice they harm nothing.
   */
  private static final Set<Integer> HARMLESS = Set.of(0xA4, 0xB2, 0xB0, 0x84, 0xC0);

  private Repetition() {}

  /** Forbids it to a JDK that has no channel yet. What the embedder set stays as it is. */
  static void forbid() {
    for (String name : SWITCHES) {
      if (System.getProperty(ROOM + name) == null) {
        System.setProperty(ROOM + name, "false");
      }
    }
  }

  /** Whether the embedder asked for it. */
  static boolean isAskedFor() {
    return SWITCHES.stream().anyMatch(name -> !"false".equals(System.getProperty(ROOM + name)));
  }

  /** Whether the JDK does it, seen in its own room. */
  static boolean isDone() throws ReflectiveOperationException {
    for (String name : SWITCHES) {
      Field field = Class.forName(ROOM + "ChannelImpl").getDeclaredField(name);
      field.setAccessible(true);
      if (field.getBoolean(null)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a command may be sent again, with another last byte, and do no harm. */
  static boolean isHarmlessFor(byte[] command) {
    return HARMLESS.contains(command[1] & 0xFF);
  }
}
