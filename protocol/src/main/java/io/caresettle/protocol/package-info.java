/**
 * The wire between a counter and a centre: messages, frames, sessions, envelopes, documents, keys.
 *
 * <p>It knows no law and no rule about money. A payload is bytes with a number that says what kind
 * of message they are; what those bytes decide is the business of both ends.
 *
 * <p>From the outside in, each layer is a package and answers one question:
 *
 * <ul>
 *   <li>{@code link}: did my bytes leave this machine, and what came back, by when?
 *   <li>{@code session}: is the other end the party that I mean?
 *   <li>{@code envelope}: are these bytes whole, in order, and from that party?
 *   <li>{@code document}: who said this, provable years later without the session?
 *   <li>{@code enrolment}: how does a terminal get its certificates, and the next ones?
 *   <li>{@code certificate}: why do I believe that a key is somebody's, and until when?
 *   <li>{@code keys}: who is who, and which key is for which purpose?
 *   <li>{@code sm}: the arithmetic, done by BouncyCastle and by nobody else.
 * </ul>
 *
 * <p>What can go wrong is either a value (a {@code Reply} that says whether anything was sent) or a
 * {@link io.caresettle.protocol.ProtocolException}. A failure to authenticate has no reasons that
 * anybody outside may learn, because each reason told is a question that an attacker may ask again;
 * what is wrong with certificates, which are public, is told in full, and to this side alone.
 */
@NullMarked
package io.caresettle.protocol;

import org.jspecify.annotations.NullMarked;
