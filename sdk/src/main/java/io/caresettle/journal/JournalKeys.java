package io.caresettle.journal;

import io.caresettle.problem.Misuse;
import io.caresettle.protocol.keys.EncryptionKey;
import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The keys that keep a journal's data keys: for whom each new one is wrapped, and who can open
 * those that are there. Implementations are safe for use by many threads.
 */
public interface JournalKeys {

  /** Whose key it is. The names are in the files of every till: never change one. */
  enum Role {
    /** The terminal that keeps the journal. */
    TERMINAL,
    /** The institution, which keeps its pair elsewhere for the day on which a terminal is lost. */
    RECOVERY
  }

  /** Somebody for whom data keys are wrapped. */
  record Holder(Role role, EncryptionKey key) {

    /** The key's id, as in {@link JournalKeys#idOf}. */
    String keyId() {
      return idOf(key);
    }
  }

  /** For whom each data key is wrapped, the terminal itself first. */
  List<Holder> holders();

  /**
   * Opens a data key that was wrapped for the key with this id; empty when there is no such pair
   * here.
   *
   * @throws io.caresettle.protocol.NotAuthentic when there is, and it does not open it
   */
  Optional<SecretBytes> unwrap(String keyId, byte[] wrapped);

  /**
   * Pairs that lie in this process, or whose private halves a token holds.
   *
   * @param own this terminal's own; new data keys are wrapped for it
   * @param older pairs that the terminal had before. Opening a journal once with the old and the
   *     new pair makes the new one enough
   * @param recovery the institution's recovery key; empty where a lost terminal key may take the
   *     journal along
   * @throws Misuse when the recovery key is the terminal's own, with which it would be lost
   */
  static JournalKeys of(
      EncryptionPair own, List<EncryptionPair> older, Optional<EncryptionKey> recovery) {
    if (recovery.filter(key -> idOf(key).equals(idOf(own.publicKey()))).isPresent()) {
      throw new Misuse(
          "recoveryKey: found this terminal's own key, expected the institution's, which is kept"
              + " elsewhere for the day on which the terminal's is lost: name that one, or say"
              + " withoutRecoveryKey");
    }
    List<Holder> holders = new ArrayList<>();
    holders.add(new Holder(Role.TERMINAL, own.publicKey()));
    recovery.ifPresent(key -> holders.add(new Holder(Role.RECOVERY, key)));
    List<EncryptionPair> pairs = new ArrayList<>(older);
    pairs.add(own);
    return new HeldKeys(holders, pairs);
  }

  /** 16 hex digits that stand for this key, in journals and in messages about them. */
  static String idOf(EncryptionKey key) {
    byte[] digest =
        Sm3.digest(
            "CareSettle journal key id v1".getBytes(StandardCharsets.US_ASCII),
            new byte[] {0},
            key.key().encoded());
    return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
  }
}
