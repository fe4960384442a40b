package io.caresettle.protocol.bench;

import io.caresettle.protocol.envelope.OpenedEnvelope;
import io.caresettle.protocol.session.Ends;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** (a) One message sealed and opened, beside SM4-GCM of the same bytes. */
@State(Scope.Thread)
public class Sealing {

  /** A message of 370 bytes under the header that it has in this protocol. */
  private static final int PAYLOAD_BYTES = 370;

  private static final int HEADER_BYTES = 29 + 1 + 30 + 1 + 1 + 12;
  private static final String MESSAGE_ID = "H12345678901202611240830000001";

  private final Ends.Pair ends = new Ends().session(1);
  private final byte[] payload = new byte[PAYLOAD_BYTES];
  private final Bare.Gcm gcm = new Bare.Gcm(HEADER_BYTES, PAYLOAD_BYTES);

  @Benchmark
  public OpenedEnvelope sealAndOpen() {
    return ends.centre().open(ends.till().seal(9, MESSAGE_ID, "", 1_732_000_000_000L, payload));
  }

  @Benchmark
  public byte[] bare() throws InvalidCipherTextException {
    return gcm.sealAndOpen();
  }

  @Benchmark
  public byte[] bareMadeAnew() throws InvalidCipherTextException {
    return gcm.sealAndOpenAnew();
  }
}
