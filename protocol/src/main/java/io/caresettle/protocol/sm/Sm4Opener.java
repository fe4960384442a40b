package io.caresettle.protocol.sm;

import io.caresettle.protocol.NotAuthentic;

/**
 * Opens the messages of one direction of one session, in order and without a gap.
 *
 * <p>The next number or nothing: there is no window in which an older or newer message would do.
 * After the first refusal everything is refused.
 */
public final class Sm4Opener {

  private final Sm4Sequence sequence;
  private boolean closed;

  public Sm4Opener(SecretBytes key, SecretBytes salt) {
    sequence = new Sm4Sequence(key, salt);
  }

  /**
   * The plain bytes of what stands in {@code sealed} from {@code offset} on.
   *
   * @param number the number that the message claims
   * @throws NotAuthentic if anything at all is wrong; this opener is closed then
   */
  public synchronized byte[] open(long number, byte[] associated, byte[] sealed, int offset) {
    if (closed || number != sequence.next() || sequence.isExhausted()) {
      closed = true;
      throw NotAuthentic.envelope();
    }
    try {
      byte[] plain = Sm4Gcm.open(sequence.key(), sequence.nonce(), associated, sealed, offset);
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
