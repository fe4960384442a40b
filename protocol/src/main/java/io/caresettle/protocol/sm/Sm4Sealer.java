package io.caresettle.protocol.sm;

import java.util.function.LongFunction;

/**
 * Seals the messages of one direction of one session, each under the next number.
 *
 * <p>The number is the nonce, so a sealer can be used again and again and never uses a nonce twice.
 * It may be called from several threads; whoever sends the results must keep their order.
 */
public final class Sm4Sealer {

  private final Sm4Gcm gcm;
  private final Sm4Sequence sequence;

  public Sm4Sealer(SecretBytes key, SecretBytes salt) {
    gcm = Sm4Gcm.sealing(Sm4Sequence.key(key, salt));
    sequence = new Sm4Sequence(salt);
  }

  /** Whether the last number is used up: open another session. */
  public synchronized boolean isExhausted() {
    return sequence.isExhausted();
  }

  /**
   * Seals {@code plain} under the next number: the associated data, the ciphertext, the tag.
   *
   * @param before how many bytes to leave free in front, for what does not belong to the message
   * @param associated makes the data that travels in clear and is authenticated, given the number
   */
  public synchronized byte[] seal(int before, LongFunction<byte[]> associated, byte[] plain) {
    if (sequence.isExhausted()) {
      throw new IllegalStateException("The numbers of this session are used up: open another one");
    }
    byte[] clear = associated.apply(sequence.next());
    byte[] nonce = sequence.nonce();
    // Before sealing: a number that met a failure is spent as well.
    sequence.advance();
    int sealed = before + clear.length;
    byte[] message = new byte[sealed + plain.length + Sm4Gcm.TAG_BYTES];
    System.arraycopy(clear, 0, message, before, clear.length);
    gcm.seal(nonce, clear, 0, clear.length, plain, message, sealed);
    return message;
  }

  @Override
  public String toString() {
    return "Sm4Sealer[hidden]";
  }
}
