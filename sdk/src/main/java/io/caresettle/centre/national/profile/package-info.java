/**
 * What one province does otherwise than the others, as data.
 *
 * <p>A {@link io.caresettle.centre.national.profile.Profile} says whose reading of the fields wins,
 * how nodes and fields are called, what must be sent and how long it may be, what its gateway wants
 * and answers, whether the account stands inside the sum of the funds, and what its texts of
 * refusal mean. Each is a file that extends another and lists only what differs; {@code base} ends
 * the chain. What no source says is listed under {@code open}: questions that the province must
 * answer before money moves, and a profile with {@code confirmed: false} says so each time it is
 * named.
 *
 * <p>{@link io.caresettle.centre.national.profile.Layout} is what follows for one message: the
 * fields of all readings merged under the names of this province. A field that the winning reading
 * requires is {@code REQUIRED}; one that only another reading requires is {@code ELSEWHERE}, which
 * a sender fills in and a simulator does not insist on.
 */
@NullMarked
package io.caresettle.centre.national.profile;

import org.jspecify.annotations.NullMarked;
