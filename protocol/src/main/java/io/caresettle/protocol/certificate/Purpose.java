package io.caresettle.protocol.certificate;

import org.bouncycastle.asn1.x509.KeyUsage;

/** The one thing that a certified key may be used for. */
public enum Purpose {
  /** Signs documents and requests: digitalSignature, nonRepudiation. */
  SIGNING(KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
  /**
   * Takes part in key exchanges, opens wrapped keys: keyEncipherment, dataEncipherment,
   * keyAgreement.
   */
  ENCRYPTION(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement),
  /** Signs certificates and revocation lists: keyCertSign, cRLSign. */
  AUTHORITY(KeyUsage.keyCertSign | KeyUsage.cRLSign);

  private final int bits;

  Purpose(int bits) {
    this.bits = bits;
  }

  KeyUsage keyUsage() {
    return new KeyUsage(bits);
  }
}
