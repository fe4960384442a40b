package io.caresettle.credential.card;

/**
 * A slot with a chip card in it: bytes in, bytes out.
 *
 * <p>One command goes in (a command APDU, header first) and one answer comes out: data, if any, and
 * the two status bytes. Everything else, such as fetching the rest of a long answer, refusing
 * commands that would change the card, or tracing, is wrapped around a transport by those who use
 * it. The patient's card and the terminal's own PSAM are both reached through this interface.
 *
 * <p>A transport belongs to one slot and one thread at a time. An implementation bounds the time a
 * card may take and answers a card that stays silent as one that was taken out, so that no caller
 * waits for ever. It differs from {@code javax.smartcardio.CardChannel} in that status words 61xx
 * and 6Cxx come back as they are and nothing is sent twice behind the caller's back.
 */
public interface CardTransport extends AutoCloseable {

  /**
   * Powers the card, or resets it if it has power: whatever rights were won on it are gone.
   *
   * @return the historical bytes of the answer to reset
   * @throws CardRemovedException when there is no card
   */
  byte[] reset() throws CardRemovedException;

  /**
   * Sends one command and waits for its answer.
   *
   * @throws CardRemovedException when the card was pulled out, or stays silent
   */
  byte[] transmit(byte[] command) throws CardRemovedException;

  /** Gives the slot back. The card in it loses its power. */
  @Override
  void close();
}
