/**
 * What every message of the national interface travels in.
 *
 * <p>{@link io.caresettle.centre.national.envelope.Outgoing} is a request with its envelope; its
 * message id comes from the journal and is on disk before the request leaves, because a reversal
 * names it. {@link io.caresettle.centre.national.envelope.Incoming} is an answer, read leniently:
 * codes as number or text, the output as an object or as a text that holds one, an older envelope
 * unwrapped, and what nobody knows kept. Success has two levels: the code of the platform, and for
 * some transactions a result of the business beside it; {@link
 * io.caresettle.centre.national.envelope.Verdict} looks at both.
 *
 * <p>How a gateway knows who sends is a plug-in: {@link
 * io.caresettle.centre.national.envelope.HeaderAuthentication}.
 */
@NullMarked
package io.caresettle.centre.national.envelope;

import org.jspecify.annotations.NullMarked;
