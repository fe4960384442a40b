package io.caresettle.protocol.session;

import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.keys.PartyIdentity;

/**
 * The other end of a session.
 *
 * @param certificates what it proved itself with
 * @param standing what they were worth when the session was made. A centre is always good; a
 *     terminal may be expired or revoked, and whoever serves it decides what it may still do: a
 *     lost or late key must not be stuck money
 * @param institutionCode the institution for which the terminal of this session acts
 */
public record PeerInfo(CertificatePair certificates, Standing standing, String institutionCode) {

  /** The id of the party at the other end. */
  public String partyId() {
    return identity().partyId();
  }

  /** The party and its two keys, with which its documents are verified. */
  public PartyIdentity identity() {
    return certificates.identity();
  }
}
