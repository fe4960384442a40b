package io.caresettle.credential.card.standard;

import io.caresettle.credential.card.Pin;

/** The keypad on which a holder types a PIN. It is asked before the card's slot is used. */
@FunctionalInterface
public interface Keypad {

  /** What the holder is asked for. */
  enum Prompt {
    CURRENT,
    FRESH,
    FRESH_AGAIN
  }

  /** Asks, and waits for no longer than the keypad allows. */
  Entry ask(Prompt prompt);

  /** What came of it. */
  sealed interface Entry {

    /** Digits; whoever asked closes the PIN. */
    record Typed(Pin pin) implements Entry {}

    /** The holder cancelled. */
    record Cancelled() implements Entry {}

    /** Nothing was typed in time. */
    record TimedOut() implements Entry {}

    /** Fewer than 4 or more than 16 digits were typed. */
    record WrongLength() implements Entry {}
  }
}
