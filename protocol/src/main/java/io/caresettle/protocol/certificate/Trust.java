package io.caresettle.protocol.certificate;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom this side believes: its roots, what their authorities have revoked, and whether test
 * certificates count.
 *
 * <p>Roots and profile never change. Revocation lists are replaced while the system runs, by {@link
 * #accept}; the next check knows them. It may be used by many threads, and answers from memory.
 *
 * <p>The signatures of a chain are verified once and remembered, so that a new session costs no
 * certificate verification again. Validity and revocation are looked at every time.
 */
public final class Trust {

  private final TrustProfile profile;
  private final List<PartyCertificate> roots;
  private final VerifiedPairs verified;

  /** By the key that signed them: it is the one that signed the certificates they speak of. */
  private volatile Map<Sm2PublicKey, RevocationList> lists = Map.of();

  private Trust(TrustProfile profile, List<PartyCertificate> roots) {
    this.profile = profile;
    this.roots = roots;
    this.verified = new VerifiedPairs(profile, roots);
  }

  /**
   * Trust in these roots, with nothing revoked yet.
   *
   * @throws CertificateRefused if one of them is no root, or is a test root in production
   */
  public static Trust in(TrustProfile profile, Collection<PartyCertificate> roots) {
    for (PartyCertificate root : roots) {
      Chain.requireProfile(profile, root);
      if (root.purpose() != Purpose.AUTHORITY || !root.issuer().equals(root.subject())) {
        throw new CertificateRefused(
            Kind.WRONG_PURPOSE, root.name(), "it among the roots", "a root authority");
      }
      if (!root.isSignedBy(root)) {
        throw Chain.badSignature(root);
      }
    }
    return new Trust(profile, List.copyOf(roots));
  }

  public TrustProfile profile() {
    return profile;
  }

  public List<PartyCertificate> roots() {
    return roots;
  }

  /** Puts the list of a root in force. */
  public void accept(RevocationList list) {
    accept(list, List.of());
  }

  /**
   * Puts {@code list} in force, in the place of the one that its authority gave before.
   *
   * @param authorities from the authority of the list upwards, without the root; empty if it is the
   *     root's own
   * @throws CertificateRefused if nobody trusted signed it, or a newer one is in force already
   */
  public synchronized void accept(RevocationList list, List<PartyCertificate> authorities) {
    PartyCertificate authority = authorityOf(list, authorities);
    RevocationList before = lists.get(authority.publicKey());
    if (before != null && Arrays.equals(list.encoded(), before.encoded())) {
      return;
    }
    boolean older =
        before != null
            && (list.number() <= before.number()
                || list.thisUpdate().isBefore(before.thisUpdate()));
    if (before != null && older) {
      throw new CertificateRefused(
          Kind.OLDER_LIST,
          list.name(),
          "number " + list.number() + " of " + list.thisUpdate(),
          "one after number " + before.number() + " of " + before.thisUpdate() + ", in force");
    }
    Map<Sm2PublicKey, RevocationList> all = new HashMap<>(lists);
    all.put(authority.publicKey(), list);
    lists = Map.copyOf(all);
  }

  private PartyCertificate authorityOf(RevocationList list, List<PartyCertificate> authorities) {
    List<PartyCertificate> candidates =
        authorities.isEmpty()
            ? roots
            : List.of(Chain.verify(profile, roots, authorities).certificates().get(0));
    List<PartyCertificate> named =
        candidates.stream().filter(each -> each.subject().equals(list.issuer())).toList();
    if (named.isEmpty()) {
      throw new CertificateRefused(
          Kind.UNKNOWN_ROOT,
          list.name(),
          "an authority that is not trusted here",
          "a root, or an authority below one");
    }
    return named.stream()
        .filter(list::isSignedBy)
        .findFirst()
        .orElseThrow(
            () ->
                new CertificateRefused(
                    Kind.BAD_SIGNATURE,
                    list.name(),
                    "a signature that does not fit",
                    "that of its authority"));
  }

  /**
   * The lists in force whose next one is overdue at {@code at}. They stay in force: a list that
   * comes late must not stop a counter, but somebody should look for it.
   */
  public List<RevocationList> overdue(Instant at) {
    return lists.values().stream().filter(list -> at.isAfter(list.nextUpdate())).toList();
  }

  /**
   * The pair in these bytes, once every signature up to a root is known to fit. Bytes that were
   * seen before cost a digest.
   *
   * @throws CertificateRefused if they are no pair, or nobody trusted stands above it
   */
  public CertificatePair recognise(byte[] encoded) {
    return verified.of(encoded).pair();
  }

  /**
   * What {@code pair} is worth at {@code at}.
   *
   * <p>An expired or revoked pair is a standing and no refusal: whoever is asked decides what its
   * owner may still do. Its authorities get no such grace when they are revoked.
   *
   * @throws CertificateRefused if the signatures do not fit, nobody trusted stands above it, its
   *     owner has another role, or the time of a certificate has not come
   */
  public Standing check(CertificatePair pair, Role expected, Instant at) {
    Chain chain = verified.of(pair).chain();
    requireRole(pair.signing(), expected);
    return chain.standing(this::revocation, at);
  }

  /**
   * What {@code certificate} alone is worth at {@code at}, such as the one that lies beside a
   * signed document.
   *
   * @param authorities from its issuer upwards, without the root; empty if that is the root
   * @throws CertificateRefused as for a pair
   */
  public Standing check(
      PartyCertificate certificate, List<PartyCertificate> authorities, Role expected, Instant at) {
    Chain chain = Chain.verify(profile, roots, certificate, authorities);
    requireRole(certificate, expected);
    return chain.standing(this::revocation, at);
  }

  /**
   * The root under which {@code certificate} stands.
   *
   * @param authorities from its issuer upwards, without the root; empty if that is the root
   * @throws CertificateRefused if the signatures do not fit, or there is no such root
   */
  public PartyCertificate rootAbove(
      PartyCertificate certificate, List<PartyCertificate> authorities) {
    return Chain.verify(profile, roots, certificate, authorities).root();
  }

  private static void requireRole(PartyCertificate certificate, Role expected) {
    if (certificate.role() != expected) {
      throw new CertificateRefused(
          Kind.WRONG_ROLE,
          certificate.name(),
          "the role " + certificate.role(),
          "the role " + expected);
    }
  }

  /**
   * The same for whom no grace is given.
   *
   * @throws CertificateRefused unless the standing is {@link Standing.Good}
   */
  public void requireGood(CertificatePair pair, Role expected, Instant at) {
    requireGood(pair.signing(), check(pair, expected, at), at);
  }

  /**
   * The same for one certificate.
   *
   * @throws CertificateRefused unless the standing is {@link Standing.Good}
   */
  public void requireGood(
      PartyCertificate certificate, List<PartyCertificate> authorities, Role expected, Instant at) {
    requireGood(certificate, check(certificate, authorities, expected, at), at);
  }

  private static void requireGood(PartyCertificate certificate, Standing standing, Instant at) {
    String name = certificate.name();
    if (standing instanceof Standing.Expired expired) {
      throw new CertificateRefused(
          Kind.EXPIRED, name, "the end of its time at " + expired.since(), "it valid at " + at);
    }
    if (standing instanceof Standing.Revoked revoked) {
      throw new CertificateRefused(
          Kind.REVOKED,
          name,
          "it revoked since " + revoked.since() + " (" + revoked.reason() + ")",
          "it in force");
    }
  }

  private Optional<Revocation> revocation(PartyCertificate issuer, PartyCertificate certificate) {
    return Optional.ofNullable(lists.get(issuer.publicKey()))
        .flatMap(list -> list.find(certificate.serial()));
  }

  @Override
  public String toString() {
    return "Trust[" + profile + ", roots " + roots + ", " + lists.size() + " revocation lists]";
  }
}
