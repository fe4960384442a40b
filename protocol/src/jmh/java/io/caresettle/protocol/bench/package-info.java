/**
 * What the seal costs, beside BouncyCastle and Netty used bare, in one run.
 *
 * <pre>mvn -Pbench verify -pl protocol -DskipTests -Dbench.args="Sealing -f 3"</pre>
 *
 * <p>Messages of 370 bytes, processor time, the least of all iterations. Reached on a virtual
 * machine with 2 cores and JDK 17 that built other things meanwhile (load 10 to 17): ratios of one
 * run are good to a tenth for (a) and to a fifth for the rest. Single figures are not to be quoted.
 *
 * <pre>
 *                                         ours        bare        times   target
 * (a) seal and open                       13.8 us     13.5 us     1.02    1.2
 *     the same, bare cipher made anew     13.8 us     25.2 us     0.55
 * (b) round trip, 16 in flight            64 us       47 us       1.36    1.2    process, before TLS
 *     the same, peer without GCM          64 us       15 us       4.2            and certificates
 * (c) signed settlement                   416 us      342 us      1.21    1.2
 * (d) sign-in                             1764 us     1666 us     1.06           before certificates
 * </pre>
 *
 * <p>(a) rests on keeping the round keys and the table of the tag from message to message: made
 * anew each time, bare GCM itself takes 1.9 times as long. In (c) two envelopes are 32 us of the
 * 74; the rest is protobuf, the key id that is hashed anew for each document, and noise: by the
 * parts it is 1.13. In (b) an answer crosses a thread to reach the centre's handler and another to
 * reach its caller, which a peer without handlers that may wait does not do. (d) was taken before a
 * handshake verified certificates; its peer here verifies none. grpc-java and jPOS were not run
 * beside these.
 */
@NullMarked
package io.caresettle.protocol.bench;

import org.jspecify.annotations.NullMarked;
