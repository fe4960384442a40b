package io.caresettle.protocol.enrolment;

import io.caresettle.protocol.EnrolmentRefused;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertificateRequest;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.keys.PartyKeys;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * A terminal asks its centre for certificates: send {@link #encoded()} by any way, give what comes
 * back to {@link #complete}.
 *
 * <p>The bytes may be sent again until an answer comes; the centre gives the same certificates
 * again. The keys must be kept before the request leaves.
 */
public final class EnrolmentRequest {

  private final PartyKeys keys;
  private final Subject subject;
  private final CertificatePair centre;
  private final Trust trust;
  private final InstantSource clock;
  private final byte[] encoded;

  private EnrolmentRequest(
      PartyKeys keys,
      Subject subject,
      CertificatePair centre,
      Trust trust,
      InstantSource clock,
      byte[] encoded) {
    this.keys = keys;
    this.subject = subject;
    this.centre = centre;
    this.trust = trust;
    this.clock = clock;
    this.encoded = encoded;
  }

  /**
   * The first request of a terminal.
   *
   * @param profile what this site is
   * @param subject the terminal and its institution, as they were invited
   * @param keys new ones, of this terminal
   * @throws io.caresettle.protocol.CertificateRefused if the invitation's centre is not to be
   *     trusted at this time
   * @throws KeyRejected if keys and subject do not belong together
   */
  public static EnrolmentRequest make(
      Invitation invitation,
      TrustProfile profile,
      ActivationCode code,
      Subject subject,
      PartyKeys keys,
      InstantSource clock,
      SecureRandom random) {
    CertificateRequest request = CertificateRequest.make(subject, keys);
    return seal(
        new Question.Activation(code, request),
        keys,
        invitation.centre(),
        invitation.trust(profile),
        clock,
        random);
  }

  /**
   * The request of a running terminal for its next certificates. The old ones stay valid until they
   * end, so that sessions and open bills go on meanwhile.
   *
   * @param old what the terminal works with, still in force
   * @param keys new ones, of the same terminal
   * @param centre the centre's certificates, as in the last session
   * @throws io.caresettle.protocol.CertificateRefused if the centre is not to be trusted
   * @throws KeyRejected if the keys are the old ones, or of another party
   */
  public static EnrolmentRequest renew(
      CertifiedKeys old,
      PartyKeys keys,
      CertificatePair centre,
      Trust trust,
      InstantSource clock,
      SecureRandom random) {
    Subject subject = old.certificates().subject();
    CertificateRequest request = CertificateRequest.make(subject, keys);
    if (keys.identity().equals(old.keys().identity())) {
      throw new KeyRejected("A renewal is for new keys: generate another pair of each");
    }
    return seal(
        Question.Renewal.signed(old.certificates(), old.keys().signing(), request),
        keys,
        centre,
        trust,
        clock,
        random);
  }

  /**
   * A first request that went out earlier, for whoever kept its bytes and its keys: the answer may
   * come days later, to another process.
   *
   * @param encoded what {@link #encoded} was
   * @throws io.caresettle.protocol.CertificateRefused if the invitation's centre is not to be
   *     trusted at this time
   */
  public static EnrolmentRequest sent(
      byte[] encoded,
      Invitation invitation,
      TrustProfile profile,
      Subject subject,
      PartyKeys keys,
      InstantSource clock) {
    Trust trust = invitation.trust(profile);
    trust.requireGood(invitation.centre(), Role.CENTRE, clock.instant());
    return new EnrolmentRequest(keys, subject, invitation.centre(), trust, clock, encoded.clone());
  }

  private static EnrolmentRequest seal(
      Question question,
      PartyKeys keys,
      CertificatePair centre,
      Trust trust,
      InstantSource clock,
      SecureRandom random) {
    trust.requireGood(centre, Role.CENTRE, clock.instant());
    byte[] encoded =
        Sealed.seal(centre.identity().encryption(), Question.LABEL, question.toBytes(), random);
    return new EnrolmentRequest(keys, question.request().subject(), centre, trust, clock, encoded);
  }

  /** The bytes for the centre, which it alone can read. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /**
   * The keys with their certificates, from the centre's answer.
   *
   * @throws EnrolmentRefused if the centre refuses
   * @throws NotAuthentic if the answer is not this centre's to this request
   * @throws io.caresettle.protocol.CertificateRefused if what it gave is not in force by this clock
   */
  public CertifiedKeys complete(byte[] answer) {
    byte[] plain = Sealed.open(keys.encryption(), Answer.LABEL, answer);
    CertificatePair pair = Answer.read(plain, encoded, centre.identity().signing(), subject);
    trust.requireGood(pair, subject.role(), clock.instant());
    if (!pair.subject().equals(subject)) {
      throw NotAuthentic.sealedValue();
    }
    return new CertifiedKeys(keys, pair);
  }

  @Override
  public String toString() {
    return "EnrolmentRequest[" + subject + ", hidden]";
  }
}
