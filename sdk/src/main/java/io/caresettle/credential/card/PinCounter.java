package io.caresettle.credential.card;

/**
 * How a card's PIN stands, found without using a try.
 *
 * @param set whether there is a PIN at all
 * @param triesLeft how many wrong tries it still takes; 0 for a locked PIN and where none is set
 */
public record PinCounter(boolean set, int triesLeft) {

  /** Whether no PIN, right or wrong, is taken any more. */
  public boolean locked() {
    return set && triesLeft == 0;
  }
}
