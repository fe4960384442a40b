/**
 * The centre over our own sealed protocol.
 *
 * <p>The only place in the counter that knows the messages of the wire: {@code ToWire} writes them,
 * {@code FromWire} reads them, {@link io.caresettle.centre.sealed.SealedCentre} exchanges them.
 * Settlements and reversals go out signed; a receipt is believed when the centre signed it, when it
 * names the message and the bill that were asked about, and when its amounts add up. What does not
 * hold together counts as no answer: the resolver asks again, and a person sees it does not end.
 * That goes for bytes, too: every payload is read through {@link
 * io.caresettle.protocol.message.Messages}, and every document through {@link
 * io.caresettle.protocol.document.Documents#read}, so that an answer may neither take many times
 * its length in memory nor be a document that is signed and not in its canonical bytes. What the
 * centre did not sign, or an envelope that does not open, closes the session and is told as what it
 * is.
 *
 * <p>A document is signed when a message is prepared and travels as it was kept. The centre
 * believes only whoever speaks on the session, so a document of an earlier key of this terminal is
 * evidence, and can no longer be sent.
 */
@NullMarked
package io.caresettle.centre.sealed;

import org.jspecify.annotations.NullMarked;
