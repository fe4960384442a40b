package io.caresettle.protocol.sm;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 block by block (ECB) with the padding of PKCS #7, as the envelopes of the mobile-payment
 * centre prescribe it.
 *
 * <p>Equal blocks look equal, and nobody notices a change: whatever is read with it must be proved
 * by a signature. Nothing of our own is enciphered like this.
 */
public final class Sm4Codebook {

  private final SecretBytes key;

  /**
   * @param key 16 bytes
   */
  public Sm4Codebook(SecretBytes key) {
    if (key.length() != Sm4Gcm.KEY_BYTES) {
      throw new IllegalArgumentException("An SM4 key has 16 bytes, this one " + key.length());
    }
    this.key = key;
  }

  /** Enciphers {@code plain}. */
  public byte[] encipher(byte[] plain) {
    return run(true, plain)
        .orElseThrow(() -> new IllegalStateException("BouncyCastle could not encipher"));
  }

  /** What was enciphered; empty where the blocks or the padding are none. */
  public Optional<byte[]> decipher(byte[] enciphered) {
    return enciphered.length == 0 ? Optional.empty() : run(false, enciphered);
  }

  private Optional<byte[]> run(boolean forward, byte[] in) {
    PaddedBufferedBlockCipher cipher =
        new PaddedBufferedBlockCipher(new SM4Engine(), new PKCS7Padding());
    cipher.init(forward, new KeyParameter(key.bytes(InsecureSecretAccess.get())));
    byte[] out = new byte[cipher.getOutputSize(in.length)];
    int length = cipher.processBytes(in, 0, in.length, out, 0);
    try {
      length += cipher.doFinal(out, length);
    } catch (InvalidCipherTextException | DataLengthException e) {
      return Optional.empty();
    }
    return Optional.of(Arrays.copyOf(out, length));
  }

  @Override
  public String toString() {
    return "Sm4Codebook[hidden]";
  }
}
