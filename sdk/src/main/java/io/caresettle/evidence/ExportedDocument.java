package io.caresettle.evidence;

import com.google.protobuf.ByteString;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.Evidence;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.settlement.KeptDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A signed document about a bill, with all that a stranger needs to verify it off-line. */
public final class ExportedDocument {

  private final DocumentContext context;
  private final KeptDocument kept;
  private final Evidence evidence;

  private ExportedDocument(DocumentContext context, KeptDocument kept, Evidence evidence) {
    this.context = context;
    this.kept = kept;
    this.evidence = evidence;
  }

  /**
   * Completes {@code documents}.
   *
   * @param certificates all pairs that were kept for a key id, oldest first
   * @throws RecordUnreadable when a document is none of our own protocol
   */
  public static List<ExportedDocument> of(
      List<KeptDocument> documents, Function<String, List<byte[]>> certificates) {
    return documents.stream().map(kept -> of(kept, certificates)).toList();
  }

  private static ExportedDocument of(
      KeptDocument kept, Function<String, List<byte[]>> certificates) {
    DocumentContext context = DocumentContext.valueOf(kept.kind().name());
    SignedDocument signed = signed(kept);
    Evidence.Builder evidence =
        Evidence.newBuilder()
            .setSigned(signed)
            .setContext(context.text())
            .setKeptAtMillis(kept.keptAt().toEpochMilli());
    inForce(certificates.apply(signed.getKeyId()), kept.keptAt())
        .ifPresent(
            pair -> {
              evidence.addCertificates(ByteString.copyFrom(pair.signing().encoded()));
              pair.authorities()
                  .forEach(each -> evidence.addCertificates(ByteString.copyFrom(each.encoded())));
            });
    return new ExportedDocument(context, kept, evidence.build());
  }

  private static SignedDocument signed(KeptDocument kept) {
    try {
      return Messages.read(SignedDocument.getDefaultInstance(), kept.document().bytes());
    } catch (MessageRejected e) {
      throw new RecordUnreadable(
          "Record "
              + kept.position()
              + " keeps a document that is none of our own protocol: show it as that centre's"
              + " protocol says",
          e);
    }
  }

  /** Of several certificates of one key those in force at that time, and else the last. */
  private static Optional<CertificatePair> inForce(List<byte[]> kept, Instant at) {
    List<CertificatePair> pairs =
        kept.stream().map(ExportedDocument::decode).flatMap(Optional::stream).toList();
    return pairs.stream()
        .filter(pair -> pair.signing().validity().contains(at))
        .reduce((earlier, later) -> later)
        .or(() -> pairs.stream().reduce((earlier, later) -> later));
  }

  /** What is damaged proves nothing, and must not keep the document itself from being shown. */
  private static Optional<CertificatePair> decode(byte[] encoded) {
    try {
      return Optional.of(CertificatePair.decode(encoded));
    } catch (CertificateRefused e) {
      return Optional.empty();
    }
  }

  /** What was signed, and for what. */
  public DocumentContext context() {
    return context;
  }

  /** The record that keeps it. */
  public long position() {
    return kept.position();
  }

  /** The message that the record speaks of. */
  public String messageId() {
    return kept.messageId();
  }

  /** When the journal took it, by the terminal's clock. */
  public Instant keptAt() {
    return kept.keptAt();
  }

  /** Whose key signed it. */
  public String keyId() {
    return evidence.getSigned().getKeyId();
  }

  /**
   * Whether its signer's certificates are with it. They are not where a version signed or took it
   * that kept none, and no later session brought them: then whoever has them must add them.
   */
  public boolean isComplete() {
    return evidence.getCertificatesCount() > 0;
  }

  /** The serialised {@code Evidence} message. */
  public byte[] bytes() {
    return evidence.toByteArray();
  }

  /** Leaves the document out. */
  @Override
  public String toString() {
    return "ExportedDocument[" + context + " of record " + position() + ", key " + keyId() + "]";
  }
}
