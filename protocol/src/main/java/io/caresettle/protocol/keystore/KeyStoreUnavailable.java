package io.caresettle.protocol.keystore;

import org.jspecify.annotations.Nullable;

/**
 * Private keys cannot be had: a wrong password, a damaged file, a token that is not there. Nothing
 * was sent and nothing was changed.
 *
 * <p>The message says which store, what was found and whose turn it is, and never a password or a
 * key.
 */
public final class KeyStoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What stands between the store and its keys. */
  public enum Why {
    /** There is no such file, or it cannot be read or written. */
    NO_FILE,
    /** The password is wrong, or somebody changed the file: the two cannot be told apart. */
    WRONG_PASSWORD_OR_CHANGED,
    /** What is in the file is not a key store of this form. */
    DAMAGED,
    /** No password could be got. */
    NO_PASSWORD,
    /** The token, its driver or its key is missing, or its PIN is wrong. */
    NO_TOKEN
  }

  private final Why why;

  /** Also for password sources outside this package. */
  public KeyStoreUnavailable(Why why, String whatAndWhatToDo) {
    this(why, whatAndWhatToDo, null);
  }

  KeyStoreUnavailable(Why why, String whatAndWhatToDo, @Nullable Throwable cause) {
    super(whatAndWhatToDo, cause);
    this.why = why;
  }

  /** What stands between the store and its keys. */
  public Why why() {
    return why;
  }
}
