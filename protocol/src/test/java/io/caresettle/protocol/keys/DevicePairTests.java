package io.caresettle.protocol.keys;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A signing key that stays in its device")
class DevicePairTests {

  private static final byte[] DOCUMENT = "document".getBytes(StandardCharsets.UTF_8);

  private final SigningPair inside = pair();

  @Test
  void signsThroughTheSameSeam() {
    SigningPair device = SigningPair.inDevice(inside.publicKey(), inside::sign);
    assertTrue(device.publicKey().verify(DOCUMENT, device.sign(DOCUMENT)));
  }

  @Test
  void doesNotSignForAnotherDevice() {
    SigningPair swapped = SigningPair.inDevice(inside.publicKey(), pair()::sign);
    assertThrows(KeyRejected.class, () -> swapped.sign(DOCUMENT));
  }

  @Test
  void cannotBeStored() {
    SigningPair device = SigningPair.inDevice(inside.publicKey(), inside::sign);
    assertThrows(KeyRejected.class, () -> device.privateKey(InsecureSecretAccess.get()));
  }

  private static SigningPair pair() {
    return new SigningPair(Sm2PrivateKey.generate(new SecureRandom()));
  }
}
