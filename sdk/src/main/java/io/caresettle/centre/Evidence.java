package io.caresettle.centre;

/**
 * The bytes with which somebody said something that moves money, exactly as they went over the
 * line.
 *
 * @param keyId whose signature it carries; empty where this kind of centre knows no signatures
 * @param document what was sent or received
 */
public record Evidence(String keyId, Opaque document) {

  /** For a word that came without anything that could be kept. */
  public static final Evidence NONE = new Evidence("", Opaque.copyOf(new byte[0]));

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return document.bytes().length == 0;
  }
}
