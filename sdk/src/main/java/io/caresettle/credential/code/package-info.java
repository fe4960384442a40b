/**
 * The medical-insurance code: from a scanner's text or a camera's picture to a proved {@link
 * io.caresettle.credential.TestCode}.
 *
 * <p>National codes are opaque; only the centre can judge them. What is read here is our own signed
 * code, which the simulated phone issues and which is never called anything but the <b>CareSettle
 * test code</b>:
 *
 * <pre>
 * CSTEST1.&lt;base64url(payload)&gt;.&lt;base64url(SM2 signature, r and s, 64 bytes)&gt;
 * </pre>
 *
 * <p>The payload ({@link io.caresettle.credential.code.CodePayload}) holds a version, the issuer's
 * key id, an opaque pseudonym, the two ends of its life in seconds, and a nonce. No identity number
 * and no name is in it. The signature covers a context string before the payload, so that nothing
 * else an issuer may ever sign can be passed off as a code.
 *
 * <h2>What a reading can end in</h2>
 *
 * <ol>
 *   <li>No picture at all: the caller's mistake ({@link io.caresettle.problem.Misuse}), or a
 *       picture that broke off ({@link io.caresettle.problem.DeviceFault}).
 *   <li>A picture without a QR code; a QR code of somebody else's; a code of ours that was changed
 *       or whose issuer this till does not know (any more); a code before or after its life. Each
 *       is a {@link io.caresettle.problem.CredentialRefused} with a reason of its own.
 *   <li>A code, valid from its first second and no longer in its last: {@code notBefore <= now <
 *       expires}.
 * </ol>
 *
 * <p>The signature is proved before the dates are looked at, so a forger learns nothing from them.
 * Every code has exactly one text: base64url with spare bits set, or with padding, is refused,
 * because two texts of one code would be two keys in somebody's list of used codes.
 *
 * <h2>What is not defeated</h2>
 *
 * <p>A screenshot that is shown inside the code's lifetime. The centre binds a code to the first
 * visit that shows it; that narrows the gap and does not close it.
 *
 * <h2>Pictures</h2>
 *
 * <p>ZXing's core is an optional dependency and only pictures need it. Accepted formats are always
 * QR alone: left to itself ZXing has returned another symbology's text. Attempts are staged and
 * stop at the first success or when the time is used up. One of them does not trust ZXing's idea of
 * the fourth corner: of undamaged screens it missed 1.7 %, and of 4,000 such screens in two colours
 * none is missed now.
 */
@NullMarked
package io.caresettle.credential.code;

import org.jspecify.annotations.NullMarked;
