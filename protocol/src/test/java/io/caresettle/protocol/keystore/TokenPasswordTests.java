package io.caresettle.protocol.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.sm.InsecureSecretAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A password that only a token brings back")
class TokenPasswordTests {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final PasswordSource PIN = store -> Password.copyOf(SoftToken.PIN.toCharArray());

  @TempDir Path folder;

  @Test
  void comesBackAsOftenAsItIsAskedFor() throws IOException {
    TokenPassword token = freshToken();
    char[] first = characters(token);
    assertEquals(64, first.length);
    assertArrayEquals(first, characters(token));
    String file = Files.readString(sealed(), StandardCharsets.ISO_8859_1);
    assertFalse(file.contains(new String(first)));
  }

  @Test
  void staysInItsTokenWhenThePinIsWrong() throws IOException {
    Path driver = SoftToken.driverOrSkip();
    freshToken();
    TokenPassword wrong =
        TokenPassword.in(
            driver, 0, sealed(), store -> Password.copyOf("000000".toCharArray()), RANDOM);
    KeyStoreUnavailable refused =
        assertThrows(KeyStoreUnavailable.class, () -> wrong.password("till.p12"));
    assertEquals(KeyStoreUnavailable.Why.NO_TOKEN, refused.why());
    assertFalse(String.valueOf(refused.getMessage()).contains("000000"));
  }

  @Test
  void isNotReadFromAChangedFile() throws IOException {
    TokenPassword token = freshToken();
    byte[] file = Files.readAllBytes(sealed());
    for (int at = 0; at < file.length; at++) {
      byte[] changed = file.clone();
      changed[at] ^= 1;
      Files.write(sealed(), changed);
      KeyStoreUnavailable refused =
          assertThrows(KeyStoreUnavailable.class, () -> token.password("till.p12"), "byte " + at);
      assertEquals(KeyStoreUnavailable.Why.WRONG_PASSWORD_OR_CHANGED, refused.why());
    }
  }

  @Test
  void isNeverReplacedByAnother() throws IOException {
    TokenPassword token = freshToken();
    assertThrows(KeyStoreUnavailable.class, token::create);
  }

  @Test
  void needsADriverAndSaysWhichIsMissing() {
    Path nowhere = folder.resolve("no-driver.so");
    KeyStoreUnavailable refused =
        assertThrows(
            KeyStoreUnavailable.class, () -> TokenPassword.in(nowhere, 0, sealed(), PIN, RANDOM));
    assertEquals(KeyStoreUnavailable.Why.NO_TOKEN, refused.why());
    assertTrue(String.valueOf(refused.getMessage()).contains("no-driver.so"));
  }

  @Test
  void isAllThatThisTokenCanDoForUs() throws IOException {
    Path driver = SoftToken.driverOrSkip();
    SoftToken.initialise();
    Provider bridge =
        Security.getProvider("SunPKCS11")
            .configure("--name=look\nlibrary=" + driver + "\nslotListIndex=0\n");
    // If this turns red, SoftHSM2 has learned SM2, and keys could stay inside it.
    assertTrue(
        bridge.getServices().stream()
            .noneMatch(
                service -> service.getAlgorithm().toUpperCase(Locale.ROOT).matches(".*SM[234].*")));
  }

  private TokenPassword freshToken() throws IOException {
    Path driver = SoftToken.driverOrSkip();
    SoftToken.initialise();
    TokenPassword token = TokenPassword.in(driver, 0, sealed(), PIN, RANDOM);
    token.create();
    return token;
  }

  private Path sealed() {
    return folder.resolve("till.token");
  }

  private static char[] characters(TokenPassword token) {
    try (Password password = token.password("till.p12")) {
      return password.characters(InsecureSecretAccess.get());
    }
  }
}
