/**
 * The centre over our own sealed protocol.
 *
 * <p>The only place in the counter that knows the messages of the wire: {@code ToWire} writes them,
 * {@code FromWire} reads them, {@link io.caresettle.centre.sealed.SealedCentre} exchanges them.
 * Settlements and reversals go out signed; a receipt is believed when the centre signed it, when it
 * names the message and the bill that were asked about, and when its amounts add up. What is not
 * believed counts as no answer: the resolver asks again, and a person sees it does not end.
 */
@NullMarked
package io.caresettle.centre.sealed;

import org.jspecify.annotations.NullMarked;
