package io.caresettle.protocol.keystore;

import io.caresettle.protocol.sm.InsecureSecretAccess;
import java.util.Arrays;
import java.util.Objects;

/**
 * The password of a key store, for as long as it is needed.
 *
 * <p>{@link #close()} overwrites the characters held here. That is best effort: copies that a
 * console, the collector or a library made are out of reach.
 */
public final class Password implements AutoCloseable {

  /** The fewest characters of a password for a new store; the factory of keys is behind it. */
  public static final int FEWEST = 8;

  private final char[] characters;

  private Password(char[] characters) {
    this.characters = characters;
  }

  /** Takes a copy; the caller wipes its own. */
  public static Password copyOf(char[] characters) {
    return new Password(characters.clone());
  }

  /** How many characters there are. */
  public int length() {
    return characters.length;
  }

  /** The characters themselves, for deriving a key. The caller wipes them. */
  public char[] characters(InsecureSecretAccess access) {
    Objects.requireNonNull(access);
    return characters.clone();
  }

  @Override
  public void close() {
    Arrays.fill(characters, '\0');
  }

  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
