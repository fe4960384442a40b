package io.caresettle.sim.centre;

import com.google.protobuf.Message;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.wire.SignedDocument;
import java.util.HashMap;
import java.util.Map;

/** The documents of one message that were verified: whoever reads one again need not verify it. */
final class Verified {

  private record Key(String keyId, DocumentContext context, SignedDocument document) {}

  private final Map<Key, Message> read = new HashMap<>();

  /** As {@link Documents#read}, which throws what this throws. */
  <M extends Message> M read(
      PartyIdentity signer, DocumentContext context, SignedDocument document, M prototype) {
    Key key = new Key(signer.keyId(), context, document);
    Message before = read.get(key);
    if (before == null) {
      M now = Documents.read(signer, context, document, prototype);
      read.put(key, now);
      return now;
    }
    @SuppressWarnings("unchecked") // What a context signs has one type.
    M again = (M) before;
    return again;
  }
}
