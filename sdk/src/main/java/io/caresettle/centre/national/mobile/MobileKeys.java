package io.caresettle.centre.national.mobile;

import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import io.caresettle.protocol.sm.Sm4Codebook;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What one application and the centre know of each other.
 *
 * @param applicationId {@code appId}
 * @param secret {@code appSecret}, as the bytes of its text
 * @param own signs what is sent
 * @param centre verifies what is received
 * @param userId the id that signatures name; one centre takes the secret for it
 * @param numbers how numbers are signed
 */
public record MobileKeys(
    String applicationId,
    SecretBytes secret,
    Sm2PrivateKey own,
    Sm2PublicKey centre,
    UserId userId,
    Numbers numbers) {

  private static final int KEY_CHARACTERS = 16;

  /** Whose id is signed with. */
  public enum UserId {
    /** That of the standards. */
    USUAL,
    /** The application's secret. */
    SECRET
  }

  /** How numbers in the data are signed. */
  public enum Numbers {
    AS_TEXT,
    BARE
  }

  /** The key of the data: half of the hex digits of the enciphered secret, as text. */
  Sm4Codebook dataKey() {
    byte[] id = applicationId.getBytes(StandardCharsets.US_ASCII);
    if (id.length < KEY_CHARACTERS) {
      throw new IllegalArgumentException("An appId has at least 16 characters: look at it again");
    }
    byte[] enciphered =
        new Sm4Codebook(SecretBytes.copyOf(Arrays.copyOf(id, KEY_CHARACTERS)))
            .encipher(secretText().getBytes(StandardCharsets.UTF_8));
    String hex = HexFormat.of().withUpperCase().formatHex(enciphered);
    return new Sm4Codebook(
        SecretBytes.copyOf(hex.substring(0, KEY_CHARACTERS).getBytes(StandardCharsets.US_ASCII)));
  }

  String secretText() {
    return new String(secret.bytes(InsecureSecretAccess.get()), StandardCharsets.UTF_8);
  }

  String userIdText() {
    return switch (userId) {
      case USUAL -> Sm2PublicKey.DEFAULT_USER_ID;
      case SECRET -> secretText();
    };
  }
}
