package io.caresettle.protocol.keys;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.sm.Sm2PublicKey;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What others know of a party: its id and its two public keys.
 *
 * @param partyId 1 to 64 letters, digits, dots, hyphens and underscores
 */
public record PartyIdentity(String partyId, SigningKey signing, EncryptionKey encryption) {

  private static final Pattern PARTY_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String TITLE = "caresettle-party-identity 1";
  private static final int KEY_ID_BYTES = 8;

  public PartyIdentity {
    if (!PARTY_ID.matcher(partyId).matches()) {
      throw new KeyRejected("A party id is 1 to 64 letters, digits, dots, hyphens and underscores");
    }
    if (signing.key().equals(encryption.key())) {
      throw new KeyRejected(
          "A party signs with one key and exchanges keys with another: make a second pair");
    }
  }

  /** 16 hex digits that stand for this party with these keys. */
  public String keyId() {
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

  /** The five lines that {@link #parse} reads. */
  public String toText() {
    return TextLines.write(
        TITLE,
        partyId,
        keyId(),
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
  public String toString() {
    return "PartyIdentity[" + partyId + ", key id " + keyId() + "]";
  }
}
