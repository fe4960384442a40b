/**
 * Sealed envelopes: one message of a session, whole, secret, in order and from the other party.
 *
 * <h2>Bytes</h2>
 *
 * <p>Integers are big-endian and unsigned unless said otherwise. A <em>name</em> is one byte of
 * length and as many bytes of printable ASCII (21 to 7e).
 *
 * <pre>
 *  0  1  version                1
 *  1  1  suite                  1 = SM2 key exchange, SM4-GCM with a tag of 16 bytes, SM3
 *  2  1  direction              1 = terminal to centre, 2 = centre to terminal
 *  3  8  session id             with the direction: the key id, see below
 * 11  8  sequence               1, 2, 3 … in each direction
 * 19  2  message type           number of the wire enum; 0 = the session is ready
 * 21  8  time                   milliseconds since 1970, signed, by the sender's clock
 * 29  …  message id             name of 1 to 64
 *     …  in-reply-to            name of 0 to 64: the message id that is answered; empty in a request
 *     …  institution code       name of 1 to 32
 *     …  ciphertext             as long as the payload
 *     16 tag
 * </pre>
 *
 * <p>Everything before the ciphertext is the header. It travels in clear and is the associated
 * data, byte for byte.
 *
 * <h2>Which key</h2>
 *
 * <p>There is no other key id in the header, because none is needed: <em>direction and session id
 * together are the id of the key that sealed the envelope</em>. A handshake makes exactly two SM4
 * keys, one for each direction, under one session id, and no key outlives its session. A rekey is a
 * new session with a new id. The ids of a party's lasting keys go into the handshake ({@code
 * session}) and onto documents ({@code document}), and never into an envelope.
 *
 * <p>The nonce is the direction's salt (4 bytes) followed by the sequence (8 bytes); key and salt
 * of each direction come from the session's handshake. A payload has at most {@link
 * io.caresettle.protocol.envelope.EnvelopeHeader#MAX_PAYLOAD} bytes.
 *
 * <h2>Opening</h2>
 *
 * <p>Lengths are checked against limits and against what is there before anything is allocated.
 * Version, suite, direction, session, institution and the expected sequence are compared, the tag
 * is checked, and only then does anybody see a header or a payload. Sequences are strictly
 * consecutive: a gap, a repeat or an older number is refused. Whatever is wrong, the answer is one
 * exception, {@link io.caresettle.protocol.NotAuthentic}, and the opener opens nothing afterwards:
 * the session is over.
 *
 * <h2>What someone on the line learns</h2>
 *
 * <p>Who talks to whom, when, the institution's code, the kind and the length of each message, and
 * message ids. Names, amounts, codes and documents are inside. Lengths are not padded: the number
 * of lines of a bill can be guessed.
 */
@NullMarked
package io.caresettle.protocol.envelope;

import org.jspecify.annotations.NullMarked;
