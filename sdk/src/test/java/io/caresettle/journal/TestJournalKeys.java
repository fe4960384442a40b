package io.caresettle.journal;

import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** The keys of one test run. */
public final class TestJournalKeys {

  public static final EncryptionPair TERMINAL = pair();
  public static final EncryptionPair RECOVERY = pair();

  private TestJournalKeys() {}

  static EncryptionPair pair() {
    return new EncryptionPair(Sm2PrivateKey.generate(new SecureRandom()));
  }

  static JournalKeys standard() {
    return of(TERMINAL);
  }

  static JournalKeys of(EncryptionPair own, EncryptionPair... older) {
    return JournalKeys.of(own, List.of(older), Optional.of(RECOVERY.publicKey()));
  }
}
