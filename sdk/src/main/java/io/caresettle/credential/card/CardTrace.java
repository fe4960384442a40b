package io.caresettle.credential.card;

import java.util.Optional;

/**
 * A listener that is told of every exchange with a card: which command, what it was for, its status
 * word, the sizes, and of a data item its tag and a masked value. Never a byte of what the card
 * says of its holder, nor of a PIN, nor of what an authenticator answers: none of it can reach a
 * log this way.
 */
@FunctionalInterface
public interface CardTrace {

  /** Listens to nothing. */
  CardTrace OFF = exchange -> {};

  void exchanged(Exchange exchange);

  /** Which chip was spoken to. */
  enum Slot {
    /** The patient's card. */
    CARD,
    /** The terminal's own security module. */
    PSAM
  }

  /**
   * One command and its answer.
   *
   * @param command the command's name in the standard, such as READ RECORD
   * @param zh what it was for, in Chinese
   * @param en the same in English
   * @param statusWord the two status bytes, such as 0x9000
   * @param bytesSent length of the whole command; without the data where these are a PIN
   * @param bytesReceived length of the whole answer, status bytes included
   * @param field the data item that was read; empty where none was, or the answer came in pieces
   */
  record Exchange(
      Slot slot,
      String command,
      String zh,
      String en,
      int statusWord,
      int bytesSent,
      int bytesReceived,
      Optional<Field> field) {}

  /**
   * A data item that was read.
   *
   * @param tag its number in the standard, such as 0x08
   * @param zh its name in Chinese
   * @param en the same in English
   * @param length how many bytes the value has
   * @param masked the value as far as it is nobody's secret: whole for the issuer's own data, the
   *     city of an identification code, the ends of a card number; stars for all that is the
   *     holder's
   */
  record Field(int tag, String zh, String en, int length, String masked) {}
}
