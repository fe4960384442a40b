/**
 * The medical-insurance code (医保码): from a scanner's text or a camera's picture to an {@link
 * io.caresettle.credential.InsuranceCode}.
 *
 * <p>{@link io.caresettle.credential.code.InsuranceCodeReader} gives one of two. A national code is
 * opaque: it is told by its form ({@link io.caresettle.credential.code.NationalCodeForm}, a setting
 * of the area) and by nothing else, and the centre alone judges it. Our own signed code, which the
 * simulated phone issues and which is never called anything but the <b>CareSettle test code</b>, is
 * proved here:
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
 *   <li>A picture without a code; a picture on which a code is seen that cannot be read, so that a
 *       better picture helps; a code that says something else than a medical-insurance code; a test
 *       code that was changed or whose issuer this till does not know (any more); a test code
 *       before or after its life. Each is a {@link io.caresettle.problem.CredentialRefused} with a
 *       reason of its own.
 *   <li>A national code, or a test code that is valid: from its first second and no longer in its
 *       last, {@code notBefore <= now < expires}.
 * </ol>
 *
 * <p>The signature is proved before the dates are looked at, so a forger learns nothing from them.
 * Dates are judged by the centre's time only ({@link io.caresettle.credential.code.KnownTime}): a
 * till that does not know how far its clock is off leaves them to the centre. Every test code has
 * exactly one text: base64url with spare bits set, or with padding, is refused, because two texts
 * of one code would be two keys in somebody's list of used codes. What calls itself a test code is
 * never taken for a national one, whatever form tokens have.
 *
 * <h2>What is not defeated</h2>
 *
 * <p>A screenshot that is shown inside the code's lifetime. The centre binds a code to the first
 * visit that shows it; that narrows the gap and does not close it.
 *
 * <h2>Pictures</h2>
 *
 * <p>ZXing's core is an optional dependency and only pictures need it. It accepts QR and Code 128
 * and nothing else: left to itself it has returned another symbology's text. {@link
 * io.caresettle.credential.code.CodePictures} reads any such code and says which stage did it, for
 * whoever tries out a camera.
 *
 * <p>A picture goes through named stages, cheap ones first, until one reads it or the time is used
 * up; the first always finishes. Square codes are sought by ZXing on the picture blurred,
 * sharpened, levelled, inverted, turned, halved and doubled; then by two searches of our own that
 * start from three corner marks. One tries many places for the fourth corner, which ZXing misses on
 * 1.7 % of undamaged screens and on most tilted ones. The other lets the grid bend until it lies
 * well, for codes on cloth and under bad lenses, and takes the light of a module's neighbours off
 * it again, for codes out of focus.
 *
 * <p>Bar codes are read along lines laid across the picture, which are averaged along the bars and
 * sampled between points. One check character of 103 values is all that protects a bar code, and a
 * wrong reading may be another person's number; what harms a picture along the bars harms all lines
 * alike. So two different thresholds must say the same on lines that lie apart, any second text on
 * the picture refuses both, and no picture that was halved is ever asked. A QR code corrects its
 * own errors, and a grid is decoded only if the modules that every code has came out right on it.
 *
 * <p>A file that claims more than 32 million points, or a side outside 8 to 20,000, is refused
 * before anything is decoded. Of more than 12 million only every second or third point of a row is
 * read from a file, and square codes are treated on two million at most. A picture papered with
 * corner marks costs no more than another: the clearest twelve are tried.
 */
@NullMarked
package io.caresettle.credential.code;

import org.jspecify.annotations.NullMarked;
