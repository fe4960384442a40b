package io.caresettle.protocol.enrolment;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.envelope.ByteReader;
import io.caresettle.protocol.envelope.ByteWriter;
import io.caresettle.protocol.keys.EncryptionKey;
import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm4Box;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Bytes for the owner of one encryption key: a fresh SM4 key wrapped for it, and a box under that
 * key. It does not say who sealed.
 */
final class Sealed {

  /** The longest sealed message that is read. */
  static final int MAX_BYTES = 16 * 1024;

  private static final int VERSION = 1;

  private Sealed() {}

  /** Seals for {@code owner}; the label and the owner's key are bound. */
  static byte[] seal(EncryptionKey owner, String label, byte[] plain, SecureRandom random) {
    SecretBytes key = Sm4Box.newKey(random);
    byte[] wrapped = owner.wrap(key);
    byte[] box = new Sm4Box(key, random).seal(associated(owner, label), plain);
    return new ByteWriter().u8(VERSION).u8(wrapped.length).bytes(wrapped).bytes(box).toBytes();
  }

  /**
   * The plain bytes.
   *
   * @throws NotAuthentic unless they were sealed for {@code owner} under this label
   */
  static byte[] open(EncryptionPair owner, String label, byte[] sealed) {
    if (sealed.length > MAX_BYTES) {
      throw NotAuthentic.sealedValue();
    }
    ByteReader reader = new ByteReader(sealed, NotAuthentic::sealedValue);
    int version = reader.u8();
    int length = reader.u8();
    if (version != VERSION) {
      throw NotAuthentic.sealedValue();
    }
    SecretBytes key = owner.unwrap(reader.bytes(length));
    byte[] box = Arrays.copyOfRange(sealed, reader.position(), sealed.length);
    if (key.length() != 16) {
      throw NotAuthentic.sealedValue();
    }
    return new Sm4Box(key, new SecureRandom()).open(associated(owner.publicKey(), label), box);
  }

  private static byte[] associated(EncryptionKey owner, String label) {
    return new ByteWriter()
        .bytes(label.getBytes(StandardCharsets.US_ASCII))
        .u8(0)
        .bytes(owner.key().encoded())
        .toBytes();
  }
}
