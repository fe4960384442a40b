package io.caresettle.protocol.keys;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.sm.Sm2PublicKey;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What others know of a party: its id and its two public keys.
 *
 * <p>It is a value as a record is one. It is none because its key id stands in every document, and
 * is hashed once.
 */
public final class PartyIdentity {

  private static final Pattern PARTY_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String TITLE = "caresettle-party-identity 1";
  private static final int KEY_ID_BYTES = 8;

  private final String partyId;
  private final SigningKey signing;
  private final EncryptionKey encryption;
  private final String keyId;

  /**
   * A party that has these keys.
   *
   * @param partyId 1 to 64 letters, digits, dots, hyphens and underscores
   * @throws KeyRejected if it is not, or the two keys are one and the same
   */
  public PartyIdentity(String partyId, SigningKey signing, EncryptionKey encryption) {
    if (!PARTY_ID.matcher(partyId).matches()) {
      throw new KeyRejected("A party id is 1 to 64 letters, digits, dots, hyphens and underscores");
    }
    if (signing.key().equals(encryption.key())) {
      throw new KeyRejected(
          "A party signs with one key and exchanges keys with another: make a second pair");
    }
    this.partyId = partyId;
    this.signing = signing;
    this.encryption = encryption;
    this.keyId = keyId(partyId, signing, encryption);
  }

  private static String keyId(String partyId, SigningKey signing, EncryptionKey encryption) {
    byte[] name = partyId.getBytes(StandardCharsets.US_ASCII);
    byte[] digest =
        Sm3.digest(
            "CareSettle key id v1".getBytes(StandardCharsets.US_ASCII),
            new byte[] {0, (byte) name.length},
            name,
            signing.key().encoded(),
            encryption.key().encoded());
    return TextLines.hex(Arrays.copyOf(digest, KEY_ID_BYTES));
  }

  /** 1 to 64 letters, digits, dots, hyphens and underscores. */
  public String partyId() {
    return partyId;
  }

  public SigningKey signing() {
    return signing;
  }

  public EncryptionKey encryption() {
    return encryption;
  }

  /** 16 hex digits that stand for this party with these keys. */
  public String keyId() {
    return keyId;
  }

  /** The five lines that {@link #parse} reads. */
  public String toText() {
    return TextLines.write(
        TITLE,
        partyId,
        keyId,
        "signing",
        signing.key().hex(),
        "encryption",
        encryption.key().hex());
  }

  /**
   * Reads what {@link #toText()} wrote, and nothing else.
   *
   * @throws KeyRejected if a line is not as it should be
   */
  public static PartyIdentity parse(String text) {
    TextLines lines = TextLines.read(text, TITLE, "signing", "encryption");
    PartyIdentity identity =
        new PartyIdentity(
            lines.partyId(),
            new SigningKey(Sm2PublicKey.parseHex(lines.signing())),
            new EncryptionKey(Sm2PublicKey.parseHex(lines.encryption())));
    lines.mustHaveWritten(identity.toText(), identity.keyId());
    return identity;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PartyIdentity that
        && partyId.equals(that.partyId)
        && signing.equals(that.signing)
        && encryption.equals(that.encryption);
  }

  @Override
  public int hashCode() {
    return Objects.hash(partyId, signing, encryption);
  }

  @Override
  public String toString() {
    return "PartyIdentity[" + partyId + ", key id " + keyId + "]";
  }
}
