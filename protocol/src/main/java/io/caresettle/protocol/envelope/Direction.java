package io.caresettle.protocol.envelope;

/** Which way a message goes. Each way has its own key, so a message sent back does not open. */
public enum Direction {
  TERMINAL_TO_CENTRE(1),
  CENTRE_TO_TERMINAL(2);

  private final int number;

  Direction(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
