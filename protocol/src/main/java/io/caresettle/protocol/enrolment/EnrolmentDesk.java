package io.caresettle.protocol.enrolment;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.EnrolmentRefused;
import io.caresettle.protocol.EnrolmentRefused.Kind;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertificateRequest;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Revocation;
import io.caresettle.protocol.certificate.RevocationReason;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.enrolment.EnrolmentBook.Invited;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The centre's desk for terminals that want certificates. It may be used by many threads. */
public final class EnrolmentDesk {

  /** How many wrong codes a terminal's invitation survives. */
  public static final int MAX_FAILURES = 5;

  /** Certificates begin a day early: a till whose clock is behind is to work at once. */
  private static final Duration EARLY = Duration.ofDays(1);

  private final CertifiedKeys centre;
  private final CertificateAuthority authority;
  private final Trust trust;
  private final Duration validFor;
  private final EnrolmentBook book;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * A desk that issues with {@code authority} what {@code centre} answers with.
   *
   * @param trust what old certificates are judged by that vouch for a renewal
   * @param validFor how long new certificates are valid
   */
  public EnrolmentDesk(
      CertifiedKeys centre,
      CertificateAuthority authority,
      Trust trust,
      Duration validFor,
      EnrolmentBook book,
      InstantSource clock,
      SecureRandom random) {
    this.centre = centre;
    this.authority = authority;
    this.trust = trust;
    this.validFor = validFor;
    this.book = book;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A code with which this terminal can enrol once, instead of any code before.
   *
   * @param life how long the code is good
   * @throws KeyRejected if {@code terminal} is none
   */
  public synchronized ActivationCode invite(Subject terminal, Duration life) {
    if (terminal.role() != Role.TERMINAL) {
      throw new KeyRejected("Only terminals are invited, not a " + terminal.role());
    }
    ActivationCode code = ActivationCode.generate(random);
    book.put(new Invited(terminal, code.digest(), clock.instant().plus(life), 0, ""));
    return code;
  }

  /**
   * The answer to one request, which only the terminal that asked can read.
   *
   * @throws io.caresettle.protocol.ProtocolException if the bytes are no request to this centre:
   *     there is nobody to answer then
   */
  public synchronized byte[] answer(byte[] request) {
    Question question =
        Question.read(Sealed.open(centre.keys().encryption(), Question.LABEL, request));
    byte[] plain;
    try {
      plain = Answer.certificates(issue(question), request, centre.keys().signing());
    } catch (EnrolmentRefused refusal) {
      plain = Answer.refusal(refusal.kind(), request, centre.keys().signing());
    }
    return Sealed.seal(question.request().identity().encryption(), Answer.LABEL, plain, random);
  }

  private CertificatePair issue(Question question) {
    String digest = HexFormat.of().formatHex(Sm3.digest(question.request().encoded()));
    if (question instanceof Question.Activation activation) {
      checkCode(activation, digest);
    } else if (question instanceof Question.Renewal renewal) {
      checkRenewal(renewal);
    }
    Optional<CertificatePair> before = book.issued(digest);
    if (before.filter(this::isInForce).isPresent()) {
      return before.get();
    }
    requireNew(question.request());
    Instant now = clock.instant();
    CertificatePair pair =
        authority.issue(
            question.request(), new Validity(now.minus(EARLY), now.plus(validFor)), random);
    book.put(digest, pair);
    return pair;
  }

  private void checkCode(Question.Activation activation, String digest) {
    CertificateRequest request = activation.request();
    String terminal = request.subject().partyId();
    Invited invited =
        book.invited(terminal)
            .orElseThrow(() -> new EnrolmentRefused(Kind.UNKNOWN_TERMINAL, terminal));
    if (!invited.terminal().equals(request.subject())) {
      throw new EnrolmentRefused(Kind.WRONG_INSTITUTION, terminal);
    }
    boolean right = same(invited.codeDigest(), activation.code().digest());
    if (right && invited.usedBy().equals(digest)) {
      return;
    }
    if (invited.failures() >= MAX_FAILURES) {
      throw new EnrolmentRefused(Kind.TOO_MANY_ATTEMPTS, terminal);
    }
    if (!right) {
      book.put(invited.failedOnceMore());
      throw new EnrolmentRefused(Kind.WRONG_CODE, terminal);
    }
    if (!invited.usedBy().isEmpty()) {
      throw new EnrolmentRefused(Kind.USED_CODE, terminal);
    }
    if (!clock.instant().isBefore(invited.expires())) {
      throw new EnrolmentRefused(Kind.EXPIRED_CODE, terminal);
    }
    // Before the code is spent: with new keys it can still be used.
    requireNew(request);
    book.put(invited.usedBy(digest));
  }

  /**
   * Whoever had these keys before may still have them: a till that was stolen enrols again with
   * others.
   */
  private void requireNew(CertificateRequest request) {
    String terminal = request.subject().partyId();
    String keyId = request.identity().keyId();
    if (book.issuedTo(terminal).stream().anyMatch(p -> p.identity().keyId().equals(keyId))) {
      throw new EnrolmentRefused(Kind.KEYS_NOT_NEW, terminal);
    }
  }

  /**
   * What a revocation list has to say when this terminal was stolen: all that was ever issued to
   * it, also what a thief had renewed before anybody noticed.
   */
  public synchronized List<Revocation> revocations(
      String terminalId, Instant since, RevocationReason reason) {
    return book.issuedTo(terminalId).stream()
        .flatMap(pair -> pair.revocations(since, reason).stream())
        .toList();
  }

  private void checkRenewal(Question.Renewal renewal) {
    Subject subject = renewal.request().subject();
    boolean vouched =
        renewal.old().subject().equals(subject)
            && renewal.isSignedByTheOld()
            && isInForce(renewal.old());
    if (!vouched) {
      throw new EnrolmentRefused(Kind.NOT_IN_FORCE, subject.partyId());
    }
  }

  private boolean isInForce(CertificatePair old) {
    try {
      return trust.check(old, Role.TERMINAL, clock.instant()).isGood();
    } catch (CertificateRefused e) {
      return false;
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
