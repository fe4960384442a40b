package io.caresettle.protocol.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.keystore.Pkcs12.Contents;
import io.caresettle.protocol.keystore.Pkcs12.NamedKey;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Keys in a PKCS#12 file")
class Pkcs12Tests {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final char[] PASSWORD = "correct horse 电池".toCharArray();
  private static final Sm2PrivateKey KEY = Sm2PrivateKey.generate(RANDOM);
  private static final byte[] FILE =
      Pkcs12.write(
          new Contents(List.of(new NamedKey("signing", KEY)), List.of()), PASSWORD, RANDOM);

  @Test
  void comeBackWithThePassword() {
    Contents read = Pkcs12.read(FILE, PASSWORD, "till.p12");
    assertEquals("signing", read.keys().get(0).name());
    assertArrayEquals(secret(KEY), secret(read.keys().get(0).key()));
  }

  @Test
  void stayHiddenFromAWrongPassword() {
    KeyStoreUnavailable refused =
        assertThrows(
            KeyStoreUnavailable.class,
            () -> Pkcs12.read(FILE, "wrong horse".toCharArray(), "till.p12"));
    assertEquals(KeyStoreUnavailable.Why.WRONG_PASSWORD_OR_CHANGED, refused.why());
    assertTrue(String.valueOf(refused.getMessage()).contains("till.p12"));
    assertFalse(String.valueOf(refused.getMessage()).contains("horse"));
  }

  @Test
  void areNotReadFromADamagedFile() {
    int refused = 0;
    // Every 17th byte: each try costs two key derivations.
    for (int at = 0; at < FILE.length; at += 17) {
      byte[] damaged = FILE.clone();
      damaged[at] ^= 1;
      try {
        // A few bytes say nothing, such as a type that is named twice; then nothing may differ.
        Contents read = Pkcs12.read(damaged, PASSWORD, "till.p12");
        assertArrayEquals(secret(KEY), secret(read.keys().get(0).key()), "byte " + at);
      } catch (KeyStoreUnavailable e) {
        refused++;
      }
    }
    assertTrue(refused > FILE.length / 17 * 9 / 10, "refused " + refused);
    for (byte[] other :
        List.of(new byte[0], new byte[] {0x30}, "not a store".getBytes(StandardCharsets.UTF_8))) {
      KeyStoreUnavailable none =
          assertThrows(KeyStoreUnavailable.class, () -> Pkcs12.read(other, PASSWORD, "till.p12"));
      assertEquals(KeyStoreUnavailable.Why.DAMAGED, none.why());
    }
  }

  @Test
  void areNotReadFromAFileThatOnlyKeepsTheMachineBusy() {
    for (long rounds : new long[] {0, 1_000_001, 5_000_000, 1L << 40}) {
      byte[] busy = withMacRounds(BigInteger.valueOf(rounds));
      KeyStoreUnavailable refused =
          assertThrows(KeyStoreUnavailable.class, () -> Pkcs12.read(busy, PASSWORD, "till.p12"));
      assertEquals(KeyStoreUnavailable.Why.DAMAGED, refused.why(), rounds + " rounds");
      assertNull(refused.getCause());
      // The same bound where the keys themselves are derived.
      assertFalse(Pbes2.isBounded(BigInteger.valueOf(rounds)));
    }
    assertTrue(Pbes2.isBounded(BigInteger.valueOf(Pbes2.ITERATIONS)));
  }

  private static byte[] withMacRounds(BigInteger rounds) {
    Pfx file = Pfx.getInstance(FILE);
    ASN1Sequence mac = ASN1Sequence.getInstance(file.getMacData());
    ASN1EncodableVector changed = new ASN1EncodableVector();
    changed.add(new ASN1Integer(3));
    changed.add(file.getAuthSafe());
    changed.add(
        new DERSequence(
            new ASN1Encodable[] {mac.getObjectAt(0), mac.getObjectAt(1), new ASN1Integer(rounds)}));
    try {
      return new DERSequence(changed).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void doNotStandInTheFileInClear() {
    String bytes = HexFormat.of().formatHex(FILE);
    assertFalse(bytes.contains(HexFormat.of().formatHex(secret(KEY))));
  }

  @Test
  void areReadByOpenSsl(@TempDir Path folder) throws Exception {
    OpenSsl.orSkip();
    Path file = Files.write(folder.resolve("till.p12"), FILE);
    String printed =
        OpenSsl.run(PASSWORD, "pkcs12", "-in", file.toString(), "-nodes", "-passin", "env:P");
    assertTrue(printed.contains("BEGIN PRIVATE KEY"), printed);
    assertTrue(printed.contains("friendlyName: signing"), printed);
  }

  @Test
  void ofOpenSslAreReadHere(@TempDir Path folder) throws Exception {
    OpenSsl.orSkip();
    String key = folder.resolve("key.pem").toString();
    String file = folder.resolve("other.p12").toString();
    OpenSsl.run(PASSWORD, "ecparam", "-name", "SM2", "-genkey", "-noout", "-out", key);
    OpenSsl.run(
        PASSWORD,
        "pkcs12",
        "-export",
        "-nocerts",
        "-inkey",
        key,
        "-name",
        "theirs",
        "-out",
        file,
        "-passout",
        "env:P");
    String text = OpenSsl.run(PASSWORD, "ec", "-in", key, "-text", "-noout");

    Contents read = Pkcs12.read(Files.readAllBytes(Path.of(file)), PASSWORD, file);

    assertEquals("theirs", read.keys().get(0).name());
    String hex = HexFormat.ofDelimiter(":").formatHex(secret(read.keys().get(0).key()));
    assertTrue(text.replaceAll("\\s", "").contains(hex), "the same key as OpenSSL prints");
  }

  private static byte[] secret(Sm2PrivateKey key) {
    return key.encoded(InsecureSecretAccess.get());
  }
}
