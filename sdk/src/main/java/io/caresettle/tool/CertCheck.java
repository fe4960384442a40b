package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.PartyCertificate;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.Trust;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cert check}: whether a certificate, or a pair, is good at an instant. */
@Command(
    name = "check",
    description =
        "核验证书：证书链、有效期、用途、机构、吊销 / check chain, validity, purpose, institution and" + " revocation")
final class CertCheck implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description = "PEM 或 DER：双证书或单个证书，其后为上级证书 / a pair or one certificate, and its authorities")
  private Path file = Path.of("");

  @Mixin private TrustOptions trusted = new TrustOptions();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "核验时刻，如 2026-11-20T01:00:00Z，默认现在 / as of when; default now")
  private Optional<Instant> at = Optional.empty();

  @Option(names = "--role", paramLabel = "ROLE", description = "应有的角色 / the role it must have")
  private Optional<Role> role = Optional.empty();

  @Option(
      names = "--institution",
      paramLabel = "CODE",
      description = "应属的机构 / the institution it must belong to")
  private Optional<String> institution = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  private final InstantSource clock;

  CertCheck(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Instant when = at.orElseGet(clock::instant);
    PrintWriter out = spec.commandLine().getOut();
    if (!(CertificateFile.read(file) instanceof CertificateFile.Certificates certificates)) {
      throw new Misuse(file + ": found no certificate, expected one: cert show says what it is");
    }
    try {
      PartyCertificate root = check(certificates, when);
      Report.of("有效 good")
          .put("good", "有效 good", true)
          .put("profile", "信任 profile", trusted.profile().name())
          .put("at", "核验时刻 as of", when.toString(), Times.china(when))
          .put("root", "根 root", root.subject().partyId())
          .put("content", Descriptions.of(certificates))
          .print(out, json.wanted());
      return ExitCode.GOOD;
    } catch (CertificateRefused e) {
      if (json.wanted()) {
        Report.of("")
            .put("good", "", false)
            .put("kind", "", e.kind().name())
            .put("reason", "", String.valueOf(e.getMessage()))
            .print(out, true);
      }
      throw e;
    }
  }

  private PartyCertificate check(CertificateFile.Certificates certificates, Instant when) {
    PartyCertificate first = certificates.first();
    Trust trust = trusted.trust(certificates.authorities(), when, spec.commandLine().getErr());
    Optional<CertificatePair> pair = certificates.pair();
    if (pair.isPresent()) {
      trust.requireGood(pair.get(), role.orElse(first.role()), when);
    } else {
      trust.requireGood(first, certificates.authorities(), role.orElse(first.role()), when);
    }
    institution.ifPresent(code -> requireInstitution(first.subject(), code));
    return trust.rootAbove(first, certificates.authorities());
  }

  static void requireInstitution(Subject subject, String code) {
    if (!subject.institutionCode().equals(code)) {
      throw new CertificateRefused(
          Kind.WRONG_INSTITUTION,
          "The certificate of " + subject.partyId(),
          "the institution " + subject.institutionCode(),
          "the institution " + code);
    }
  }
}
