package io.caresettle.tool;

import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.PartyCertificate;
import io.caresettle.protocol.certificate.RevocationList;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whom a command believes: the same options wherever certificates are judged. */
final class TrustOptions {

  @Option(
      names = "--root",
      required = true,
      paramLabel = "ROOT",
      description = "信任的根证书，可多次给出 / a root that is trusted; may be given more than once")
  private List<Path> roots = List.of();

  @Option(
      names = "--revocations",
      paramLabel = "CRL",
      description = "吊销列表，可多次给出 / a revocation list; may be given more than once")
  private List<Path> revocations = List.of();

  @Mixin private ProfileOption profile = new ProfileOption();

  /**
   * The trust that was asked for, said loudly on {@code problems} if it is for tests.
   *
   * @param authorities that stand between the roots and what is judged, from the lowest upwards:
   *     they may have signed a list
   */
  Trust trust(List<PartyCertificate> authorities, Instant at, PrintWriter problems) {
    Trust trust =
        Trust.in(
            profile.said(problems), roots.stream().flatMap(file -> root(file).stream()).toList());
    for (Path file : revocations) {
      RevocationList list = list(file);
      trust.accept(list, above(list, authorities));
    }
    if (revocations.isEmpty()) {
      problems.println(
          "注意：未给出吊销列表 / no revocation list was given: nobody knows here what is revoked"
              + " (--revocations)");
    }
    for (RevocationList list : trust.overdue(at)) {
      problems.println(
          "注意：吊销列表已过期 / revocation list "
              + list.number()
              + " of "
              + list.issuer().partyId()
              + " is overdue since "
              + list.nextUpdate()
              + ": fetch the current one");
    }
    return trust;
  }

  /** The trust that a configuration names, where each list was given by a root. */
  static Trust trust(TrustProfile profile, List<Path> roots, List<Path> revocations) {
    Trust trust = Trust.in(profile, roots.stream().flatMap(file -> root(file).stream()).toList());
    revocations.forEach(file -> trust.accept(list(file)));
    return trust;
  }

  TrustProfile profile() {
    return profile.profile();
  }

  private static List<PartyCertificate> root(Path file) {
    if (CertificateFile.read(file) instanceof CertificateFile.Certificates certificates) {
      return certificates.all();
    }
    throw new Misuse(file + ": found no certificate, expected a root certificate: name its file");
  }

  private static RevocationList list(Path file) {
    if (CertificateFile.read(file) instanceof CertificateFile.Revocations revoked) {
      return revoked.list();
    }
    throw new Misuse(
        file + ": found no revocation list, expected one: name the file of the authority's list");
  }

  /** From the authority that gave the list upwards; none if a root gave it. */
  private static List<PartyCertificate> above(
      RevocationList list, List<PartyCertificate> authorities) {
    List<PartyCertificate> above = new ArrayList<>(authorities);
    while (!above.isEmpty() && !above.get(0).subject().equals(list.issuer())) {
      above.remove(0);
    }
    return above;
  }
}
