package io.caresettle.credential;

import java.util.Objects;

/** A document whose number has a form, but no check character that we could calculate. */
public final class OtherDocument implements IdentityDocument {

  private final DocumentType type;
  private final String number;

  OtherDocument(DocumentType type, String number) {
    this.type = type;
    this.number = number;
  }

  @Override
  public DocumentType type() {
    return type;
  }

  @Override
  public String reveal() {
    return number;
  }

  /** The first and the last character. */
  @Override
  public String masked() {
    int last = number.length() - 1;
    return number.charAt(0) + "*".repeat(last - 1) + number.charAt(last);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof OtherDocument other && type == other.type && number.equals(other.number);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, number);
  }

  @Override
  public String toString() {
    return "[" + type.en() + " hidden]";
  }
}
