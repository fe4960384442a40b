package io.caresettle.protocol.sm;

import io.caresettle.protocol.NotAuthentic;

/**
 * Opens the messages of one direction of one session, in order and without a gap.
 *
 * <p>The next number or nothing: there is no window in which an older or newer message would do.
 * After the first refusal everything is refused.
 */
public final class Sm4Opener {

  private final Sm4Gcm gcm;
  private final Sm4Sequence sequence;
  private boolean closed;

  public Sm4Opener(SecretBytes key, SecretBytes salt) {
    gcm = Sm4Gcm.opening(Sm4Sequence.key(key, salt));
    sequence = new Sm4Sequence(salt);
  }

  /**
   * The plain bytes of a message whose associated data stand from {@code from} to {@code to}, and
   * whose ciphertext and tag are the rest.
   *
   * @param number the number that the message claims
   * @return bytes that nobody else has
   * @throws NotAuthentic if anything at all is wrong; this opener is closed then
   */
  public synchronized byte[] open(long number, byte[] message, int from, int to) {
    if (closed || number != sequence.next() || sequence.isExhausted()) {
      closed = true;
      throw NotAuthentic.envelope();
    }
    try {
      byte[] plain = gcm.open(sequence.nonce(), message, from, to, message, to);
      sequence.advance();
      return plain;
    } catch (NotAuthentic e) {
      closed = true;
      throw e;
    }
  }

  /** Refuses everything from now on: for a reader that found something else to be wrong. */
  public synchronized void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return "Sm4Opener[hidden]";
  }
}
