package io.caresettle.protocol.keystore;

import io.caresettle.protocol.sm.InsecureSecretAccess;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

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

  /** What stands in UTF-8 before the first line end; empty where that is nothing or no UTF-8. */
  static Optional<Password> firstLineOf(byte[] text) {
    int end = 0;
    while (end < text.length && text[end] != '\n' && text[end] != '\r') {
      end++;
    }
    try {
      CharBuffer line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, 0, end));
      char[] characters = new char[line.remaining()];
      line.duplicate().get(characters);
      if (line.hasArray()) {
        Arrays.fill(line.array(), '\0');
      }
      return characters.length == 0 ? Optional.empty() : Optional.of(new Password(characters));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Another one of the same characters, for whoever closes what it gets. */
  public Password copy() {
    return copyOf(characters);
  }

  /** Whether an operator who was asked twice typed the same. */
  public boolean isSameAs(Password other) {
    return Arrays.equals(characters, other.characters);
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
