package io.caresettle.credential.card.standard;

import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.credential.card.CardTransport;

/** A slot that keeps whether its first reset found a card: from then on no other slot is tried. */
final class WatchedSlot implements CardTransport {

  private final CardTransport next;
  private boolean asked;
  private boolean found;

  WatchedSlot(CardTransport next) {
    this.next = next;
  }

  /** Whether a card had power here, be it gone now. */
  boolean foundCard() {
    return found;
  }

  @Override
  public byte[] reset() throws CardRemovedException {
    boolean first = !asked;
    asked = true;
    byte[] historicalBytes = next.reset();
    found |= first;
    return historicalBytes;
  }

  @Override
  public byte[] transmit(byte[] command) throws CardRemovedException {
    if (!found) {
      throw new CardRemovedException("There was no card when the session began");
    }
    return next.transmit(command);
  }

  @Override
  public void close() {
    next.close();
  }
}
