package io.caresettle.protocol.session;

import io.caresettle.protocol.keys.PartyIdentity;

/**
 * The other end of a session.
 *
 * @param institutionCode the institution for which the terminal of this session acts
 */
public record PeerInfo(PartyIdentity identity, String institutionCode) {

  /** The id of the party at the other end. */
  public String partyId() {
    return identity.partyId();
  }
}
