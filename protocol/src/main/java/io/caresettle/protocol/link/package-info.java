/**
 * The line between a terminal and a centre: messages go out, and each call ends with a {@link
 * io.caresettle.protocol.link.Reply} that says what is known about them.
 *
 * <h2>Three endings</h2>
 *
 * <p>Money depends on one distinction, so the type makes it: {@link
 * io.caresettle.protocol.link.Reply.Answered} (an authentic answer), {@link
 * io.caresettle.protocol.link.Reply.NotSent} (nothing of this message left the machine; trying
 * again is safe) and {@link io.caresettle.protocol.link.Reply.NoAnswer} (bytes left, and nobody
 * here knows what became of them). A message counts as sent from the moment it is given to the
 * operating system's side of the line, never later: when in doubt it is <em>NoAnswer</em>. Nothing
 * of a message is sent before the session's handshake is over, so a centre that is down, is another
 * one, or refuses this terminal is <em>NotSent</em>.
 *
 * <p>Whoever writes an intent down before it sends asks first: {@link
 * io.caresettle.protocol.link.Link#reserve} takes a place in flight and waits for a session, so
 * that what can be known before is known before.
 *
 * <h2>Bytes</h2>
 *
 * <p>A frame is four bytes of length, big-endian and unsigned, and as many bytes: 1 to 1 MiB and
 * one byte in a session, 1 to {@link io.caresettle.protocol.session.TerminalHandshake#MAX_FRAME}
 * (some 6 KiB, for certificates) before. A frame that announces another length is refused when its
 * length has been read. Memory for a frame is taken when its length is known: what a stranger can
 * make this end take by announcing it is those few KiB, and what a terminal in session can is 1
 * MiB. What is in a frame is written in {@code session} and {@code envelope}.
 *
 * <h2>TLS beneath</h2>
 *
 * <p>Where an address is not loopback, TLS 1.3 of the JDK lies in front of the frames, and no other
 * version; a name that is not resolved counts as another machine, wherever it leads. The terminal
 * insists on a certificate for the host it meant. An {@code SSLContext} in the settings is used on
 * loopback as well; without one the JDK's default is taken, and a centre does not listen but on
 * loopback. TLS hides who talks and how much, and is a second lock: the session on it trusts
 * nothing that it says.
 *
 * <h2>One line, many calls</h2>
 *
 * <p>A {@link io.caresettle.protocol.link.Link} keeps one line and shares it: answers are matched
 * to calls by the id of the message they reply to, in any order. A break ends every call in flight
 * on the line with <em>NoAnswer</em>. When a deadline passes and nothing at all was heard since
 * that request was sent, the line is suspected to be half open: new calls get a new one, and the
 * old one is kept for a while in case it still brings an answer. Answers that nobody waits for any
 * more go to the {@link io.caresettle.protocol.link.LinkListener}: a late receipt is news, not
 * noise. One answer that is not authentic closes the session and ends what was in flight on it.
 *
 * <h2>Finding a line</h2>
 *
 * <p>The first call makes a line; after a break the link makes the next one itself. One attempt is
 * made at a time, for however many calls: it goes through the centre's addresses once, from the
 * last good one on. When all have failed, those who wait are told the gravest reason, and nobody
 * connects before a pause is over: anything from nothing to {@link
 * io.caresettle.protocol.link.Backoff}'s base, doubled with each failure up to its cap (full
 * jitter). A call that comes meanwhile waits for the next attempt, as long as its own deadline. A
 * line that broke before it brought a single message counts as a failure, too.
 *
 * <h2>Bounds</h2>
 *
 * <p>Nothing queues at a terminal: beyond so many calls or bytes in flight, or on a line that takes
 * no bytes, a call is <em>NotSent</em> at once. A centre does not refuse, it slows down: at its
 * bound, or when a terminal takes no answers, it stops reading that line and goes on when there is
 * room. A request holds its place until its answer has left the machine. Strangers are counted
 * apart from terminals: when too many are in their handshakes, a centre hangs up on the one that
 * came first, so that those who say nothing keep no terminal out.
 *
 * <p>Either end asks with a heartbeat when no message came for a while, answers one itself, and
 * closes a line that stays silent or takes no bytes. Only whole authentic messages count as signs
 * of life, so dripping bytes are silence; the handshake, TLS included, has one bound as a whole. An
 * end that does not read at the moment does not blame the other for silence, and goes on beating.
 *
 * <h2>A session is not renewed but replaced</h2>
 *
 * <p>Keys are used for so many messages and so long ({@link
 * io.caresettle.protocol.link.SessionLimit}). Then a terminal makes a new line with a whole new
 * handshake, sends new calls there, and closes the old one when its last call is over. If no new
 * line can be had the old one goes on for half as much again; a centre ends a session at its own
 * bound, which is twice a terminal's. There is no message that changes keys within a session: such
 * a pattern would be of our own making, would need its own proof of order, loss and attack, and
 * would give less, for a fresh exchange brings fresh ephemeral keys, and looks again at who may
 * talk. It costs a terminal about a handshake an hour, and runs the code that every morning runs.
 *
 * <h2>Threads</h2>
 *
 * <p>One daemon thread serves the lines of a link. Callers' code never runs on it, nor do look-ups
 * of names and checks of certificates: stages complete on threads of their own, listeners are told
 * in order by one more. Every wait has a bound.
 *
 * <p>{@link io.caresettle.protocol.link.LinkServer} is the centre's end, with the faults that a
 * test wants to see ({@link io.caresettle.protocol.link.ServerAnswer}): only who seals the answers
 * can cut one in half.
 */
@NullMarked
package io.caresettle.protocol.link;

import org.jspecify.annotations.NullMarked;
