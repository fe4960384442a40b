package io.caresettle.centre;

/**
 * Where a journal's audit chain stands, as it is told to the centre.
 *
 * @param epoch the life of the journal that the position counts in
 * @param position the last record under the head
 * @param digest SM3 in lower-case hex
 */
public record ChainHead(String epoch, long position, String digest) {

  /**
   * @throws IllegalArgumentException when the digest is none, or the position is below zero
   */
  public ChainHead {
    if (position < 0 || !digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("A head is a position and 64 hexadecimal digits");
    }
  }
}
