package io.caresettle.credential;

import java.util.Locale;

/**
 * A document that says who somebody is: its kind and its number. Never a credential: no fund and no
 * account pays on a document alone (R-ID-02). It never prints itself.
 */
public sealed interface IdentityDocument permits IdentityNumber, OtherDocument {

  /**
   * Reads a document's number and checks what its kind lets one check.
   *
   * @throws IllegalArgumentException when the number cannot be one of this kind; the message says
   *     why, never the number
   */
  static IdentityDocument of(DocumentType type, String number) {
    String text = number.strip().toUpperCase(Locale.ROOT);
    if (!type.hasForm(text)) {
      throw new IllegalArgumentException(
          "This is not the number of a "
              + type.en()
              + ": found "
              + text.length()
              + " characters of another form; read the document again");
    }
    boolean calculated =
        switch (type) {
          case RESIDENT_IDENTITY_CARD, HMT_RESIDENCE_PERMIT -> true;
          case FOREIGN_PERMANENT_RESIDENCE -> text.length() == 18;
          case PASSPORT, HONG_KONG_MACAO_PERMIT, TAIWAN_PERMIT, BIRTH_CERTIFICATE, MILITARY ->
              false;
        };
    return calculated ? IdentityNumber.parse(text) : new OtherDocument(type, text);
  }

  DocumentType type();

  /** The number itself. Every use of this is a use of personal data. */
  String reveal();

  /** As much of the number as a slip shows. */
  String masked();

  /** Whether kind and number are the same. */
  default boolean isSameAs(IdentityDocument other) {
    return type() == other.type() && Same.text(reveal(), other.reveal());
  }
}
