package io.caresettle.protocol.keys;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.security.SecureRandom;

/** A party's own id and its two pairs, private halves included. */
public final class PartyKeys {

  private static final String TITLE = "caresettle-test-keys 1";

  private final PartyIdentity identity;
  private final SigningPair signing;
  private final EncryptionPair encryption;

  /**
   * A party that has these pairs.
   *
   * @throws KeyRejected if they are one and the same
   */
  public PartyKeys(String partyId, SigningPair signing, EncryptionPair encryption) {
    this.identity = new PartyIdentity(partyId, signing.publicKey(), encryption.publicKey());
    this.signing = signing;
    this.encryption = encryption;
  }

  /** A party with new keys. */
  public static PartyKeys generate(String partyId, SecureRandom random) {
    return new PartyKeys(
        partyId,
        new SigningPair(Sm2PrivateKey.generate(random)),
        new EncryptionPair(Sm2PrivateKey.generate(random)));
  }

  /** What others may know of this party. */
  public PartyIdentity identity() {
    return identity;
  }

  public SigningPair signing() {
    return signing;
  }

  public EncryptionPair encryption() {
    return encryption;
  }

  /** The five lines that {@link #parse} reads, private keys in clear: for test keys only. */
  public String text(InsecureSecretAccess access) {
    return TextLines.write(
        TITLE,
        identity.partyId(),
        identity.keyId(),
        "signing-private",
        hex(signing.privateKey(access), access),
        "encryption-private",
        hex(encryption.privateKey(access), access));
  }

  /**
   * Reads what {@link #text} wrote, and nothing else.
   *
   * @throws KeyRejected if a line is not as it should be
   */
  public static PartyKeys parse(String text) {
    TextLines lines = TextLines.read(text, TITLE, "signing-private", "encryption-private");
    PartyKeys keys =
        new PartyKeys(
            lines.partyId(),
            new SigningPair(Sm2PrivateKey.parseHex(lines.signing())),
            new EncryptionPair(Sm2PrivateKey.parseHex(lines.encryption())));
    lines.mustHaveWritten(keys.text(InsecureSecretAccess.get()), keys.identity().keyId());
    return keys;
  }

  private static String hex(Sm2PrivateKey key, InsecureSecretAccess access) {
    return TextLines.hex(key.encoded(access));
  }

  @Override
  public String toString() {
    return "PartyKeys[" + identity.partyId() + ", key id " + identity.keyId() + ", hidden]";
  }
}
