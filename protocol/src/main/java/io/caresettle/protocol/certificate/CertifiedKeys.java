package io.caresettle.protocol.certificate;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.keys.PartyKeys;

/**
 * A party's own pairs, and the certificates that speak for them.
 *
 * @param keys never printed
 */
public record CertifiedKeys(PartyKeys keys, CertificatePair certificates) {

  /**
   * Puts together what belongs together.
   *
   * @throws KeyRejected if the certificates are those of another party or of other keys
   */
  public CertifiedKeys {
    if (!keys.identity().equals(certificates.identity())) {
      throw new KeyRejected(
          "The keys "
              + keys.identity().keyId()
              + " of "
              + keys.identity().partyId()
              + " came with certificates of "
              + certificates.identity()
              + ": find the certificates that were issued for these keys");
    }
  }

  @Override
  public String toString() {
    return "CertifiedKeys[" + certificates + ", hidden]";
  }
}
