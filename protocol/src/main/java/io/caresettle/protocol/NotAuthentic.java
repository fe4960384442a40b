package io.caresettle.protocol;

/**
 * Bytes that did not prove where they come from: an envelope, a handshake or a signature.
 *
 * <p>There is one exception for every failure to open or to verify, without a cause and without a
 * reason: a wrong tag, a wrong length and a wrong sequence look the same. Whoever catches it stops
 * using the session and keeps the bytes for whoever looks after security.
 */
public final class NotAuthentic extends ProtocolException {

  private static final long serialVersionUID = 1L;

  private NotAuthentic(String whatAndWhatToDo) {
    super(whatAndWhatToDo);
  }

  /** An envelope was refused, and with it the session that it came in. */
  public static NotAuthentic envelope() {
    return new NotAuthentic(
        "An envelope is not authentic: the session is closed, open another one");
  }

  /** The other end of a handshake did not prove to have the keys of the party that is meant. */
  public static NotAuthentic peer() {
    return new NotAuthentic(
        "The other end did not prove to be the party that is meant: check its address and its keys");
  }

  /** A value that was kept or handed over sealed does not open with this key, for this place. */
  public static NotAuthentic sealedValue() {
    return new NotAuthentic(
        "A sealed value does not open with this key: find the key that it was sealed for, and do"
            + " not act on it");
  }

  /** A signed document was not signed by that party for that purpose. */
  public static NotAuthentic document() {
    return new NotAuthentic(
        "A document is not signed by the expected party for this purpose: do not act on it");
  }
}
