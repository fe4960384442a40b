package io.caresettle.protocol.keystore;

import io.caresettle.protocol.sm.InsecureSecretAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.GCMParameterSpec;
import javax.security.auth.login.LoginException;

/**
 * A password that only a PKCS#11 token can bring back: a random one, kept in a file that is sealed
 * with an AES key that never leaves the token.
 *
 * <p>Whoever copies the disk gets nothing; whoever has disk, token and PIN has the keys. The keys
 * themselves are in this process while it runs: a token that computes SM2 itself is plugged in
 * through {@link io.caresettle.protocol.keys.SigningPair} and {@link
 * io.caresettle.protocol.keys.EncryptionPair} instead.
 *
 * <p>The JDK's own PKCS#11 bridge is used, with AES-256-GCM, which SoftHSM2 and the usual tokens
 * offer.
 */
public final class TokenPassword implements PasswordSource {

  private static final String ALIAS = "caresettle-store";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int PASSWORD_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int MOST_BYTES = 1024;

  private final Provider provider;
  private final Path sealed;
  private final PasswordSource pin;
  private final SecureRandom random;

  private TokenPassword(Provider provider, Path sealed, PasswordSource pin, SecureRandom random) {
    this.provider = provider;
    this.sealed = sealed;
    this.pin = pin;
    this.random = random;
  }

  /**
   * A password kept in {@code sealed} under the key of a token.
   *
   * @param driver the PKCS#11 library that the token's maker delivers
   * @param slot the token's place in the list of slots, from 0
   * @param pin asked for the token's PIN each time
   * @throws KeyStoreUnavailable if the driver cannot be loaded or has no such slot
   */
  public static TokenPassword in(
      Path driver, int slot, Path sealed, PasswordSource pin, SecureRandom random) {
    if (!Files.isRegularFile(driver)) {
      throw noToken("There is no PKCS#11 driver at " + driver + ": install the token's software");
    }
    Provider bridge = Security.getProvider("SunPKCS11");
    if (bridge == null) {
      throw noToken("This Java has no PKCS#11 bridge: add the module jdk.crypto.cryptoki to it");
    }
    byte[] name = new byte[4];
    random.nextBytes(name);
    try {
      Provider configured =
          bridge.configure(
              String.join(
                  "\n",
                  "--name=caresettle-" + HexFormat.of().formatHex(name),
                  "library=" + driver,
                  "slotListIndex=" + slot,
                  "attributes(generate,CKO_SECRET_KEY,CKK_AES) = {",
                  "CKA_SENSITIVE = true",
                  "CKA_EXTRACTABLE = false",
                  "CKA_ENCRYPT = true",
                  "CKA_DECRYPT = true",
                  "}",
                  ""));
      return new TokenPassword(configured, sealed, pin, random);
    } catch (RuntimeException e) {
      throw noToken(
          "The PKCS#11 driver "
              + driver
              + " has no token in slot "
              + slot
              + ": plug it in, and look at the number of the slot");
    }
  }

  /**
   * Makes a key in the token, unless it has one, and a new password in the file.
   *
   * @throws KeyStoreUnavailable if the file exists already: it may be the only way to some keys
   */
  public void create() {
    if (Files.exists(sealed)) {
      throw new KeyStoreUnavailable(
          KeyStoreUnavailable.Why.NO_FILE,
          "There is a token password in " + sealed + " already: name another file");
    }
    byte[] password = new byte[PASSWORD_BYTES];
    random.nextBytes(password);
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      KeyStore token = logIn();
      if (!token.containsAlias(ALIAS)) {
        KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
        generator.init(256);
        token.setKeyEntry(ALIAS, generator.generateKey(), null, null);
      }
      byte[] ciphertext = run(Cipher.ENCRYPT_MODE, key(token), nonce, password);
      byte[] file = Arrays.copyOf(nonce, NONCE_BYTES + ciphertext.length);
      System.arraycopy(ciphertext, 0, file, NONCE_BYTES, ciphertext.length);
      OwnerOnly.write(sealed, file);
    } catch (GeneralSecurityException e) {
      throw noToken("The token refused to make or use a key: it must offer AES-256 in GCM");
    } finally {
      Arrays.fill(password, (byte) 0);
      logOut();
    }
  }

  @Override
  public Password password(String store) {
    byte[] file;
    try {
      if (Files.size(sealed) > MOST_BYTES) {
        throw changed();
      }
      file = Files.readAllBytes(sealed);
    } catch (IOException e) {
      throw new KeyStoreUnavailable(
          KeyStoreUnavailable.Why.NO_FILE,
          "The token password in " + sealed + " cannot be read: restore it from its copy");
    }
    if (file.length <= NONCE_BYTES) {
      throw changed();
    }
    byte[] nonce = Arrays.copyOf(file, NONCE_BYTES);
    byte[] ciphertext = Arrays.copyOfRange(file, NONCE_BYTES, file.length);
    try {
      byte[] password = run(Cipher.DECRYPT_MODE, key(logIn()), nonce, ciphertext);
      char[] hex = HexFormat.of().formatHex(password).toCharArray();
      Arrays.fill(password, (byte) 0);
      Password result = Password.copyOf(hex);
      Arrays.fill(hex, '\0');
      return result;
    } catch (GeneralSecurityException e) {
      throw changed();
    } finally {
      logOut();
    }
  }

  private KeyStore logIn() {
    char[] digits = new char[0];
    try (Password entered = pin.password("token")) {
      digits = entered.characters(InsecureSecretAccess.get());
      KeyStore token = KeyStore.getInstance("PKCS11", provider);
      token.load(null, digits);
      return token;
    } catch (IOException | GeneralSecurityException e) {
      throw noToken(
          "The token did not open: its PIN is wrong, or it is gone. Mind how many attempts it has"
              + " left");
    } finally {
      Arrays.fill(digits, '\0');
    }
  }

  /** A token stays open to the whole process until somebody logs out, whatever PIN others give. */
  private void logOut() {
    if (provider instanceof AuthProvider login) {
      try {
        login.logout();
      } catch (LoginException e) {
        // It was not logged in, or it is gone: either way nobody is.
        return;
      }
    }
  }

  private static Key key(KeyStore token) throws GeneralSecurityException {
    Key key = token.getKey(ALIAS, null);
    if (key == null) {
      throw noToken(
          "The token has no key named "
              + ALIAS
              + ": it is another token, or it was initialised since; restore the keys with the"
              + " institution's recovery key");
    }
    return key;
  }

  private byte[] run(int mode, Key key, byte[] nonce, byte[] bytes)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER, provider);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD("CareSettle token password v1".getBytes(StandardCharsets.US_ASCII));
    return cipher.doFinal(bytes);
  }

  private KeyStoreUnavailable changed() {
    return new KeyStoreUnavailable(
        KeyStoreUnavailable.Why.WRONG_PASSWORD_OR_CHANGED,
        "The token password in "
            + sealed
            + " was sealed by another token, or was changed: use that token, or restore the file");
  }

  private static KeyStoreUnavailable noToken(String whatAndWhatToDo) {
    return new KeyStoreUnavailable(KeyStoreUnavailable.Why.NO_TOKEN, whatAndWhatToDo);
  }

  @Override
  public String toString() {
    return "TokenPassword[" + sealed + "]";
  }
}
