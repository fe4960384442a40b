/**
 * Reading messages of the wire, whatever a peer sends.
 *
 * <p>The messages themselves are generated from the files under {@code proto}; this package is the
 * way to them. An envelope's header names a {@code MessageType}; each type carries one message, a
 * request is odd and its answer is the next number. Types 90 to 99 are the link's own and carry
 * nothing.
 *
 * <h2>Bounds</h2>
 *
 * <p>A parser makes objects, and an object is larger than two bytes: an empty element of a list
 * takes up to 290 times its bytes, an unknown field up to 320 times. A megabyte of either would
 * take a till's memory. So the bytes are walked once before they are parsed. The walk knows the
 * shape of the message, allocates nothing, and adds up what each element will cost; more than
 * {@link io.caresettle.protocol.message.Messages#MOST_TIMES} times the bytes (and an allowance for
 * small messages) is refused before anything is made. The prices were measured on a JVM with
 * compressed references, which one has up to 32 GiB of heap; beyond that they are up to twice as
 * high.
 *
 * <p>The walk is also stricter than the parser: no groups, no field number 0, no tag or length
 * beyond 32 bits. No message of ours contains itself, so nothing can nest without end.
 *
 * <h2>Evolution</h2>
 *
 * <p>A number is never given another meaning or type; what goes is reserved, by number and name. An
 * older reader keeps what it does not know and writes it again. Two things cost it dear, and a
 * change should look at them: a new field in a row that repeats by the thousand (about 400 bytes
 * for each, 720 for the first in a row: a row of less than 100 bytes may have no room for one), and
 * anything in a signed document, which may not change at all (see {@code document}).
 */
@NullMarked
package io.caresettle.protocol.message;

import org.jspecify.annotations.NullMarked;
