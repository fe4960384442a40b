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
 * <p>A question about a credential carries a request id inside its message. {@code Again} asks it
 * up to three times within its deadline, each time in a new message of the line and under that same
 * id; an answer that nobody waits for any more is not missed, for the next one is equal to it. A
 * binding is believed when it is of this institution, terminal and visit; a verdict when it is on
 * this authentication, and brings a cryptogram exactly where a genuine card had asked.
 *
 * <p>The certificates of both sides are handed to the {@link io.caresettle.centre.CertificateBook}:
 * this terminal's when the way is made, the centre's before its first answer is read. {@code
 * Signers} believes a document that is signed with the session's certificates, or with earlier ones
 * of the same centre that the book holds, for a centre that renewed its keys still has receipts of
 * the old ones. The book is no authority: what it holds is judged against the trusted roots each
 * time, and a revoked key signs nothing. A key that neither the session nor the book knows is a
 * forger's.
 *
 * <p>A question with a request id is asked again by itself when its answer was lost, within the
 * time that it has ({@code Again}); the ids of registrations follow from the visit, so that a till
 * that was restarted asks under the same one. An answer about another registration, person or
 * patient is no answer, and neither is a person where a payer was asked for: a centre that knows no
 * family accounts would name the relative as if it were the patient.
 *
 * <p>Whether a day's sums are equal is compared here and not taken from the centre's word; a page
 * of a day is believed when all of it is of that day and group. A countersigned head is believed
 * when it is of this institution and of exactly the head that was sent.
 *
 * <p>A document is signed when a message is prepared and travels as it was kept. The centre
 * believes only whoever speaks on the session, so a document of an earlier key of this terminal is
 * evidence, and can no longer be sent.
 */
@NullMarked
package io.caresettle.centre.sealed;

import org.jspecify.annotations.NullMarked;
