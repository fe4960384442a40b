package io.caresettle.protocol.sm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** Writes in DER, which peers read and this library does not write. */
final class Sm2Forms {

  private static final BigInteger N = Sm2Curve.DOMAIN.getN();

  private Sm2Forms() {}

  static byte[] signatureInDer(byte[] rs) {
    try {
      BigInteger[] both = PlainDSAEncoding.INSTANCE.decode(N, rs);
      return StandardDSAEncoding.INSTANCE.encode(N, both[0], both[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] signatureOf64Bytes(byte[] der) {
    try {
      BigInteger[] both = StandardDSAEncoding.INSTANCE.decode(N, der);
      return PlainDSAEncoding.INSTANCE.encode(N, both[0], both[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** C1, C3, C2 one after the other, in the DER of GM/T 0009. */
  static byte[] ciphertextInDer(byte[] c1c3c2) {
    try {
      ASN1EncodableVector parts = new ASN1EncodableVector();
      parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(c1c3c2, 1, 33))));
      parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(c1c3c2, 33, 65))));
      parts.add(new DEROctetString(Arrays.copyOfRange(c1c3c2, 65, 97)));
      parts.add(new DEROctetString(Arrays.copyOfRange(c1c3c2, 97, c1c3c2.length)));
      ASN1Sequence all = new DERSequence(parts);
      return all.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
