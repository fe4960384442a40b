package io.caresettle.credential.card.pcsc;

import java.util.function.BooleanSupplier;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import org.jspecify.annotations.Nullable;

/** A card as it sits in one reader. Everything here runs on the slot's own thread. */
final class Seat {

  private final String reader;
  private final CardTerminal terminal;
  private final boolean repeats;
  private final BooleanSupplier givenUp;
  private @Nullable Card card;
  private boolean exclusive;

  /** Read by those who gave up waiting, to say for what. */
  private volatile boolean waitsForOthers;

  /**
   * @param givenUp whether nobody waits for this seat any more
   * @param repeats whether commands that a card answers with 6Cxx are sent again
   */
  Seat(String reader, CardTerminal terminal, boolean repeats, BooleanSupplier givenUp) {
    this.reader = reader;
    this.repeats = repeats;
    this.givenUp = givenUp;
    this.terminal = terminal;
  }

  /**
   * Resets the card and powers it. A card that was not ours a moment ago is reset, too: another
   * program may have left its PIN verified.
   *
   * @return the historical bytes
   */
  byte[] power() throws CardException {
    waitsForOthers = true;
    try {
      Card left = card;
      if (left == null) {
        left = terminal.connect("*");
        card = left;
      }
      release();
      left.disconnect(true);
      card = null;
      Card fresh = terminal.connect("*");
      card = fresh;
      return fresh.getATR().getHistoricalBytes();
    } finally {
      waitsForOthers = false;
    }
  }

  /** Sends one command, and keeps other programs from the card from then on. */
  byte[] transmit(byte[] command) throws CardException {
    Card powered = card;
    if (powered == null) {
      throw new IllegalStateException("The card has no power: reset it first");
    }
    if (repeats && !Repetition.isHarmlessFor(command)) {
      throw Faults.repeated(reader);
    }
    if (!exclusive) {
      waitsForOthers = true;
      try {
        powered.beginExclusive();
      } finally {
        waitsForOthers = false;
      }
      exclusive = true;
    }
    if (givenUp.getAsBoolean()) {
      // Nobody would read the answer, and a PIN would cost a try that nobody hears of.
      throw new CardException("Whoever sent this command has gone");
    }
    return powered.getBasicChannel().transmit(new CommandAPDU(command)).getBytes();
  }

  /** Lets other programs at the card. What was won on it stays won. */
  void release() {
    if (exclusive && card != null) {
      exclusive = false;
      try {
        card.endExclusive();
      } catch (CardException | IllegalStateException gone) {
        // A card that is gone is held by nobody; the next command says so.
      }
    }
  }

  /** Resets the card and lets go of it, or lets go of what is left of it. */
  void leave() {
    Card left = card;
    release();
    card = null;
    if (left != null) {
      try {
        left.disconnect(true);
      } catch (CardException | IllegalStateException gone) {
        // It lost its power, and every right with it.
      }
    }
  }

  boolean present() throws CardException {
    return terminal.isCardPresent();
  }

  boolean waitsForOthers() {
    return waitsForOthers;
  }
}
