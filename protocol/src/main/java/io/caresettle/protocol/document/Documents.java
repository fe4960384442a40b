package io.caresettle.protocol.document;

import com.google.protobuf.ByteString;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.wire.SignedDocument;

/** Signs documents, and reads signed ones. */
public final class Documents {

  private Documents() {}

  /** {@code document}, signed by {@code signer} for the purpose of {@code context}. */
  public static SignedDocument sign(PartyKeys signer, DocumentContext context, byte[] document) {
    byte[] signature = signer.signing().sign(context.bind(document));
    return SignedDocument.newBuilder()
        .setDocument(ByteString.copyFrom(document))
        .setSignature(ByteString.copyFrom(signature))
        .setKeyId(signer.identity().keyId())
        .build();
  }

  /**
   * The bytes of {@code signed}, known to come from {@code signer} for the purpose of {@code
   * context}.
   *
   * @throws NotAuthentic if they do not
   */
  public static byte[] verify(
      PartyIdentity signer, DocumentContext context, SignedDocument signed) {
    byte[] document = signed.getDocument().toByteArray();
    boolean authentic =
        signed.getKeyId().equals(signer.keyId())
            && signer.signing().verify(context.bind(document), signed.getSignature().toByteArray());
    if (!authentic) {
      throw NotAuthentic.document();
    }
    return document;
  }
}
