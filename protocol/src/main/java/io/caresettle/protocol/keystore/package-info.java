/**
 * Where a party's private keys rest, and how they come into a process.
 *
 * <h2>A set, not a key</h2>
 *
 * <p>A {@link io.caresettle.protocol.keystore.KeySet} holds every generation of one party's keys,
 * each with its id, its signing and its encryption half, its certificates and, perhaps, the instant
 * at which it was withdrawn. Generations overlap: the next one is certified while the last is still
 * valid, so that a till never stands without keys at midnight. None is thrown away: a data key that
 * was wrapped for an old generation must still open.
 *
 * <h2>Where it rests</h2>
 *
 * <ul>
 *   <li>{@link io.caresettle.protocol.keystore.Pkcs12Vault}: one PKCS#12 file, which OpenSSL lists
 *       and reads, encrypted with PBES2 (PBKDF2 with HMAC-SHA-256, 100,000 rounds; AES-256-CBC) and
 *       written whole or not at all, for its owner alone, by one writer at a time: {@link
 *       io.caresettle.protocol.keystore.KeyVault#update} reads, changes and writes under a lock.
 *   <li>Its password comes from a {@link io.caresettle.protocol.keystore.PasswordSource}: an
 *       operator enters it; or it stands in a file that only its owner may read ({@link
 *       io.caresettle.protocol.keystore.FilePassword}); or the operating system's store hands it
 *       out ({@link io.caresettle.protocol.keystore.CommandPassword}); or a PKCS#11 token brings it
 *       back ({@link io.caresettle.protocol.keystore.TokenPassword}), so that the file without the
 *       token is worth nothing.
 *   <li>Or nowhere here: a device that computes SM2 itself is plugged in behind {@link
 *       io.caresettle.protocol.keys.SigningPair#inDevice}, and its key never enters this process.
 * </ul>
 *
 * <h2>What a PKCS#11 token does and does not do</h2>
 *
 * <p>PKCS#11 has no mechanism for SM2, SM3 or SM4; tokens that have them use numbers of their
 * makers, which the JDK's bridge cannot call. SoftHSM2 has none at all. So the token does what
 * every token can, AES-GCM with a key that never leaves it, and guards the password; SM2 is
 * computed in this process, and whoever reads its memory reads the keys. Key exchange inside a
 * device is not offered yet: an encryption key is always in the process.
 *
 * <h2>Wiping</h2>
 *
 * <p>Passwords are held in arrays that are overwritten when they are closed. That is best effort:
 * the collector moves arrays, a console has buffers, and keys in use are not wiped at all. What
 * must not lie in memory belongs into a device.
 */
@NullMarked
package io.caresettle.protocol.keystore;

import org.jspecify.annotations.NullMarked;
