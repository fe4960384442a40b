package io.caresettle.writing.sheet;

/** Words in Chinese with English beside them; one of the two may be empty. */
record Said(String zh, String en) {

  static final Said NOTHING = new Said("", "");

  /** Words that are the same in both languages, such as a number. */
  static Said plain(String text) {
    return new Said(text, "");
  }

  Said then(Said more) {
    return new Said(
        zh + more.zh, en.isEmpty() || more.en.isEmpty() ? en + more.en : en + ' ' + more.en);
  }

  @Override
  public String toString() {
    return zh.isEmpty() || en.isEmpty() ? zh + en : zh + ' ' + en;
  }
}
