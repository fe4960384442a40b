package io.caresettle.protocol.certificate;

import io.caresettle.protocol.keys.SigningPair;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/**
 * Lets BouncyCastle's builders sign with a signing pair, wherever its private half is: in memory or
 * in a token.
 */
final class Sm2ContentSigner implements ContentSigner {

  private final SigningPair signer;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  Sm2ContentSigner(SigningPair signer) {
    this.signer = signer;
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return Der.SM2_WITH_SM3;
  }

  @Override
  public OutputStream getOutputStream() {
    return content;
  }

  @Override
  public byte[] getSignature() {
    return Der.sign(signer, content.toByteArray());
  }
}
