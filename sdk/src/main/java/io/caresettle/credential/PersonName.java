package io.caresettle.credential;

import java.text.Normalizer;

/** A person's name (姓名). It never prints itself; a slip shows it masked. */
public final class PersonName {

  private final String text;

  private PersonName(String text) {
    this.text = text;
  }

  /**
   * Takes a name as it stands on a document, without blanks around it, in Unicode's form NFC: what
   * card, rolls and registration wrote in different forms of the same characters is one name.
   *
   * @throws IllegalArgumentException when nothing but blanks is left
   */
  public static PersonName of(String text) {
    String stripped = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException("A person's name is empty");
    }
    return new PersonName(stripped);
  }

  /** Whether two written names are one name, and on which rule that rests. */
  public NameMatch compare(PersonName other) {
    return NameWriting.compare(text, other.text);
  }

  /** The name itself. Every use of this is a use of personal data. */
  public String reveal() {
    return text;
  }

  /** The first character, the rest as stars: 测*. */
  public String masked() {
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first)
        + "*".repeat(Math.max(1, text.codePointCount(first, text.length())));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PersonName other && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "[name hidden]";
  }
}
