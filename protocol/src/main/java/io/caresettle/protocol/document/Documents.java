package io.caresettle.protocol.document;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.MessageRejected.Why;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keys.SigningKey;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.SignedDocument;
import java.util.Arrays;

/** Signs documents, and reads signed ones. */
public final class Documents {

  private Documents() {}

  /**
   * {@code document} in its canonical bytes, signed by {@code signer} for the purpose of {@code
   * context}.
   *
   * @throws IllegalArgumentException if such a document is not signed for that purpose, or has
   *     fields that this version does not know
   */
  public static SignedDocument sign(PartyKeys signer, DocumentContext context, Message document) {
    requireType(context, document);
    return sign(signer, context, canonical(document));
  }

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
   * The document in {@code signed}, known to come from {@code signer} for the purpose of {@code
   * context}, and to be written the one way that a document is.
   *
   * @param prototype the default instance of the type that is signed for this purpose
   * @throws NotAuthentic if it does not come from there
   * @throws MessageRejected if the signer signed something else than the canonical bytes of such a
   *     document
   * @throws IllegalArgumentException if {@code prototype} is not signed for that purpose
   */
  public static <M extends Message> M read(
      PartyIdentity signer, DocumentContext context, SignedDocument signed, M prototype) {
    requireType(context, prototype);
    return parse(prototype, verify(signer, context, signed));
  }

  /** The same, known to come from whoever has {@code signer}. */
  static Message read(SigningKey signer, DocumentContext context, SignedDocument signed) {
    return parse(context.prototype(), verify(signer, context, signed));
  }

  private static <M extends Message> M parse(M prototype, byte[] bytes) {
    M document = Messages.read(prototype, bytes);
    if (!CanonicalForm.isKnownThroughout(document)
        || !Arrays.equals(bytes, CanonicalForm.of(document))) {
      throw MessageRejected.because(
          Why.NOT_CANONICAL, prototype.getDescriptorForType().getName(), bytes.length);
    }
    return document;
  }

  /**
   * The bytes of {@code signed}, known to come from {@code signer} for the purpose of {@code
   * context}; what they hold is not looked at.
   *
   * @throws NotAuthentic if they do not
   */
  public static byte[] verify(
      PartyIdentity signer, DocumentContext context, SignedDocument signed) {
    if (!signed.getKeyId().equals(signer.keyId())) {
      throw NotAuthentic.document();
    }
    return verify(signer.signing(), context, signed);
  }

  private static byte[] verify(SigningKey signer, DocumentContext context, SignedDocument signed) {
    byte[] document = signed.getDocument().toByteArray();
    if (!signer.verify(context.bind(document), signed.getSignature().toByteArray())) {
      throw NotAuthentic.document();
    }
    return document;
  }

  /**
   * The canonical bytes of {@code document}.
   *
   * @throws IllegalArgumentException if it has fields that this version does not know
   */
  public static byte[] canonical(Message document) {
    if (!CanonicalForm.isKnownThroughout(document)) {
      throw new IllegalArgumentException(
          "A "
              + document.getDescriptorForType().getName()
              + " with fields of another version has no canonical bytes: make it anew");
    }
    return CanonicalForm.of(document);
  }

  private static void requireType(DocumentContext context, Message document) {
    if (document.getDescriptorForType() != context.type()) {
      throw new IllegalArgumentException(
          "What is signed for "
              + context
              + " is a "
              + context.type().getName()
              + ", not a "
              + document.getDescriptorForType().getName());
    }
  }
}
