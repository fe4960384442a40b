package io.caresettle.protocol.envelope;

/** What a name on the wire may be: printable ASCII without spaces, within its bounds. */
public final class Names {

  /** The longest message id; the national one has 30 characters. */
  public static final int MAX_MESSAGE_ID = 64;

  /** The longest institution code; the national one has 12 characters. */
  public static final int MAX_INSTITUTION = 32;

  /** The longest party id and key id. */
  public static final int MAX_PARTY_ID = 64;

  private Names() {}

  /** Returns {@code name} if it may be a {@code what}. */
  public static String require(String what, String name, int shortest, int longest) {
    boolean fits = name.length() >= shortest && name.length() <= longest;
    for (int i = 0; fits && i < name.length(); i++) {
      fits = isPrintable(name.charAt(i));
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "A "
              + what
              + " has "
              + shortest
              + " to "
              + longest
              + " printable ASCII characters, no space");
    }
    return name;
  }

  static boolean isPrintable(int character) {
    return character >= 0x21 && character <= 0x7e;
  }
}
