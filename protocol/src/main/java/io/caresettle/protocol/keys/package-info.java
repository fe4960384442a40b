/**
 * Who is who on the wire, and which key is for which purpose.
 *
 * <h2>Two pairs per party</h2>
 *
 * <p>Every party has a signing pair and an encryption pair (双证书), and they are different types:
 * {@link io.caresettle.protocol.keys.SigningPair} can only sign documents, {@link
 * io.caresettle.protocol.keys.EncryptionPair} can take part in key exchanges and open keys that
 * were wrapped for it. Code that would sign with an encryption key does not compile, unless it
 * takes the private half out: whoever stores keys does, by handing over an {@link
 * io.caresettle.protocol.sm.InsecureSecretAccess}, and one search finds every place. A party whose
 * two pairs are one and the same cannot be constructed.
 *
 * <p>The signing pair is also the seam for a key that never enters this process: a device that
 * signs is plugged in with {@link io.caresettle.protocol.keys.SigningPair#inDevice}. There is no
 * such seam for the encryption pair, whose private half is always in the process.
 *
 * <h2>Whose keys they are</h2>
 *
 * <p>A {@link io.caresettle.protocol.keys.PartyIdentity} is what others know of a party: its id and
 * its two public keys. The key id is a digest of all three, so that nobody can pass one key off
 * under the id of another. How an identity comes to be believed is told in {@code certificate}: two
 * X.509 certificates, one for each key, that lead to a trusted root. An identity says nothing of
 * time: whether its certificates are in force is asked anew for every session.
 *
 * <h2>Text</h2>
 *
 * <p>An identity is five lines, and so is a set of keys, each ended by one line feed:
 *
 * <pre>
 * caresettle-party-identity 1        caresettle-test-keys 1
 * party: CENTRE-TEST                 party: CENTRE-TEST
 * key-id: 0123456789abcdef           key-id: 0123456789abcdef
 * signing: 04…                       signing-private: …
 * encryption: 04…                    encryption-private: …
 * </pre>
 *
 * <p>Reading is strict: these lines in this order, hex in lower case, a key id that fits. Private
 * keys in such a text are unprotected. It is for tests and for the simulator, as its first line
 * says; a production site keeps private keys in a token, in the operating system's store, or in a
 * PKCS#12 file.
 */
@NullMarked
package io.caresettle.protocol.keys;

import org.jspecify.annotations.NullMarked;
