package io.caresettle.protocol.sm;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * The initialised signers of one key, each used by one thread at a time.
 *
 * <p>It grows to as many as were ever busy together. A signer that threw is not put back.
 */
final class SignerPool {

  private final ConcurrentLinkedQueue<SM2Signer> idle = new ConcurrentLinkedQueue<>();
  private final Supplier<SM2Signer> initialised;

  SignerPool(Supplier<SM2Signer> initialised) {
    this.initialised = initialised;
  }

  <T> T with(Function<SM2Signer, T> work) {
    SM2Signer waiting = idle.poll();
    SM2Signer signer = waiting == null ? initialised.get() : waiting;
    signer.reset();
    T result = work.apply(signer);
    idle.offer(signer);
    return result;
  }
}
