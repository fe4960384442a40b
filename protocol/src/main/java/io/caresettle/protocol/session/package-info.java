/**
 * The handshake that makes a session: two enrolled parties prove themselves to each other and get
 * keys that nobody else has and that are used once.
 *
 * <p>It is the SM2 key exchange with confirmation (GB/T 32918.3), which evaluators know and for
 * which published vectors exist; nothing in it is of our own making but the ids that are bound. A
 * (the initiator) is the terminal, B the centre. Integers and names are written as in {@code
 * envelope}; a point is 65 bytes (04, x, y).
 *
 * <h2>The exchange</h2>
 *
 * <pre>
 * A → B   hello      01, identity of A, R_A
 * B → A   response   02, R_B, S_B (32 bytes)
 * A → B   confirm    03, S_A (32 bytes)
 * B → A   ready      04, a sealed envelope: type 0, message id "ready", no payload, centre's time
 * both    message    04, a sealed envelope
 *
 * identity of A = version (1), suite (1), role (01), party id (name), key id (name), institution code (name)
 * identity of B = version (1), suite (1), role (02), party id (name), key id (name)
 * </pre>
 *
 * <p>The first byte of each frame says what follows. R_A and R_B are the public keys of ephemeral
 * pairs made for this exchange. The lasting pairs are the <em>encryption</em> pairs of both
 * parties. ID_A, which the standard hashes into Z_A, is "identity of A" exactly as sent. ID_B is
 * "identity of B", which is not sent: A takes the one it has enrolled, B its own. So version,
 * suite, roles, both parties, both sets of keys and the institution are bound: if any of them was
 * changed on the way, or if A means another B, the confirmations do not match.
 *
 * <p>B looks A up by key id and institution code, and closes the line without a word if A is not
 * enrolled for that institution or the party id differs. It then computes key and confirmations and
 * sends S_B (S_1 of the standard, first byte 02). A checks it and sends S_A (S_2, first byte 03),
 * which B checks. Both checks take constant time, and a failed one closes the line. Only then does
 * B seal <em>ready</em>, and only after opening it does A send its first message: no message about
 * money is ever part of a handshake, and a terminal that the centre does not accept has sent
 * nothing.
 *
 * <h2>The keys</h2>
 *
 * <p>The standard's key derivation gives 40 bytes (klen = 320 bits):
 *
 * <pre>
 *  0 16  SM4 key, terminal to centre
 * 16 16  SM4 key, centre to terminal
 * 32  4  salt, terminal to centre
 * 36  4  salt, centre to terminal
 * </pre>
 *
 * <p>The session id is the first 8 bytes of SM3("CareSettle session id v1" ‖ R_A ‖ R_B): a name, no
 * secret.
 *
 * <h2>Who can do what</h2>
 *
 * <ul>
 *   <li><b>Someone on the line</b> can see who talks to whom, sizes and times, and can delay, cut,
 *       or keep a line from being made. He cannot read, change, reorder, repeat or invent a
 *       message, nor be taken for either party. A hello repeated by him makes the centre work (one
 *       exchange, about a millisecond) and gets him an answer that he cannot use.
 *   <li><b>A recording</b> of past sessions stays closed to whoever steals lasting keys later, even
 *       those of both parties: one of the two ephemeral private keys is needed as well, and they
 *       are never stored.
 *   <li><b>A stolen terminal</b>, as long as it is enrolled, is that terminal: it can open sessions
 *       in its own name and sign as itself. It cannot act for another terminal, nor for an
 *       institution that it is not enrolled for, and its keys do not let anybody pass for the
 *       centre, not even towards that terminal. Taking it off the list of enrolled parties stops
 *       its next handshake, not a session that is open.
 *   <li><b>A stolen list of enrolled parties</b> holds public keys only.
 * </ul>
 *
 * <p>Not yet here: certificates in the place of enrolment, new keys within a session, heartbeats. A
 * session ends with its line, or when 2^32 messages went one way.
 */
@NullMarked
package io.caresettle.protocol.session;

import org.jspecify.annotations.NullMarked;
