package io.caresettle.protocol.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.keystore.KeySet.Generation;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The keys of one party over the years")
class KeySetTests {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");
  private static final Instant AUTUMN = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant WINTER = Instant.parse("2026-12-31T00:00:00Z");

  private static final CertificateAuthority ROOT =
      CertificateAuthority.root(
          "test-root",
          new SigningPair(Sm2PrivateKey.generate(RANDOM)),
          TrustProfile.TEST,
          new Validity(SPRING, WINTER),
          RANDOM);
  private static final PartyKeys OLD = PartyKeys.generate("TILL-3", RANDOM);
  private static final PartyKeys NEW = PartyKeys.generate("TILL-3", RANDOM);

  /** The old generation is valid from spring to autumn, the new one from summer to winter. */
  private static final KeySet SET =
      KeySet.of("TILL-3")
          .with(OLD)
          .with(NEW)
          .certified(certificates(OLD, SPRING, AUTUMN))
          .certified(certificates(NEW, SUMMER, WINTER));

  private static final PasswordSource PASSWORD =
      store -> Password.copyOf("a long enough password".toCharArray());

  @Test
  void theNewestValidGenerationIsUsed() {
    assertEquals(keyId(OLD), current(SET, SPRING));
    assertEquals(keyId(NEW), current(SET, SUMMER));
    assertEquals(keyId(NEW), current(SET, WINTER));
  }

  @Test
  void eachGenerationKnowsWhatItIsGoodFor() {
    Generation old = SET.find(keyId(OLD)).orElseThrow();
    assertEquals(KeyState.UPCOMING, SET.state(old, SPRING.minusSeconds(1)));
    assertEquals(KeyState.CURRENT, SET.state(old, SPRING));
    assertEquals(KeyState.RELIEVED, SET.state(old, SUMMER));
    assertEquals(KeyState.EXPIRED, SET.state(old, AUTUMN.plusSeconds(1)));
    KeySet waiting = KeySet.of("TILL-3").with(OLD);
    assertEquals(
        KeyState.AWAITING_CERTIFICATES, waiting.state(waiting.generations().get(0), SUMMER));
  }

  @Test
  void aWithdrawnGenerationIsNotUsedAndStillOpensWhatWasWrappedForIt() {
    KeySet withdrawn = SET.withdrawn(keyId(NEW), SUMMER.plusSeconds(60));
    assertEquals(keyId(NEW), current(withdrawn, SUMMER));
    assertEquals(keyId(OLD), current(withdrawn, SUMMER.plusSeconds(60)));
    Generation gone = withdrawn.find(keyId(NEW)).orElseThrow();
    assertEquals(KeyState.WITHDRAWN, withdrawn.state(gone, WINTER));
    assertEquals(NEW.identity(), gone.keys().identity());
    KeySet again = withdrawn.withdrawn(keyId(NEW), WINTER);
    assertEquals(gone.withdrawn(), again.find(keyId(NEW)).orElseThrow().withdrawn());
  }

  @Test
  void whoHasNoKeysForTodayIsToldWhatThereIs() {
    KeyRejected refused = assertThrows(KeyRejected.class, () -> SET.current(WINTER.plusSeconds(1)));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(keyId(OLD)) && message.contains("EXPIRED"), message);
    assertTrue(message.contains("clock"), message);
  }

  @Test
  void anUnknownKeyIdIsNamedWithThoseThereAre() {
    KeyRejected refused =
        assertThrows(KeyRejected.class, () -> SET.withdrawn("00000000deadbeef", SUMMER));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("00000000deadbeef") && message.contains(keyId(OLD)), message);
  }

  @Test
  void theKeysOfOthersAndTheSameKeysTwiceAreRefused() {
    assertThrows(KeyRejected.class, () -> SET.with(PartyKeys.generate("TILL-4", RANDOM)));
    assertThrows(KeyRejected.class, () -> SET.with(OLD));
    PartyKeys strangers = PartyKeys.generate("TILL-3", RANDOM);
    assertThrows(KeyRejected.class, () -> SET.certified(certificates(strangers, SPRING, AUTUMN)));
  }

  @Test
  void allOfItComesBackFromAFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("till-3.p12");
    Pkcs12Vault vault = Pkcs12Vault.in(file, PASSWORD, RANDOM);
    PartyKeys waiting = PartyKeys.generate("TILL-3", RANDOM);
    KeySet whole = SET.withdrawn(keyId(OLD), SUMMER).with(waiting);
    vault.save(whole);

    KeySet read = vault.load();

    assertEquals(whole.partyId(), read.partyId());
    assertEquals(
        List.of(keyId(OLD), keyId(NEW), keyId(waiting)),
        read.generations().stream().map(Generation::keyId).toList());
    for (int i = 0; i < 3; i++) {
      Generation was = whole.generations().get(i);
      Generation is = read.generations().get(i);
      assertEquals(was.certificates(), is.certificates());
      assertEquals(was.withdrawn(), is.withdrawn());
    }
    byte[] wrapped = "document".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(
        NEW.identity()
            .signing()
            .verify(wrapped, read.current(SUMMER).keys().signing().sign(wrapped)));
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  void aFileThatSomebodyElseMadeIsNotMistaken(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("other.p12");
    Files.write(
        file,
        Pkcs12.write(
            new Pkcs12.Contents(
                List.of(new Pkcs12.NamedKey("theirs", Sm2PrivateKey.generate(RANDOM))), List.of()),
            "a long enough password".toCharArray(),
            RANDOM));
    KeyStoreUnavailable refused =
        assertThrows(
            KeyStoreUnavailable.class, () -> Pkcs12Vault.in(file, PASSWORD, RANDOM).load());
    assertEquals(KeyStoreUnavailable.Why.DAMAGED, refused.why());
  }

  @Test
  void noFileAndAShortPasswordAreSaidToBeThat(@TempDir Path folder) {
    Path file = folder.resolve("till-3.p12");
    assertEquals(
        KeyStoreUnavailable.Why.NO_FILE,
        assertThrows(KeyStoreUnavailable.class, () -> Pkcs12Vault.in(file, PASSWORD, RANDOM).load())
            .why());
    PasswordSource shortOne = store -> Password.copyOf("1234567".toCharArray());
    assertEquals(
        KeyStoreUnavailable.Why.NO_PASSWORD,
        assertThrows(
                KeyStoreUnavailable.class, () -> Pkcs12Vault.in(file, shortOne, RANDOM).save(SET))
            .why());
    assertFalse(Files.exists(file));
  }

  private static CertificatePair certificates(PartyKeys keys, Instant from, Instant to) {
    return ROOT.issue(
        Subject.terminal("TILL-3", "H32050100001"),
        keys.identity(),
        new Validity(from, to),
        RANDOM);
  }

  private static String keyId(PartyKeys keys) {
    return keys.identity().keyId();
  }

  private static String current(KeySet set, Instant at) {
    return set.current(at).keys().identity().keyId();
  }
}
