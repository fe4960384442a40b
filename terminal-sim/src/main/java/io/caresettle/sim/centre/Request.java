package io.caresettle.sim.centre;

import io.caresettle.protocol.session.PeerInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One message at the desk.
 *
 * @param now the centre's clock
 * @param today the centre's calendar day, which the law goes by
 * @param businessDate the day that it is booked in
 * @param verified its documents whose signature was verified: once is enough for one message
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one message and is never compared.
record Request(
    PeerInfo terminal,
    String id,
    byte[] payload,
    Instant now,
    LocalDate today,
    LocalDate businessDate,
    Verified verified) {

  private static final Pattern REQUEST_ID = Pattern.compile("[0-9A-Za-z._-]{1,64}");

  /** Whether this can name a request that may come again. */
  static boolean isRequestId(String text) {
    return REQUEST_ID.matcher(text).matches();
  }

  String institution() {
    return terminal.institutionCode();
  }

  /** Leaves the payload out. */
  @Override
  public String toString() {
    return "Request[" + id + "]";
  }
}
