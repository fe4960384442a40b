package io.caresettle.protocol.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.Tier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("OpenSSL and this library mean the same by")
@Timeout(900)
class OpenSslPeerTests {

  /** What one process does for all inputs. */
  private static final int TOGETHER = 1_000;

  /** What takes a process each. */
  private static final int APART = Tier.times(50, 1_000);

  private final Random random = Tier.random("OpenSSL");

  @TempDir private Path directory;

  private OpenSsl openSsl;

  @BeforeEach
  void open() {
    OpenSsl.mustBeThere();
    openSsl = new OpenSsl(directory);
  }

  @Test
  void sm3() {
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < TOGETHER; i++) {
      messages.add(bytes(random.nextInt(2_000)));
      openSsl.give("m" + i, messages.get(i));
    }
    String names =
        IntStream.range(0, TOGETHER).mapToObj(i -> "m" + i).collect(Collectors.joining(" "));
    openSsl.later("dgst -sm3 -r " + names);
    String[] lines = openSsl.run().split("\n", -1);
    for (int i = 0; i < TOGETHER; i++) {
      String ours = HexFormat.of().formatHex(Sm3.digest(messages.get(i)));
      assertEquals(ours + " *m" + i, lines[i]);
    }
  }

  /** Many blocks under few keys, one process for a key and a direction. */
  @Test
  void sm4Blocks() {
    for (int k = 0; k < 10; k++) {
      byte[] key = bytes(16);
      byte[] plain = bytes(TOGETHER / 10 * 16);
      openSsl.give("plain", plain);
      openSsl.later("enc -sm4-ecb -nopad -in plain -out sealed -K " + hex(key));
      openSsl.later("enc -d -sm4-ecb -nopad -in plain -out opened -K " + hex(key));
      assertEquals("", openSsl.run());
      assertArrayEquals(blocks(true, key, plain), openSsl.take("sealed"));
      assertArrayEquals(blocks(false, key, plain), openSsl.take("opened"));
    }
  }

  private static byte[] blocks(boolean encrypting, byte[] key, byte[] in) {
    SM4Engine sm4 = new SM4Engine();
    sm4.init(encrypting, new KeyParameter(key));
    byte[] out = new byte[in.length];
    for (int at = 0; at < in.length; at += 16) {
      sm4.processBlock(in, at, out, at);
    }
    return out;
  }

  /**
   * Of GCM everything but the tag: its ciphertext is that of CTR which begins with the nonce and 2.
   */
  @Test
  void sm4CiphertextsOfGcm() {
    List<byte[]> plains = new ArrayList<>();
    List<byte[]> ours = new ArrayList<>();
    for (int i = 0; i < APART; i++) {
      byte[] key = bytes(16);
      byte[] nonce = bytes(12);
      plains.add(bytes(1 + random.nextInt(2_000)));
      ours.add(Sm4Gcm.seal(key, nonce, bytes(20), plains.get(i)));
      openSsl.give("plain" + i, plains.get(i));
      openSsl.give("ours" + i, Arrays.copyOf(ours.get(i), plains.get(i).length));
      String with = " -K " + hex(key) + " -iv " + hex(nonce) + "00000002";
      openSsl.later("enc -sm4-ctr -in plain" + i + " -out theirs" + i + with);
      openSsl.later("enc -d -sm4-ctr -in ours" + i + " -out opened" + i + with);
    }
    assertEquals("", openSsl.run());
    for (int i = 0; i < APART; i++) {
      assertArrayEquals(
          Arrays.copyOf(ours.get(i), plains.get(i).length), openSsl.take("theirs" + i));
      assertArrayEquals(plains.get(i), openSsl.take("opened" + i));
    }
  }

  @Test
  void sm2Signatures() {
    List<byte[]> messages = new ArrayList<>();
    List<Sm2PrivateKey> keys = new ArrayList<>();
    int wrong = 0;
    for (int i = 0; i < APART; i++) {
      Sm2PrivateKey key = KonaPeerTests.randomKey(random);
      byte[] message = bytes(1 + random.nextInt(1_000));
      keys.add(key);
      messages.add(message);
      byte[] ours = key.sign(idOf(i), message);
      if (i % 10 == 9) {
        ours[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
        wrong++;
      }
      openSsl.give("key" + i, OpenSsl.privateKey(key));
      openSsl.give("message" + i, message);
      openSsl.give("ours" + i, Sm2Forms.signatureInDer(ours));
      String with =
          pkeyutl(i) + " -in message" + i + " -rawin -digest sm3 -pkeyopt distid:" + idOf(i);
      openSsl.later(with + " -sign -out theirs" + i);
      openSsl.later(with + " -verify -sigfile ours" + i);
    }
    String printed = openSsl.run();
    assertEquals(APART - wrong, count("Signature Verified Successfully", printed), printed);
    assertEquals(wrong, count("Signature Verification Failure", printed), printed);
    for (int i = 0; i < APART; i++) {
      Sm2PublicKey key = keys.get(i).publicKey();
      byte[] theirs = openSsl.take("theirs" + i);
      assertTrue(key.verifyDer(idOf(i), messages.get(i), theirs));
      assertTrue(key.verify(idOf(i), messages.get(i), Sm2Forms.signatureOf64Bytes(theirs)));
    }
  }

  @Test
  void sm2Encryption() {
    List<byte[]> messages = new ArrayList<>();
    List<Sm2PrivateKey> keys = new ArrayList<>();
    for (int i = 0; i < APART; i++) {
      Sm2PrivateKey key = KonaPeerTests.randomKey(random);
      byte[] message = bytes(1 + random.nextInt(100));
      keys.add(key);
      messages.add(message);
      openSsl.give("key" + i, OpenSsl.privateKey(key));
      openSsl.give("message" + i, message);
      openSsl.give("ours" + i, Sm2Forms.ciphertextInDer(key.publicKey().encrypt(message)));
      openSsl.later(pkeyutl(i) + " -encrypt -in message" + i + " -out theirs" + i);
      openSsl.later(pkeyutl(i) + " -decrypt -in ours" + i + " -out opened" + i);
    }
    assertEquals("", openSsl.run());
    for (int i = 0; i < APART; i++) {
      byte[] theirs = openSsl.take("theirs" + i);
      assertArrayEquals(messages.get(i), keys.get(i).decrypt(Sm2CiphertextForm.DER, theirs));
      assertArrayEquals(messages.get(i), openSsl.take("opened" + i));
    }
  }

  private static String pkeyutl(int i) {
    return "pkeyutl -keyform DER -inkey key" + i;
  }

  private static String idOf(int i) {
    return i % 2 == 0 ? Sm2PublicKey.DEFAULT_USER_ID : "P0000000" + i;
  }

  private static int count(String what, String in) {
    return in.split(what, -1).length - 1;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes).toLowerCase(Locale.ROOT);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
