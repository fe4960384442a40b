package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.Split;
import java.time.Instant;

/** What the centre's rolls say of the people and places that a way in asks for. */
public sealed interface Known {

  /**
   * Somebody insured. Never printed: it holds a name and an identity number.
   *
   * @param number the centre's number of the person
   * @param card the identifier of the person's card, 32 hexadecimal digits
   * @param cardNumber what is printed on it
   */
  record Person(String number, String name, String identity, String card, String cardNumber)
      implements Known {

    @Override
    public String toString() {
      return "Person[" + number + "]";
    }
  }

  /** An institution on the rolls. */
  record Place(String code, String name, boolean pharmacy, String level, String area)
      implements Known {}

  /**
   * One line of a bill, cut by what: fen.
   *
   * @param id the institution's number of the line
   */
  record Cut(
      String id,
      long amount,
      long outOfCatalogue,
      long overLimit,
      long firstSelfPay,
      long inScope)
      implements Known {}

  /**
   * A settlement as the books hold it, whichever way it came.
   *
   * @param message the id of the message that made it
   * @param day the business day that it is counted in
   * @param undoneBy the number of a cancellation, or the message id of a reversal; empty while it
   *     stands
   * @param undoneOn the business day of that; empty while it stands
   * @param cancelled whether it was cancelled, not reversed
   */
  record Settled(
      String id,
      String institution,
      String message,
      String bill,
      String visit,
      String person,
      String scheme,
      String area,
      String care,
      Split split,
      Instant at,
      String day,
      String undoneBy,
      String undoneOn,
      boolean cancelled)
      implements Known {

    /** Whether it stands. */
    public boolean stands() {
      return undoneBy.isEmpty();
    }
  }

  /** How somebody showed who they are. */
  enum Manner {
    CARD,
    CODE,
    IDENTITY_CARD
  }
}
