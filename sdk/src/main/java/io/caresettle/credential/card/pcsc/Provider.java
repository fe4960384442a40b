package io.caresettle.credential.card.pcsc;

import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** Where connections to the reader service come from: the JDK, or a test. */
interface Provider {

  /**
   * Connects to the reader service.
   *
   * @throws CardException when it cannot be reached
   */
  Connection connect() throws CardException;

  /** Whether each connection is one of its own, so that a broken one can be replaced. */
  boolean renews();

  /** Whether commands that a card answers with 6Cxx are sent again behind everybody's back. */
  boolean repeats();

  /** One connection. Calls on one connection wait for each other, whatever reader they are for. */
  interface Connection {

    /** The names of all readers there are now. */
    List<String> names() throws CardException;

    /** A reader, there or not. */
    CardTerminal terminal(String name) throws CardException;
  }
}
