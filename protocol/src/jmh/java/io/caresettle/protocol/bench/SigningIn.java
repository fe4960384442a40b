package io.caresettle.protocol.bench;

import io.caresettle.protocol.session.Ends;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * (d) A whole handshake at both ends, beside its SM2 key exchange: two ephemeral pairs, and one
 * calculation with confirmation at each end.
 */
@State(Scope.Thread)
public class SigningIn {

  private final Ends ends = new Ends();
  private final Bare.Pair a = new Bare.Pair();
  private final Bare.Pair b = new Bare.Pair();

  @Benchmark
  public Ends.Pair handshake() {
    return ends.shakeHands();
  }

  @Benchmark
  public byte[] bare() {
    return Bare.exchange(a, b);
  }
}
