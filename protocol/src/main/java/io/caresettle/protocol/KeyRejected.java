package io.caresettle.protocol;

/**
 * What was offered as a key is not an acceptable SM2 key, or is not written as this version writes
 * keys.
 */
public final class KeyRejected extends ProtocolException {

  private static final long serialVersionUID = 1L;

  public KeyRejected(String whatAndWhatToDo) {
    super(whatAndWhatToDo);
  }
}
