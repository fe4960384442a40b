package io.caresettle.credential.code;

/** What a scanner typed, without what the scanner and the keyboard driver added to it. */
final class ScannedText {

  private static final char FIRST_FULL_WIDTH = '\uFF01';
  private static final char LAST_FULL_WIDTH = '\uFF5E';
  private static final int TO_PLAIN = FIRST_FULL_WIDTH - '!';

  private ScannedText() {}

  /** Control characters (CR, LF, tab, STX, ETX) and blanks around it taken away, and narrowed. */
  static String plain(String scanned) {
    String text = scanned.strip().trim();
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean full = c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH;
      plain.append(full ? (char) (c - TO_PLAIN) : c);
    }
    return plain.toString();
  }
}
