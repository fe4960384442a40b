/**
 * How a terminal gets its first certificates, and the next ones.
 *
 * <h2>The way</h2>
 *
 * <ol>
 *   <li>The centre invites a terminal, by its id and institution. It prints an {@link
 *       io.caresettle.protocol.enrolment.ActivationCode} (激活码), which it keeps as a digest alone,
 *       and an {@link io.caresettle.protocol.enrolment.Invitation} with its roots, its own
 *       certificates and its addresses. The two should go different ways.
 *   <li>The terminal makes its two pairs, keeps them, and sends an {@link
 *       io.caresettle.protocol.enrolment.EnrolmentRequest}. No private key ever leaves it.
 *   <li>The {@link io.caresettle.protocol.enrolment.EnrolmentDesk} checks the code, issues, and
 *       answers. The answer opens with the terminal's encryption key alone, which is the proof that
 *       it has that key.
 * </ol>
 *
 * <p>To <b>renew</b>, a running terminal signs the request for new keys with its old signing key,
 * in the place of a code. Old and new are valid side by side until the old end. {@link
 * io.caresettle.protocol.certificate.ExpiryAlarm} says when to. Expired or revoked certificates
 * vouch for nothing: such a terminal is invited again.
 *
 * <p>The same request may come again and gets the same certificates, also when its code has been
 * used or has expired meanwhile; a code serves one request. Five wrong codes void an invitation.
 * Whoever knows a terminal's id can cause that, and gains nothing: the centre invites again.
 *
 * <h2>The bytes</h2>
 *
 * <pre>
 * sealed   = 01, length (1 byte), SM4 key wrapped with SM2 for the reader's encryption key (C1, C3, C2), box
 * box      = nonce (12), SM4-GCM of the plain bytes, tag (16)
 *            associated data: label ‖ 00 ‖ the reader's encryption key (65 bytes)
 *
 * request  = sealed for the centre, label "CareSettle enrolment request v1", of
 *            01, activation code (20 characters), PKCS#10
 *          or 02, length (2 bytes), old certificates, signature (64 bytes), PKCS#10
 *            the signature is the old signing key's over "CareSettle renewal v1" ‖ 00 ‖ PKCS#10
 *
 * answer   = sealed for the new encryption key, label "CareSettle enrolment answer v1", of
 *            signature (64 bytes), body
 *            the signature is the centre's over label ‖ 00 ‖ SM3(request) ‖ body
 * body     = 01, certificates
 *          or 02, the number of an EnrolmentRefused.Kind
 * </pre>
 *
 * <p>How the bytes travel is not said here: a line, a web form or a stick will do. Someone on the
 * way can lose them and cannot read, change or answer them.
 */
@NullMarked
package io.caresettle.protocol.enrolment;

import org.jspecify.annotations.NullMarked;
