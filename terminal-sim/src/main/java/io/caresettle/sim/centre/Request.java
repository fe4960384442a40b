package io.caresettle.sim.centre;

import io.caresettle.protocol.session.PeerInfo;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One message at the desk.
 *
 * @param now the centre's clock
 * @param today the centre's business date
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one message and is never compared.
record Request(PeerInfo terminal, String id, byte[] payload, Instant now, LocalDate today) {

  String institution() {
    return terminal.institutionCode();
  }

  /** Leaves the payload out. */
  @Override
  public String toString() {
    return "Request[" + id + "]";
  }
}
