/**
 * Single transactions of the national interface, checked and sent by whoever knows what they do:
 * for the hundred and fifty that no flow of ours has, and for support.
 *
 * <pre>{@code
 * RawCall calls = RawCall.over(profile, line, sender, messageIds, clock);
 * RawCall.Asked asked = RawCall.Asked.of("5206", input).from("320500");
 * Reply<RawCall.Told> reply = calls.call(asked, Duration.ofSeconds(30));
 * }</pre>
 *
 * <p>An input is held against the fields of all sources first, and does not leave where the check
 * refuses it. What comes back is the answer as it is, with the {@link
 * io.caresettle.centre.national.envelope.Verdict} on both of its levels. Nothing of it is kept: a
 * transaction that moves money is refused here, with the name of the flow that keeps it. The tool's
 * {@code national call} is this, by hand.
 */
@NullMarked
package io.caresettle.centre.national.call;

import org.jspecify.annotations.NullMarked;
