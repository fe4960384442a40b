package io.caresettle.protocol.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Keys and identities")
class KeyTextTests {

  private static final PartyKeys KEYS = PartyKeys.generate("CENTRE-TEST", new SecureRandom());

  @Test
  void areReadBackAsTheyWereWritten() {
    PartyIdentity identity = PartyIdentity.parse(KEYS.identity().toText());
    assertEquals(KEYS.identity(), identity);
    assertEquals(KEYS.identity().keyId(), identity.keyId());

    PartyKeys keys = PartyKeys.parse(KEYS.text(InsecureSecretAccess.get()));
    assertEquals(KEYS.identity(), keys.identity());
    assertEquals(KEYS.text(InsecureSecretAccess.get()), keys.text(InsecureSecretAccess.get()));
  }

  @Test
  void haveAKeyIdThatDependsOnTheNameAndOnBothKeys() {
    PartyIdentity a = KEYS.identity();
    PartyIdentity b = PartyKeys.generate("CENTRE-TEST", new SecureRandom()).identity();
    assertNotEquals(a.keyId(), new PartyIdentity("CENTRE", a.signing(), a.encryption()).keyId());
    assertNotEquals(a.keyId(), new PartyIdentity(a.partyId(), b.signing(), a.encryption()).keyId());
    assertNotEquals(a.keyId(), new PartyIdentity(a.partyId(), a.signing(), b.encryption()).keyId());
  }

  @Test
  void areEqualOnlyWithTheSameNameAndTheSameKeys() {
    PartyIdentity a = KEYS.identity();
    PartyIdentity b = PartyKeys.generate("CENTRE-TEST", new SecureRandom()).identity();
    PartyIdentity again = new PartyIdentity(a.partyId(), a.signing(), a.encryption());
    assertEquals(a, again);
    assertEquals(a.hashCode(), again.hashCode());
    assertNotEquals(a, new PartyIdentity("CENTRE", a.signing(), a.encryption()));
    assertNotEquals(a, new PartyIdentity(a.partyId(), b.signing(), a.encryption()));
    assertNotEquals(a, new PartyIdentity(a.partyId(), a.signing(), b.encryption()));
  }

  @Test
  void hashTheirKeyIdOnce() {
    PartyIdentity identity = KEYS.identity();
    assertSame(identity.keyId(), identity.keyId());
  }

  @Test
  void areRefusedUnlessEveryCharacterIsAsThisVersionWritesIt() {
    String text = KEYS.identity().toText();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == '0' ? '1' : '0';
      String changed = text.substring(0, i) + other + text.substring(i + 1);
      assertThrows(KeyRejected.class, () -> PartyIdentity.parse(changed), changed);
    }
    List<String> others =
        List.of(
            "",
            text + "\n",
            text.substring(0, text.length() - 1),
            text.replace("\n", "\r\n"),
            text.toUpperCase(Locale.ROOT),
            " " + text,
            KEYS.text(InsecureSecretAccess.get()));
    for (String other : others) {
      assertThrows(KeyRejected.class, () -> PartyIdentity.parse(other), other);
    }
  }

  @Test
  void ofPrivateKeysAreRefusedInTheSameWayAndNeverQuoted() {
    String text = KEYS.text(InsecureSecretAccess.get());
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'g' ? 'h' : 'g';
      String changed = text.substring(0, i) + other + text.substring(i + 1);
      KeyRejected refusal =
          assertThrows(KeyRejected.class, () -> PartyKeys.parse(changed), changed);
      hidesKeys(refusal.toString());
      assertEquals(null, refusal.getCause());
    }
  }

  @Test
  void doNotPrintPrivateKeys() {
    hidesKeys(KEYS.toString());
    hidesKeys(KEYS.signing().toString());
    hidesKeys(KEYS.encryption().toString());
    hidesKeys(KEYS.identity().toString());
  }

  @Test
  void areNotOneKeyForBothPurposes() {
    Sm2PrivateKey key = Sm2PrivateKey.generate(new SecureRandom());
    assertThrows(
        KeyRejected.class,
        () -> new PartyKeys("TILL-1", new SigningPair(key), new EncryptionPair(key)));
  }

  @Test
  void bearNamesThatFitOnTheWire() {
    PartyIdentity a = KEYS.identity();
    for (String name : List.of("", "a b", "药店", "a".repeat(65), "a\n")) {
      assertThrows(
          KeyRejected.class, () -> new PartyIdentity(name, a.signing(), a.encryption()), name);
    }
  }

  private static void hidesKeys(String text) {
    for (String secret :
        List.of(
            hex(KEYS.signing().privateKey(InsecureSecretAccess.get())),
            hex(KEYS.encryption().privateKey(InsecureSecretAccess.get())))) {
      // A third of a key is enough to recognise it by.
      assertFalse(text.contains(secret.substring(0, 20)), "beginning shown");
      assertFalse(text.contains(secret.substring(44)), "end shown");
    }
  }

  private static String hex(Sm2PrivateKey key) {
    return TextLines.hex(key.encoded(InsecureSecretAccess.get()));
  }
}
