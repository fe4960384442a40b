package io.caresettle.protocol.enrolment;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertificateRequest;
import io.caresettle.protocol.envelope.ByteReader;
import io.caresettle.protocol.envelope.ByteWriter;
import io.caresettle.protocol.keys.SigningKey;
import io.caresettle.protocol.keys.SigningPair;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a terminal asks, as it stands inside the sealed request. */
sealed interface Question {

  /** Binds every request to its purpose and to the centre that is to read it. */
  String LABEL = "CareSettle enrolment request v1";

  CertificateRequest request();

  /** Somebody typed an activation code. */
  record Activation(ActivationCode code, CertificateRequest request) implements Question {}

  /**
   * A terminal that has certificates wants the next ones, and signs the request with the old key.
   */
  @SuppressWarnings("ArrayRecordComponent") // Lives for one request and is never compared.
  record Renewal(CertificatePair old, byte[] signature, CertificateRequest request)
      implements Question {

    static Renewal signed(CertificatePair old, SigningPair by, CertificateRequest request) {
      return new Renewal(old, by.sign(bound(request)), request);
    }

    boolean isSignedByTheOld() {
      return new SigningKey(old.signing().publicKey()).verify(bound(request), signature);
    }

    private static byte[] bound(CertificateRequest request) {
      return new ByteWriter()
          .bytes("CareSettle renewal v1".getBytes(StandardCharsets.US_ASCII))
          .u8(0)
          .bytes(request.encoded())
          .toBytes();
    }

    @Override
    public String toString() {
      return "Renewal[" + old + ", " + request + "]";
    }
  }

  int ACTIVATION = 1;
  int RENEWAL = 2;
  int SIGNATURE_BYTES = 64;

  default byte[] toBytes() {
    ByteWriter writer = new ByteWriter();
    if (this instanceof Activation activation) {
      writer.u8(ACTIVATION).bytes(activation.code().bytes());
    } else if (this instanceof Renewal renewal) {
      byte[] old = renewal.old().encoded();
      writer.u8(RENEWAL).u16(old.length).bytes(old).bytes(renewal.signature());
    }
    return writer.bytes(request().encoded()).toBytes();
  }

  static Question read(byte[] plain) {
    ByteReader reader = new ByteReader(plain, NotAuthentic::sealedValue);
    return switch (reader.u8()) {
      case ACTIVATION -> {
        String code = new String(reader.bytes(20), StandardCharsets.US_ASCII);
        yield new Activation(ActivationCode.parse(code), rest(plain, reader));
      }
      case RENEWAL -> {
        CertificatePair old = CertificatePair.decode(reader.bytes(reader.u16()));
        yield new Renewal(old, reader.bytes(SIGNATURE_BYTES), rest(plain, reader));
      }
      default -> throw NotAuthentic.sealedValue();
    };
  }

  private static CertificateRequest rest(byte[] plain, ByteReader reader) {
    return CertificateRequest.decode(Arrays.copyOfRange(plain, reader.position(), plain.length));
  }
}
