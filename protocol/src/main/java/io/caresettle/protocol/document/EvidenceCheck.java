package io.caresettle.protocol.document;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.MessageRejected.Why;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.PartyCertificate;
import io.caresettle.protocol.certificate.Purpose;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.keys.SigningKey;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verifies evidence off-line, years later: a document, its signature and the certificates that came
 * along, judged as of the time at which it was signed.
 *
 * <p>A certificate that expired afterwards still proves, and so does one that was revoked
 * afterwards. Whoever has a stolen key can write any time into a document; so a document that says
 * that it is older than the revocation, and that its journal took only after it, proves nothing.
 * Nor does one of a revoked signer that no journal has a time for, unless a time is given.
 */
public final class EvidenceCheck {

  /** The longest evidence: a message of the wire, and its certificates. */
  public static final int MAX_BYTES = 2 << 20;

  private static final int MOST_CERTIFICATES = 5;

  private final Trust trust;

  private EvidenceCheck(Trust trust) {
    this.trust = trust;
  }

  /** A check that believes whom {@code trust} believes. */
  public static EvidenceCheck with(Trust trust) {
    return new EvidenceCheck(trust);
  }

  /**
   * The authorities that came along with {@code evidence}, from the lowest upwards, without a root:
   * whose revocation lists matter.
   *
   * @throws CertificateRefused if a certificate is none
   */
  public static List<PartyCertificate> authorities(Evidence evidence) {
    return above(certificates(evidence));
  }

  /**
   * Reads evidence.
   *
   * @throws MessageRejected if the bytes are none
   */
  public static Evidence read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw MessageRejected.because(Why.MALFORMED, "Evidence", bytes.length);
    }
    return Messages.read(Evidence.getDefaultInstance(), bytes);
  }

  /**
   * What {@code evidence} proves, by the time that its document states.
   *
   * @throws NotAuthentic if the signature does not fit
   * @throws CertificateRefused if the signer's certificate is not trusted, was not good at that
   *     time, or is that of somebody who does not sign such documents
   * @throws MessageRejected if the context is unknown, or the document is not written as one
   */
  public Proven check(Evidence evidence) {
    return check(evidence, Optional.empty());
  }

  /**
   * The same, by a time that is known from elsewhere, such as a countersigned audit head.
   *
   * @param known judges the certificate in the place of all times that the evidence states
   */
  public Proven check(Evidence evidence, Instant known) {
    return check(evidence, Optional.of(known));
  }

  private Proven check(Evidence evidence, Optional<Instant> known) {
    int size = evidence.getSigned().getDocument().size();
    DocumentContext context =
        DocumentContext.of(evidence.getContext())
            .orElseThrow(
                () -> MessageRejected.because(Why.UNKNOWN_TYPE, "document of this context", size));
    List<PartyCertificate> certificates = certificates(evidence);
    PartyCertificate signer = certificates.get(0);
    if (signer.purpose() != Purpose.SIGNING) {
      throw new CertificateRefused(
          Kind.WRONG_PURPOSE,
          name(signer),
          "a key for " + signer.purpose(),
          "a key for " + Purpose.SIGNING);
    }
    Message document =
        Documents.read(new SigningKey(signer.publicKey()), context, evidence.getSigned());
    Optional<Instant> signedAt = context.signedAt(document);
    Optional<Instant> keptAt = keptAt(evidence);
    Instant at =
        known
            .or(() -> signedAt)
            .or(() -> keptAt)
            .orElseThrow(() -> MessageRejected.because(Why.MALFORMED, "dated document", size));
    List<PartyCertificate> above = above(certificates);
    trust.requireGood(signer, above, context.signer(), at);
    if (known.isEmpty()) {
      if (keptAt.isPresent()) {
        keptAt.filter(at::isBefore).ifPresent(later -> requireNotRevoked(signer, above, later));
      } else {
        requireNeverRevoked(signer, above);
      }
    }
    requireOwnInstitution(document, signer);
    return new Proven(
        context, document, signer, trust.rootAbove(signer, above), at, signedAt, keptAt);
  }

  private static List<PartyCertificate> certificates(Evidence evidence) {
    int count = evidence.getCertificatesCount();
    if (count < 1 || count > MOST_CERTIFICATES) {
      throw new CertificateRefused(
          Kind.MALFORMED,
          "The evidence",
          count + " certificates",
          "the signer's and those above it, at most " + MOST_CERTIFICATES);
    }
    List<PartyCertificate> all = new ArrayList<>();
    for (ByteString each : evidence.getCertificatesList()) {
      all.add(PartyCertificate.decode(each.toByteArray()));
    }
    return all;
  }

  /** Whoever verifies brings the roots: one that came along proves nothing. */
  private static List<PartyCertificate> above(List<PartyCertificate> all) {
    return all.subList(1, all.size()).stream()
        .filter(each -> !each.issuer().equals(each.subject()))
        .toList();
  }

  private void requireNotRevoked(
      PartyCertificate signer, List<PartyCertificate> above, Instant keptAt) {
    if (trust.check(signer, above, signer.role(), keptAt) instanceof Standing.Revoked revoked) {
      throw new CertificateRefused(
          Kind.REVOKED,
          name(signer),
          "it revoked since "
              + revoked.since()
              + " ("
              + revoked.reason()
              + "), and the document kept at "
              + keptAt,
          "one kept before, for the earlier time in it is the word of whoever had the key");
    }
  }

  /** With nothing but the signer's word for the time, any revocation there is counts. */
  private void requireNeverRevoked(PartyCertificate signer, List<PartyCertificate> above) {
    Instant last =
        Stream.concat(Stream.of(signer), above.stream())
            .map(each -> each.validity().to())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    if (trust.check(signer, above, signer.role(), last) instanceof Standing.Revoked it) {
      throw new CertificateRefused(
          Kind.REVOKED,
          name(signer),
          "it revoked since "
              + it.since()
              + " ("
              + it.reason()
              + "), and nothing but the document says that it is older",
          "the time at which a journal kept it, or a time known from elsewhere, given with it");
    }
  }

  private static Optional<Instant> keptAt(Evidence evidence) {
    long millis = evidence.getKeptAtMillis();
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static String name(PartyCertificate signer) {
    return "The signing certificate of " + signer.partyId() + ", serial " + signer.serial();
  }

  /** A terminal speaks for its own institution alone. */
  private static void requireOwnInstitution(Message document, PartyCertificate signer) {
    FieldDescriptor field = document.getDescriptorForType().findFieldByName("institution_code");
    if (field == null || signer.role() != Role.TERMINAL) {
      return;
    }
    if (!document.getField(field).equals(signer.institutionCode())) {
      throw new CertificateRefused(
          Kind.WRONG_INSTITUTION,
          name(signer),
          "the institution " + signer.institutionCode(),
          "the institution that the document speaks for");
    }
  }
}
