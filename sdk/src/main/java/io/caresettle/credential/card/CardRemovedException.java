package io.caresettle.credential.card;

/**
 * The card is no longer in its slot, or no longer answers. Checked, because this is the everyday
 * ending of a read: whoever speaks to a card says what it means there.
 */
public final class CardRemovedException extends Exception {

  private static final long serialVersionUID = 1L;

  public CardRemovedException(String what) {
    super(what);
  }

  public CardRemovedException(String what, Throwable cause) {
    super(what, cause);
  }
}
