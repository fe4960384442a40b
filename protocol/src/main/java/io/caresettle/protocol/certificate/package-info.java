/**
 * How a key comes to be believed as somebody's: X.509 certificates, their chains, their time and
 * their revocation.
 *
 * <h2>Certificates</h2>
 *
 * <p>Each party has two (双证书), one for its signing key and one for its encryption key, and they
 * travel as a {@link io.caresettle.protocol.certificate.CertificatePair}. Here is all that a
 * certificate of this protocol is; what differs is refused when it is read.
 *
 * <pre>
 * DER, at most 1,536 bytes, version 3, serial positive and below 2^159
 * signature    SM2 with SM3 (1.2.156.10197.1.501, parameters absent or NULL), user id 1234567812345678
 * names        [O = institution code,] OU = role, CN = party id, each a UTF8String, in this order;
 *              OU is CENTRE, INSTITUTION, TERMINAL, OPERATOR or AUTHORITY
 * key          id-ecPublicKey on sm2p256v1 (1.2.156.10197.1.301), 65 bytes, a point of the curve
 * keyUsage     critical, and exactly one of
 *                signing     digitalSignature, nonRepudiation
 *                encryption  keyEncipherment, dataEncipherment, keyAgreement
 *                authority   keyCertSign, cRLSign
 * basicConstraints       critical with CA true for an authority; absent, or without CA, for others
 * 2.25.282555344766710190002712658505168482437.3 an OCTET STRING with the SM3 digest of the signing
 *                        key (65 bytes) that an encryption key was certified with: no pair without
 * certificatePolicies    2.25.282555344766710190002712658505168482437.1 marks a test certificate
 * any other critical extension is refused, any other that is not critical is ignored
 * </pre>
 *
 * <p>At most two authorities stand between a party and its root, and come along with its pair. What
 * is verified is the bytes as they came: they are never written again before the digest.
 *
 * <h2>Trust</h2>
 *
 * <p>{@link io.caresettle.protocol.certificate.Trust} knows the roots, the revocation lists in
 * force and whether this is production, where test roots and test certificates are refused whoever
 * signed them. It tells two kinds of answer apart. What belongs to nobody (unknown root, wrong
 * signature, wrong role, a time that has not come) is a {@link
 * io.caresettle.protocol.CertificateRefused} that names the certificate, what was found, what was
 * expected and whose turn it is. What belongs to a known party and is expired or revoked is a
 * {@link io.caresettle.protocol.certificate.Standing}: <b>a lost or late key must not be stuck
 * money</b>, so whoever serves that party decides what it may still do. Of a centre only a good
 * standing is accepted; of an authority, too.
 *
 * <p>Signatures of a chain are verified once and remembered, for the 1,024 pairs used last. Time
 * and revocation are looked at every time.
 *
 * <h2>Revocation</h2>
 *
 * <p>An authority lists what it takes back in an X.509 CRL (version 2, with a number and a next
 * update), signed with SM2. It lists both certificates of a pair ({@link
 * io.caresettle.protocol.certificate.CertificatePair#revocations}); one of the two is enough to
 * revoke the pair, and neither can be put beside one that is not revoked.
 *
 * <p>A list replaces only one with a lower number, made no later. A list whose next one is overdue
 * stays in force, and {@link io.caresettle.protocol.certificate.Trust#overdue} tells: to refuse
 * everybody because a list is late would hand the counters to whoever can delay it, and to forget
 * it would free the thief. Reasons that this version does not know count as a compromised key.
 *
 * <h2>Requests and authorities</h2>
 *
 * <p>{@link io.caresettle.protocol.certificate.CertificateRequest} is a PKCS#10 request signed with
 * the signing key; the encryption key stands in the attribute
 * 2.25.282555344766710190002712658505168482437.2 as a SubjectPublicKeyInfo, for it signs nothing.
 * Whoever answers wraps the answer for it. {@link
 * io.caresettle.protocol.certificate.CertificateAuthority} issues, for simulators, tests and a
 * centre that is its own authority.
 *
 * <p>OpenSSL reads and verifies all of it (with {@code -vfyopt distid:1234567812345678}, for it has
 * no default user id).
 */
@NullMarked
package io.caresettle.protocol.certificate;

import org.jspecify.annotations.NullMarked;
