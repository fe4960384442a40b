package io.caresettle.protocol.certificate;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Certificates whose signatures are known to fit: one or two of a party, the authorities above, and
 * the root.
 *
 * @param owned the party's own; empty when the chain is about an authority
 * @param certificates the authorities, from the lowest to the root
 */
record Chain(List<PartyCertificate> owned, List<PartyCertificate> certificates) {

  /** What an authority said of a certificate that it had issued. */
  interface Revocations
      extends BiFunction<PartyCertificate, PartyCertificate, Optional<Revocation>> {}

  static Chain verify(TrustProfile profile, List<PartyCertificate> roots, CertificatePair pair) {
    return verify(profile, roots, List.of(pair.signing(), pair.encryption()), pair.authorities());
  }

  /** One certificate alone: a party's, or an authority's with those above it. */
  static Chain verify(
      TrustProfile profile,
      List<PartyCertificate> roots,
      PartyCertificate certificate,
      List<PartyCertificate> authorities) {
    if (certificate.purpose() == Purpose.AUTHORITY) {
      List<PartyCertificate> all = new ArrayList<>(List.of(certificate));
      all.addAll(authorities);
      return verify(profile, roots, all);
    }
    return verify(profile, roots, List.of(certificate), authorities);
  }

  private static Chain verify(
      TrustProfile profile,
      List<PartyCertificate> roots,
      List<PartyCertificate> owned,
      List<PartyCertificate> authorities) {
    owned.forEach(each -> requireProfile(profile, each));
    Chain above =
        authorities.isEmpty()
            ? new Chain(List.of(), List.of(rootAbove(roots, owned.get(0))))
            : verify(profile, roots, authorities);
    owned.forEach(each -> requireSigned(each, above.certificates().get(0)));
    return new Chain(owned, above.certificates());
  }

  static Chain verify(
      TrustProfile profile, List<PartyCertificate> roots, List<PartyCertificate> authorities) {
    authorities.forEach(each -> requireProfile(profile, each));
    List<PartyCertificate> all = new ArrayList<>(authorities);
    all.add(rootAbove(roots, authorities.get(authorities.size() - 1)));
    for (int i = 0; i + 1 < all.size(); i++) {
      requireSigned(all.get(i), all.get(i + 1));
      if (all.get(i + 1).authoritiesBelow() < i + 1) {
        throw new CertificateRefused(
            Kind.WRONG_PURPOSE,
            all.get(i + 1).name(),
            i + 1 + " authorities below it",
            "at most " + all.get(i + 1).authoritiesBelow());
      }
    }
    return new Chain(List.of(), List.copyOf(all));
  }

  PartyCertificate root() {
    return certificates.get(certificates.size() - 1);
  }

  static void requireProfile(TrustProfile profile, PartyCertificate certificate) {
    if (profile == TrustProfile.PRODUCTION && certificate.isTest()) {
      throw new CertificateRefused(
          Kind.TEST_IN_PRODUCTION,
          certificate.name(),
          "a test certificate",
          "none where real money moves");
    }
  }

  private static PartyCertificate rootAbove(List<PartyCertificate> roots, PartyCertificate below) {
    List<PartyCertificate> named =
        roots.stream().filter(root -> root.subject().equals(below.issuer())).toList();
    if (named.isEmpty()) {
      throw new CertificateRefused(
          Kind.UNKNOWN_ROOT,
          below.name(),
          "the authority " + below.issuer().partyId() + " above it",
          "one of the roots that are trusted here");
    }
    // Two roots of one name are an old and a new key of one authority.
    return named.stream()
        .filter(below::isSignedBy)
        .findFirst()
        .orElseThrow(() -> badSignature(below));
  }

  private static void requireSigned(PartyCertificate certificate, PartyCertificate authority) {
    boolean issuer =
        authority.purpose() == Purpose.AUTHORITY
            && authority.subject().equals(certificate.issuer());
    if (!issuer || !certificate.isSignedBy(authority)) {
      throw badSignature(certificate);
    }
  }

  static CertificateRefused badSignature(PartyCertificate certificate) {
    return new CertificateRefused(
        Kind.BAD_SIGNATURE,
        certificate.name(),
        "a signature that does not fit",
        "that of " + certificate.issuer().partyId());
  }

  Standing standing(Revocations revocations, Instant at) {
    owned.forEach(each -> requireBegun(each, at));
    certificates.forEach(each -> requireInTime(each, at));
    for (int i = 0; i + 1 < certificates.size(); i++) {
      PartyCertificate authority = certificates.get(i);
      revocations
          .apply(certificates.get(i + 1), authority)
          .filter(revocation -> !at.isBefore(revocation.since()))
          .ifPresent(revocation -> refuse(authority, revocation));
    }
    Optional<Revocation> revoked =
        owned.stream()
            .flatMap(each -> revocations.apply(certificates.get(0), each).stream())
            .filter(revocation -> !at.isBefore(revocation.since()))
            .min(Comparator.comparing(Revocation::since).thenComparing(Revocation::reason));
    if (revoked.isPresent()) {
      return new Standing.Revoked(revoked.get().since(), revoked.get().reason());
    }
    return owned.stream()
        .map(PartyCertificate::validity)
        .filter(validity -> validity.endedBefore(at))
        .map(validity -> validity.to().plusSeconds(1))
        .min(Comparator.naturalOrder())
        .<Standing>map(Standing.Expired::new)
        .orElse(new Standing.Good());
  }

  private static void refuse(PartyCertificate authority, Revocation revocation) {
    throw new CertificateRefused(
        Kind.REVOKED,
        authority.name(),
        "it revoked since " + revocation.since() + " (" + revocation.reason() + ")",
        "an authority in force");
  }

  /** Of an authority only a good standing counts: its word ends with its time. */
  private static void requireInTime(PartyCertificate authority, Instant at) {
    requireBegun(authority, at);
    if (authority.validity().endedBefore(at)) {
      throw new CertificateRefused(
          Kind.EXPIRED,
          authority.name(),
          "the end of its time at " + authority.validity().to().plusSeconds(1),
          "it valid at " + at);
    }
  }

  private static void requireBegun(PartyCertificate certificate, Instant at) {
    if (certificate.validity().beginsAfter(at)) {
      throw new CertificateRefused(
          Kind.NOT_YET_VALID,
          certificate.name(),
          "it valid from " + certificate.validity().from(),
          "it valid at " + at);
    }
  }
}
