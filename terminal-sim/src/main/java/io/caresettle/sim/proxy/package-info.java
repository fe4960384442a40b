/**
 * A bad line between a terminal and a centre, one that fails when it is told to.
 *
 * <p>A {@link io.caresettle.sim.proxy.FaultProxy} stands between two programs that do not know of
 * it: it listens on a loopback port, and for every line that comes it makes one to the centre. What
 * passes is cut into <em>pieces</em>. A piece has a name, which is the moment at which a {@link
 * io.caresettle.sim.proxy.Fault} can be asked for:
 *
 * <ul>
 *   <li>{@code hello}, {@code response}, {@code confirm}, {@code versions}: the handshake of a
 *       session;
 *   <li>{@code settle}, {@code settle-answer}, {@code query} …: a message, named by its type, which
 *       an envelope shows in clear. A fault at {@code settle} comes before the money moves, one at
 *       {@code settle-answer} after;
 *   <li>{@code bytes}: whatever is no frame of ours, such as TLS or HTTP, piece by piece as it
 *       came;
 *   <li>{@code any}: the next piece, whatever it is.
 * </ul>
 *
 * <p>{@code settle-answer#2 delay=5s} is the second answer to a settlement since the proxy started,
 * delayed; {@code settle lose} is the next settlement, lost. A named fault acts once, and the first
 * of two for the same moment is the one that acts. With a seed instead, every piece may meet a
 * fault: which, follows from the seed, the number of the line, the direction and the number of the
 * piece, so that the same traffic meets the same faults.
 *
 * <p>A proxy has no keys. It can lose, hold, double, swap and spoil what passes, and cannot make
 * anything up: what the two ends believe in spite of it they would believe of a hostile network.
 *
 * <p>Everything of one line happens on one thread. What is behind a piece that waits waits too, as
 * on a line of TCP; a proxy that holds a mebibyte of a direction reads no more of it until it is
 * rid of half.
 */
@NullMarked
package io.caresettle.sim.proxy;

import org.jspecify.annotations.NullMarked;
