package io.caresettle.settlement;

/** Which till gave a message id out: institution 12, time 14, slot 2, counter 2. */
final class MessageSlot {

  private static final int BEGINS = 26;
  private static final int ENDS = 28;
  private static final int NONE = -1;

  private MessageSlot() {}

  /** Minus one where the id has another form, as one that a test made up. */
  static int of(String messageId) {
    if (messageId.length() < ENDS) {
      return NONE;
    }
    char tens = messageId.charAt(BEGINS);
    char ones = messageId.charAt(ENDS - 1);
    return Character.isDigit(tens) && Character.isDigit(ones)
        ? Character.digit(tens, 10) * 10 + Character.digit(ones, 10)
        : NONE;
  }
}
