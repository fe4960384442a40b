package io.caresettle.protocol.document;

import com.google.protobuf.Message;
import io.caresettle.protocol.certificate.PartyCertificate;
import java.time.Instant;
import java.util.Optional;

/**
 * What a piece of evidence proves: that this party signed this document for this purpose, with a
 * certificate that was good when it did.
 *
 * @param document of the one type that is signed for {@code context}
 * @param signer the certificate of the key that signed
 * @param root under which it stands
 * @param at the time that the certificate was judged by
 * @param signedAt when the signer says that it signed; empty where the document does not say
 * @param keptAt when the journal that the evidence comes from took it; empty where it does not say
 */
public record Proven(
    DocumentContext context,
    Message document,
    PartyCertificate signer,
    PartyCertificate root,
    Instant at,
    Optional<Instant> signedAt,
    Optional<Instant> keptAt) {}
