/**
 * What leaves a journal to be verified by a stranger: each signed document about a bill with the
 * certificates of its signer and the time at which it was kept.
 *
 * <p>A record keeps the document and its signer's key id; the journal keeps the certificates once
 * per key. Here they meet again, as an {@code Evidence} message, which {@link
 * io.caresettle.protocol.document.EvidenceCheck} judges with nothing but a root. Where keys were
 * certified several times, the certificates go along that were in force when the document was kept.
 *
 * <p>An open terminal exports through {@code Terminal.exportEvidence}; a journal at rest is opened
 * for reading by {@link io.caresettle.evidence.EvidenceArchive}. Nothing is verified on the way
 * out: whoever doubts does that elsewhere.
 */
@NullMarked
package io.caresettle.evidence;

import org.jspecify.annotations.NullMarked;
