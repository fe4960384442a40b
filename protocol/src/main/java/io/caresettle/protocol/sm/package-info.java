/**
 * The Chinese commercial algorithms (国密), and the only place that computes them with BouncyCastle
 * ({@code certificate} reads and writes X.509 with it, {@code keystore} PKCS#12 and its AES).
 *
 * <p>No primitive is written here. BouncyCastle's lightweight classes are used directly, without a
 * JCE provider, so that nothing has to be registered in a process that belongs to somebody else,
 * and so that no provider found on the way can answer in its place (a published native SM2 provider
 * answered {@code true} to malformed signatures).
 *
 * <h2>What is used</h2>
 *
 * <ul>
 *   <li>SM2 signatures (GB/T 32918.2) over SM3, r and s of 32 bytes each, with the user id named in
 *       every call; {@link io.caresettle.protocol.sm.Sm2PublicKey#DEFAULT_USER_ID} is what the
 *       standards use when nothing else was agreed. Signatures in DER, which other systems send,
 *       are read strictly: one encoding per signature.
 *   <li>SM2 key exchange with confirmation (GB/T 32918.3).
 *   <li>SM2 encryption (GB/T 32918.4), of keys alone, written as C1, C3, C2 and read in the form
 *       that is asked for.
 *   <li>SM3 (GB/T 32905), and SM4 (GB/T 32907) in GCM with the full tag of 16 bytes.
 * </ul>
 *
 * <p>{@link io.caresettle.protocol.sm.KnownAnswers} compares all of them with answers that are
 * known from elsewhere, and SM4 in CCM besides, which nothing here is sealed with. {@link
 * io.caresettle.protocol.sm.Sm4Codebook} is SM4 block by block, for one foreign envelope that
 * prescribes it.
 *
 * <h2>What cannot be done wrong from outside</h2>
 *
 * <p>A public key exists only if its bytes are a point of the curve other than infinity, in one of
 * two encodings. A private key and a shared secret print as {@code [hidden]} and are readable from
 * outside only by handing over an {@link io.caresettle.protocol.sm.InsecureSecretAccess}: one
 * search finds every place. No method takes a nonce and hands out what it sealed: {@link
 * io.caresettle.protocol.sm.Sm4Sealer} counts, and {@link io.caresettle.protocol.sm.Sm4Opener}
 * accepts the next number or nothing. Associated data is never optional.
 *
 * <p>Keys may be used by many threads. BouncyCastle's signers may not, and are costly to initialise
 * (half of a signature's time), so each key keeps the initialised ones in a pool as large as its
 * busiest moment.
 *
 * <p>Secrets are not wiped from memory: the collector copies what it likes, and a promise to wipe
 * that the platform does not keep is worse than none. Hold private keys in a token where that
 * matters.
 */
@NullMarked
package io.caresettle.protocol.sm;

import org.jspecify.annotations.NullMarked;
