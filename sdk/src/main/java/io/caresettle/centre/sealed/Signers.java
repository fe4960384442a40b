package io.caresettle.centre.sealed;

import io.caresettle.centre.CertificateBook;
import io.caresettle.centre.Opaque;
import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.keys.PartyIdentity;
import java.time.Clock;
import java.util.Optional;

/**
 * Whose signature a document of the centre may carry: that of the session's certificates, or of
 * earlier ones with which a session was held in their time. A centre that renewed its keys still
 * has receipts of the old ones.
 */
final class Signers {

  private final Trust trust;
  private final Clock clock;
  private final CertificateBook book;

  Signers(Trust trust, Clock clock, CertificateBook book) {
    this.trust = trust;
    this.clock = clock;
    this.book = book;
  }

  /** These sign in this session, or may have signed what a later one brings. */
  void keep(CertificatePair certificates) {
    book.keep(certificates.identity().keyId(), Opaque.copyOf(certificates.encoded()));
  }

  /**
   * Who signs with the key of this id.
   *
   * @param session the centre that speaks
   * @throws NotAuthentic when it is none that this centre is known to have had
   */
  PartyIdentity of(String keyId, CertificatePair session) {
    if (session.identity().keyId().equals(keyId)) {
      return session.identity();
    }
    return book.find(keyId).stream()
        .map(kept -> earlier(kept, session))
        .flatMap(Optional::stream)
        .filter(signer -> signer.keyId().equals(keyId))
        .findFirst()
        .orElseThrow(NotAuthentic::document);
  }

  /**
   * The book is a file, and whoever can write there could put certificates of their own in, so they
   * are judged again. Certificates that ended since are as good as when they were in force; with a
   * revoked key, anybody may have signed meanwhile.
   */
  private Optional<PartyIdentity> earlier(Opaque kept, CertificatePair session) {
    try {
      CertificatePair pair = trust.recognise(kept.bytes());
      return pair.subject().equals(session.subject())
              && !(trust.check(pair, Role.CENTRE, clock.instant()) instanceof Standing.Revoked)
          ? Optional.of(pair.identity())
          : Optional.empty();
    } catch (CertificateRefused e) {
      return Optional.empty();
    }
  }
}
