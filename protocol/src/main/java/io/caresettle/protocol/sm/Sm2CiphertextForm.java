package io.caresettle.protocol.sm;

/**
 * How the parts of an SM2 ciphertext are written: the ephemeral point C1, the encrypted bytes C2,
 * the digest C3. Whoever decrypts says which form is meant; nothing is tried in turn.
 */
public enum Sm2CiphertextForm {
  /** C1 (65 bytes), C3, C2 one after the other: GB/T 32918.4, and what is written here. */
  C1C3C2,
  /** The order of the draft of 2010, which old systems still write. */
  C1C2C3,
  /** GM/T 0009: a DER sequence of x, y, C3, C2. */
  DER
}
