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
 * <h2>Bytes</h2>
 *
 * <p>A frame is four bytes of length, big-endian and unsigned, and as many bytes: 1 to 1 MiB and
 * one byte in a session, 1 to {@link io.caresettle.protocol.session.TerminalHandshake#MAX_FRAME}
 * (some 6 KiB, for certificates) before. A frame that announces another length is refused when its
 * length has been read; memory is taken as bytes arrive, never because a stranger announced them.
 * What is in a frame is written in {@code session} and {@code envelope}.
 *
 * <h2>One line, many calls</h2>
 *
 * <p>A {@link io.caresettle.protocol.link.Link} keeps one line and shares it: answers are matched
 * to calls by the id of the message they reply to, in any order. The line is made by the first
 * call, and again by the next call after it broke; a break ends every call in flight on it with
 * <em>NoAnswer</em>. When a deadline passes and nothing at all was heard since that request was
 * sent, the line is suspected to be half open: new calls get a new one, and the old one is kept for
 * a while in case it still brings an answer. Answers that nobody waits for any more go to the
 * {@link io.caresettle.protocol.link.LinkListener}: a late receipt is news, not noise.
 *
 * <p>One answer that is not authentic closes the session and ends what was in flight on it.
 *
 * <h2>Threads</h2>
 *
 * <p>One daemon thread serves the lines of a link. Callers' code never runs on it: stages complete
 * on threads of their own, listeners are told in order by one more. Every wait has a bound.
 *
 * <h2>Loopback only, for now</h2>
 *
 * <p>Both ends refuse an address that is not loopback, because between machines TLS 1.3 lies
 * beneath this protocol and does not do so yet. Its place is in front of the frames.
 *
 * <p>{@link io.caresettle.protocol.link.LinkServer} is the centre's end, with the faults that a
 * test wants to see ({@link io.caresettle.protocol.link.ServerAnswer}): only who seals the answers
 * can cut one in half.
 */
@NullMarked
package io.caresettle.protocol.link;

import org.jspecify.annotations.NullMarked;
