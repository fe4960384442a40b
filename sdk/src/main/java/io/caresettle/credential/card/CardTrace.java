package io.caresettle.credential.card;

/**
 * A listener that is told of every exchange with a card: which command, what it was for, its status
 * word and the sizes. Never a data byte: neither what the card says of its holder nor what an
 * authenticator answers can reach a log this way.
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
   */
  record Exchange(
      Slot slot,
      String command,
      String zh,
      String en,
      int statusWord,
      int bytesSent,
      int bytesReceived) {}
}
