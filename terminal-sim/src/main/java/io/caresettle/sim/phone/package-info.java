/**
 * The virtual phone: what a patient holds in front of the counter's camera.
 *
 * <p>{@link io.caresettle.sim.phone.CodeIssuer} plays the authority that issues medical-insurance
 * codes: it knows which pseudonym stands for whom, and signs. {@link
 * io.caresettle.sim.phone.PhoneScreen} draws what it issued as a phone would show it, on a light or
 * a dark screen, and writes a PNG that the counter's own reader then has to read.
 *
 * <p>The issuer is a part of the simulated centre: give both the same {@code CodeIssuer}, and the
 * centre finds a person by comparing the pseudonym in a proved code with {@link
 * io.caresettle.sim.phone.CodeIssuer#pseudonymOf} of the people on its rolls.
 *
 * <p>{@link io.caresettle.sim.phone.NationalCodeIssuer} issues what only a centre can open: numbers
 * of the length that scanners of the national code deliver, and tokens. Their inside is this
 * simulator's own invention, as the national one's is not published. How long they live is said at
 * issue, because public pages disagree on it: five seconds, one minute, five minutes.
 *
 * <p>The codes are called CareSettle test codes on every screen, and none is a national code.
 */
@NullMarked
package io.caresettle.sim.phone;

import org.jspecify.annotations.NullMarked;
