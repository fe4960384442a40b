package io.caresettle.policy.signed;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;

/** A pack that its issuer vouches for, as it is sent to tills. */
public final class SignedPack {

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
    return new SignedPack(
        pack, Signed.sign(Signed.Form.PACK, Statement.of(pack).text(), pack.bytes(), issuer));
  }

  /**
   * Opens what {@link #bytes} gave, in this order: signature, digest, content, and whether what was
   * signed speaks of that content.
   *
   * @throws PackRefused unless the issuer signed exactly this
   */
  public static SignedPack open(byte[] bytes, Sm2PublicKey issuer) {
    Signed signed = Signed.open(Signed.Form.PACK, bytes, issuer);
    Statement statement = new Statement(signed.statement());
    if (!statement.isOf(signed.content())) {
      throw Signed.Form.PACK.refused("other content than its issuer signed: fetch the file again");
    }
    try {
      CompiledPack pack = CompiledPack.read(signed.content());
      if (!Statement.of(pack).equals(statement)) {
        throw Signed.Form.PACK.refused(
            "signed for another area, topic, version or period than it has");
      }
      return new SignedPack(pack, bytes.clone());
    } catch (MalformedPack e) {
      throw Signed.Form.PACK.refused(String.valueOf(e.getMessage()));
    }
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
