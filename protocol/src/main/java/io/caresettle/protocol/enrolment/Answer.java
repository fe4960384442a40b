package io.caresettle.protocol.enrolment;

import io.caresettle.protocol.EnrolmentRefused;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.envelope.ByteReader;
import io.caresettle.protocol.envelope.ByteWriter;
import io.caresettle.protocol.keys.SigningKey;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a centre answers, as it stands inside the sealed answer: its signature, then one of two. */
final class Answer {

  static final String LABEL = "CareSettle enrolment answer v1";

  private static final int CERTIFICATES = 1;
  private static final int REFUSAL = 2;
  private static final int SIGNATURE_BYTES = 64;

  private Answer() {}

  static byte[] certificates(CertificatePair pair, byte[] request, SigningPair centre) {
    byte[] body = new ByteWriter().u8(CERTIFICATES).bytes(pair.encoded()).toBytes();
    return signed(body, request, centre);
  }

  static byte[] refusal(EnrolmentRefused.Kind kind, byte[] request, SigningPair centre) {
    return signed(new ByteWriter().u8(REFUSAL).u8(kind.number()).toBytes(), request, centre);
  }

  private static byte[] signed(byte[] body, byte[] request, SigningPair centre) {
    return new ByteWriter().bytes(centre.sign(bound(body, request))).bytes(body).toBytes();
  }

  /** The certificates, or the refusal as it is thrown. */
  static CertificatePair read(byte[] plain, byte[] request, SigningKey centre, Subject terminal) {
    ByteReader reader = new ByteReader(plain, NotAuthentic::sealedValue);
    byte[] signature = reader.bytes(SIGNATURE_BYTES);
    byte[] body = Arrays.copyOfRange(plain, SIGNATURE_BYTES, plain.length);
    if (!centre.verify(bound(body, request), signature)) {
      throw NotAuthentic.document();
    }
    int kind = reader.u8();
    if (kind == CERTIFICATES) {
      return CertificatePair.decode(Arrays.copyOfRange(body, 1, body.length));
    }
    if (kind != REFUSAL) {
      throw NotAuthentic.sealedValue();
    }
    throw new EnrolmentRefused(EnrolmentRefused.Kind.of(reader.u8()), terminal.partyId());
  }

  /** An answer is to one request: whoever recorded another cannot play it here. */
  private static byte[] bound(byte[] body, byte[] request) {
    return new ByteWriter()
        .bytes(LABEL.getBytes(StandardCharsets.US_ASCII))
        .u8(0)
        .bytes(Sm3.digest(request))
        .bytes(body)
        .toBytes();
  }
}
