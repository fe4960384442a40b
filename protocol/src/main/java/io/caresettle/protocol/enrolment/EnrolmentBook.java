package io.caresettle.protocol.enrolment;

import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a centre keeps who was invited and what was issued. The desk calls it from one thread at a
 * time, and expects what was put to be durable when the method returns.
 */
public interface EnrolmentBook {

  /**
   * A terminal that may come once.
   *
   * @param codeDigest {@link ActivationCode#digest}; the code itself is kept nowhere
   * @param expires the first instant at which the code is worth nothing
   * @param failures how many wrong codes were tried
   * @param usedBy the digest of the request that used it; empty if none did
   */
  record Invited(
      Subject terminal, String codeDigest, Instant expires, int failures, String usedBy) {

    Invited failedOnceMore() {
      return new Invited(terminal, codeDigest, expires, failures + 1, usedBy);
    }

    Invited usedBy(String request) {
      return new Invited(terminal, codeDigest, expires, failures, request);
    }
  }

  /** The last invitation of the terminal with this id. */
  Optional<Invited> invited(String terminalId);

  /** Keeps an invitation in the place of the one before. */
  void put(Invited invited);

  /** What was issued to the certificate request with this digest. */
  Optional<CertificatePair> issued(String requestDigest);

  /** Everything that was ever issued to the terminal with this id. */
  List<CertificatePair> issuedTo(String terminalId);

  /** Keeps what was issued. */
  void put(String requestDigest, CertificatePair issued);

  /** A book that is forgotten with the process, for tests and simulators. */
  static EnrolmentBook inMemory() {
    Map<String, Invited> invited = new HashMap<>();
    Map<String, CertificatePair> issued = new HashMap<>();
    return new EnrolmentBook() {
      @Override
      public Optional<Invited> invited(String terminalId) {
        return Optional.ofNullable(invited.get(terminalId));
      }

      @Override
      public void put(Invited invitation) {
        invited.put(invitation.terminal().partyId(), invitation);
      }

      @Override
      public Optional<CertificatePair> issued(String requestDigest) {
        return Optional.ofNullable(issued.get(requestDigest));
      }

      @Override
      public List<CertificatePair> issuedTo(String terminalId) {
        return issued.values().stream()
            .filter(pair -> pair.subject().partyId().equals(terminalId))
            .toList();
      }

      @Override
      public void put(String requestDigest, CertificatePair pair) {
        issued.put(requestDigest, pair);
      }
    };
  }
}
