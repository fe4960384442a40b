/**
 * What the seal costs, beside BouncyCastle, Netty and others used bare, in one run.
 *
 * <pre>mvn -Pbench verify -pl protocol -DskipTests -Dbench.args="Sealing -f 3"
 * JAVA_HOME=JDK_25 mvn -f protocol/src/jmh25 verify</pre>
 *
 * <p>Messages of 370 bytes, processor time, the least of all iterations. Reached on a virtual
 * machine with 2 cores and JDK 17 that built other things meanwhile (load 10 to 27), with one fork.
 * Ratios of one run are good to a twentieth for (a), to a tenth for (c) and (d). Those of (b) cross
 * threads, and are not good to more than a quarter on such a machine: each end of the range is a
 * run. Single figures are not to be quoted.
 *
 * <pre>
 *                                         ours      beside      times         target
 * (a) seal and open                       13.7 us   13.3 us     1.03          1.2
 *     the same, bare cipher made anew     13.7 us   25.0 us     0.55
 * (b) round trip, 16 in flight            60-73 us  43-58 us    1.04 to 1.68  1.2   process
 *     the same, peer without GCM          73 us     15 us       5.0
 *     the same, grpc-java 1.85            73 us     103 us      0.71                not settled
 *     the same, jPOS 3.0.1 on JDK 25      73 us     77 us       0.95                not settled
 * (c) signed settlement                   398 us    347 us      1.15          1.2
 * (d) sign-in, first of two parties       4147 us   3103 us     1.34                8 verifications
 *     sign-in, later                      1652 us   1504 us     1.10                none
 * </pre>
 *
 * <p>(a) rests on keeping the round keys and the table of the tag from message to message: made
 * anew each time, bare GCM itself takes 1.9 times as long. In (c) two envelopes are about 28 us of
 * the 51; the rest is protobuf and what is bound to a document.
 *
 * <p>(b) misses its target more often than not: runs gave 1.04, 1.14 and 1.68 since bytes leave
 * together, and 1.37 once before. What holds it back is one thing: the answer of a call that does
 * not wait crosses to a thread of its own, so that a caller's stage that waits stops neither a line
 * nor another caller's answer. With that crossing taken out for a trial the same run gave 36 us
 * beside 55 us, 0.66: less than the peer, which sends each message in a call to the system of its
 * own. A call that waits for its answer itself, as the counter's do, has no such crossing. To make
 * it cheaper the threads would have to be woken once for several answers, and another one when the
 * first is held up.
 *
 * <p>grpc-java and jPOS encrypt nothing, and their figures were still falling when their runs
 * ended: they say that the seal does not make this a slow way, and no more. jPOS ran in a process
 * of its own.
 *
 * <p>In (d) the peer does the SM2 operations that happen: two ephemeral pairs and one exchange with
 * confirmation at each end; for the first session also four verifications at each end, one of which
 * is that of the root itself, which a party does once in its life. What is left of the first is the
 * reading of certificates and the tables of their keys, which later sessions find made.
 */
@NullMarked
package io.caresettle.protocol.bench;

import org.jspecify.annotations.NullMarked;
