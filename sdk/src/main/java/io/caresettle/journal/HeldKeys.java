package io.caresettle.journal;

import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.protocol.sm.SecretBytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys that are handed over when the journal opens. */
final class HeldKeys implements JournalKeys {

  private final List<Holder> holders;
  private final Map<String, EncryptionPair> pairs = new HashMap<>();

  HeldKeys(List<Holder> holders, List<EncryptionPair> pairs) {
    this.holders = List.copyOf(holders);
    pairs.forEach(pair -> this.pairs.put(JournalKeys.idOf(pair.publicKey()), pair));
  }

  @Override
  public List<Holder> holders() {
    return holders;
  }

  @Override
  public Optional<SecretBytes> unwrap(String keyId, byte[] wrapped) {
    return Optional.ofNullable(pairs.get(keyId)).map(pair -> pair.unwrap(wrapped));
  }

  @Override
  public String toString() {
    return "JournalKeys[" + holders.stream().map(Holder::keyId).toList() + ", hidden]";
  }
}
