package io.caresettle.policy.signed;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A pack that its issuer vouches for, as it is sent to tills. */
public final class SignedPack {

  private static final byte[] MAGIC = "CSSG\1".getBytes(StandardCharsets.US_ASCII);
  private static final int SIGNATURE_BYTES = 64;
  private static final int HEAD_BYTES = MAGIC.length + SIGNATURE_BYTES + Short.BYTES;

  private final CompiledPack pack;
  private final byte[] bytes;

  private SignedPack(CompiledPack pack, byte[] bytes) {
    this.pack = pack;
    this.bytes = bytes;
  }

  /** Signs a pack with a key in this process. */
  public static SignedPack sign(CompiledPack pack, Sm2PrivateKey issuer) {
    return sign(pack, new SigningPair(issuer));
  }

  /** Signs a pack; the issuer's key may be in a device that keeps it to itself. */
  public static SignedPack sign(CompiledPack pack, SigningPair issuer) {
    byte[] statement = Statement.of(pack).bytes();
    byte[] signature = issuer.sign(statement);
    byte[] content = pack.bytes();
    ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + statement.length + content.length);
    bytes.put(MAGIC).put(signature).putShort((short) statement.length).put(statement).put(content);
    return new SignedPack(pack, bytes.array());
  }

  /**
   * Opens what {@link #bytes} gave, in this order: signature, digest, content, and whether what was
   * signed speaks of that content.
   *
   * @throws PackRefused unless the issuer signed exactly this
   */
  public static SignedPack open(byte[] bytes, Sm2PublicKey issuer) {
    if (bytes.length < HEAD_BYTES || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
      throw refused("not a signed pack of this form: ask its issuer for the signed file");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length);
    byte[] signature = new byte[SIGNATURE_BYTES];
    in.get(signature);
    int length = Short.toUnsignedInt(in.getShort());
    if (length > in.remaining()) {
      throw refused("cut off within its statement: fetch the file again");
    }
    byte[] said = new byte[length];
    in.get(said);
    if (!issuer.verify(Sm2PublicKey.DEFAULT_USER_ID, said, signature)) {
      throw refused("not signed by the issuer this till trusts, or altered since");
    }
    byte[] content = new byte[in.remaining()];
    in.get(content);
    Statement statement = new Statement(new String(said, StandardCharsets.UTF_8));
    if (!statement.isOf(content)) {
      throw refused("other content than its issuer signed: fetch the file again");
    }
    try {
      CompiledPack pack = CompiledPack.read(content);
      if (!Statement.of(pack).equals(statement)) {
        throw refused("signed for another area, topic, version or period than it has");
      }
      return new SignedPack(pack, bytes.clone());
    } catch (MalformedPack e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private static PackRefused refused(String reason) {
    return new PackRefused("offered", List.of(reason));
  }

  /** The file. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public CompiledPack pack() {
    return pack;
  }

  public int version() {
    return pack.id().version();
  }
}
