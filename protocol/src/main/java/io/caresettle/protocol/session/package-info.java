/**
 * The handshake that makes a session: two certified parties prove themselves to each other and get
 * keys that nobody else has and that are used once.
 *
 * <p>It is the SM2 key exchange with confirmation (GB/T 32918.3), which evaluators know and for
 * which published vectors exist; nothing in it is of our own making but the ids that are bound. A
 * (the initiator) is the terminal, B the centre. Integers and names are written as in {@code
 * envelope}; a point is 65 bytes (04, x, y); certificates are {@link
 * io.caresettle.protocol.certificate.CertificatePair#encoded}.
 *
 * <h2>The exchange</h2>
 *
 * <pre>
 * A → B   hello      01, identity of A, R_A, certificates of A
 * B → A   response   02, R_B, S_B (32 bytes), certificates of B
 * A → B   confirm    03, S_A (32 bytes)
 * B → A   ready      04, a sealed envelope: sequence 1, type 0, message id "ready", empty
 *                    in-reply-to, no payload, centre's time
 * both    message    04, a sealed envelope
 *
 * B → A   versions   00, lowest, highest: in the place of a response, and the line is closed
 *
 * identity of A = version (1), suite (1), role (01), party id (name), key id (name), institution code (name)
 * identity of B = version (1), suite (1), role (02), party id (name), key id (name)
 *
 * key id = first 8 bytes, as 16 hex digits in lower case, of
 *          SM3("CareSettle key id v1" ‖ 00 ‖ party id (name) ‖ signing point ‖ encryption point)
 *
 * ID_A = identity of A ‖ SM3(certificates of A)
 * ID_B = identity of B ‖ SM3(certificates of B)
 * </pre>
 *
 * <p>In a key id both points are those of the party's certificates; 00 is one byte, and labels in
 * quotes are ASCII without an end. Every envelope of a session, of either direction, carries the
 * institution code of the terminal's identity: a centre has none. A message of the first sequence
 * from B is always <em>ready</em>.
 *
 * <p>The first byte of each frame says what follows; certificates are all that is left of theirs. A
 * frame of a handshake has at most {@link
 * io.caresettle.protocol.session.TerminalHandshake#MAX_FRAME} bytes. R_A and R_B are the public
 * keys of ephemeral pairs made for this exchange. The lasting pairs are the <em>encryption</em>
 * pairs of both parties, as their certificates have them. ID_A and ID_B are what the standard
 * hashes into Z_A and Z_B, and with them into the key and both confirmations. The identity of B is
 * not sent: A makes it from the certificates of B. So version, suite, roles, both parties, both
 * pairs of certificates and the institution are bound together with both ephemeral keys: if any of
 * them was changed on the way, the confirmations do not match.
 *
 * <h2>What each side checks, in this order</h2>
 *
 * <ol>
 *   <li>B, on hello: the version (another one is answered with <em>versions</em>); suite and role;
 *       that R_A is a point of the curve; that the certificates are well formed and their
 *       signatures lead to a root it trusts; that party id, key id and institution code of the
 *       hello are those of the certificates; that the role in them is TERMINAL; that their time has
 *       come. An expired or revoked terminal goes on, with that {@link
 *       io.caresettle.protocol.certificate.Standing} in {@link
 *       io.caresettle.protocol.session.PeerInfo}: its open reversals must still be delivered, for a
 *       lost or late key must not be stuck money. What it may do is the business of whoever answers
 *       requests. Then B computes, and sends S_B (S_1 of the standard, first byte 02).
 *   <li>A, on response: that R_B is a point; the certificates of B in the same way, but with the
 *       role CENTRE and no grace: expired and revoked are refused; that the party id is that of the
 *       centre it means. Then it computes, checks S_B, and sends S_A (S_2, first byte 03).
 *   <li>B, on confirm: S_A. Only then does it seal <em>ready</em>.
 *   <li>A, on ready: that it opens and is ready. Only then does A send its first message: no
 *       message about money is ever part of a handshake, and a terminal that the centre does not
 *       accept has sent nothing.
 * </ol>
 *
 * <p>Confirmations are compared in constant time. Whatever fails, the other side sees a line that
 * closes without a word; this side has a typed reason. A terminal's text tells a centre that is not
 * trusted from one whose certificates are not in force <em>by this clock</em>, and names the clock.
 *
 * <h2>Other versions</h2>
 *
 * <p>There is one suite per version and nothing to negotiate. A centre that gets the hello of a
 * version it does not speak says which ones it speaks and closes the line. That frame is not
 * authenticated and carries no secret: the terminal shows it to a person, who updates one side, and
 * never tries an older version because of it. A frame that claims the terminal's own version is a
 * lie, and treated as one.
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
 * <p>One handshake makes one session at each end, whatever frames come afterwards: numbers begin at
 * 1 with each session, and are nonces.
 *
 * <p>The session id is the first 8 bytes of SM3("CareSettle session id v1" ‖ R_A ‖ R_B): a name, no
 * secret. In an envelope's header it is, with the direction, the id of the key: see {@code
 * envelope}.
 *
 * <h2>A new session after a broken line</h2>
 *
 * <p>It is another handshake: one SM2 exchange, about a millisecond on each side. The signatures of
 * certificates, which would be four more verifications, are remembered by {@link
 * io.caresettle.protocol.certificate.Trust} once they were found to fit; time and revocation are
 * looked at again. There are no resumption tickets: they would be a pattern of our own and one more
 * secret to keep, to save that millisecond.
 *
 * <h2>Who can do what</h2>
 *
 * <ul>
 *   <li><b>Someone on the line</b> can see who talks to whom (the certificates of a handshake are
 *       in clear, unless TLS lies beneath), sizes and times, and can delay, cut, or keep a line
 *       from being made, by a false <em>versions</em> as well. He cannot read, change, reorder,
 *       repeat or invent a message, nor be taken for either party. A hello repeated by him makes
 *       the centre work (one exchange) and gets him an answer that he cannot use; one with
 *       certificates that he made himself costs the centre their reading and, from the root
 *       downwards, every verification that fits and the first that does not: one, or some more if
 *       he puts the authorities of others above them. What is refused is not remembered.
 *   <li><b>A recording</b> of past sessions stays closed to whoever steals lasting keys later, even
 *       those of both parties: one of the two ephemeral private keys is needed as well, and they
 *       are never stored.
 *   <li><b>A stolen terminal</b>, until it is revoked, is that terminal: it can open sessions in
 *       its own name and sign as itself. It cannot act for another terminal, nor for an institution
 *       that its certificates do not name, and its keys do not let anybody pass for the centre, not
 *       even towards that terminal. Once the centre has the revocation, it is let in only as what
 *       it is. A session that is open keeps the standing it began with: a centre that wants a theft
 *       to be felt at once asks its trust again for every message.
 *   <li><b>A stolen authority key</b> makes any party. Its authority is revoked by the one above,
 *       and nobody below it gets any grace.
 *   <li><b>A wrong clock</b> cannot be told from wrong certificates, and the refusals say so. A
 *       terminal whose clock is set back could take expired certificates of a centre, not revoked
 *       ones and not keys that nobody has.
 * </ul>
 *
 * <p>A session ends with its line, or when 2^32 messages went one way.
 */
@NullMarked
package io.caresettle.protocol.session;

import org.jspecify.annotations.NullMarked;
