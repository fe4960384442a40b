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
 *   <li>{@code session}: is the other end the party whose keys I enrolled?
 *   <li>{@code envelope}: are these bytes whole, in order, and from that party?
 *   <li>{@code document}: who said this, provable years later without the session?
 *   <li>{@code message}: what do these bytes say, and what may reading them cost?
 *   <li>{@code keys}: who is who, and which key is for which purpose?
 *   <li>{@code sm}: the arithmetic, done by BouncyCastle and by nobody else.
 * </ul>
 *
 * <p>What can go wrong is either a value (a {@code Reply} that says whether anything was sent) or
 * one of the exceptions here. They are few on purpose: a failure to authenticate has no reasons
 * that anybody outside may learn, because each reason told is a question that an attacker may ask
 * again. What is wrong with bytes that are authentic is told.
 *
 * <h2>What reads what</h2>
 *
 * <table>
 *   <caption>Versions of the wire, and what a reader of each does with the others</caption>
 *   <tr><th>writes</th><th>is read by</th><th>meets something newer</th>
 *       <th>goes up when</th></tr>
 *   <tr><td>protocol version 1</td>
 *       <td>1 and later, while the centre's sign-in answer names 1 as no older than its oldest</td>
 *       <td>unknown fields and enum numbers are kept; an unknown type of answer is never taken for
 *       a refusal; the sign-in answer names the version to speak</td>
 *       <td>a message gets another meaning, or an old peer could no longer do its work</td></tr>
 *   <tr><td>envelope version 1</td>
 *       <td>1 alone</td>
 *       <td>refused as not authentic: nothing of it can be trusted</td>
 *       <td>the header or its place changes</td></tr>
 *   <tr><td>suite 1</td>
 *       <td>1 alone: each envelope version has one suite, and no fallback</td>
 *       <td>refused as not authentic</td>
 *       <td>an algorithm or a length changes; the envelope version goes up with it</td></tr>
 *   <tr><td>document contexts v1</td>
 *       <td>every later version, for as long as evidence is kept</td>
 *       <td>a context v2 is refused whole; an enum number is kept as unrecognised</td>
 *       <td>a document has to say more: the context goes to v2 with a new message</td></tr>
 *   <tr><td>evidence</td>
 *       <td>every later version</td>
 *       <td>unknown fields are kept</td>
 *       <td>never: it names the context, which carries the version</td></tr>
 * </table>
 *
 * <p>A field may be added to a message without any of these going up: an old reader keeps it and
 * does not see it, so that only what an old reader may safely not see is added so. Numbers, names
 * and types of fields never change.
 */
@NullMarked
package io.caresettle.protocol;

import org.jspecify.annotations.NullMarked;
