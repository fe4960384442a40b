package io.caresettle.protocol.certificate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line of a revocation list.
 *
 * @param serial of the certificate, as {@link PartyCertificate#serial()} writes it
 * @param since in whole seconds; what was signed before is still what it was
 */
public record Revocation(String serial, Instant since, RevocationReason reason) {
  public Revocation {
    since = since.truncatedTo(ChronoUnit.SECONDS);
  }
}
