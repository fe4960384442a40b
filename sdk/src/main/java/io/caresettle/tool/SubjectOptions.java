package io.caresettle.tool;

import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.keystore.KeySet;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whom certificates are asked for; what earlier certificates say need not be said again. */
final class SubjectOptions {

  @Option(
      names = "--institution",
      paramLabel = "CODE",
      description = "定点机构编码；已有证书时可省略 / institution code; not needed where certificates say it")
  private Optional<String> institution = Optional.empty();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "terminal（默认）、operator 或 institution / terminal (default), operator, institution")
  private Optional<Role> role = Optional.empty();

  /** The owner of {@code keys}. */
  Subject of(KeySet keys) {
    Optional<Subject> before =
        keys.generations().stream()
            .flatMap(each -> each.certificates().stream())
            .map(CertificatePair::subject)
            .reduce((earlier, later) -> later);
    Role wanted = role.or(() -> before.map(Subject::role)).orElse(Role.TERMINAL);
    if (!wanted.belongsToAnInstitution()) {
      throw new Misuse(
          "--role: found "
              + wanted
              + ", expected terminal, operator or institution: others get their keys elsewhere");
    }
    institution.ifPresent(code -> requireCode(wanted, code));
    return new Subject(
        keys.partyId(),
        wanted,
        institution
            .or(() -> before.map(Subject::institutionCode))
            .orElseThrow(
                () ->
                    new Misuse(
                        "--institution: found none, expected the code of the institution: name"
                            + " it")));
  }

  /** A terminal starts with no other code, and would find out when its certificates are there. */
  private static void requireCode(Role role, String code) {
    if (role == Role.TERMINAL && !code.matches("[0-9A-Z]{12}")) {
      throw new Misuse(
          "--institution: 机构编码有误 found "
              + code
              + ", expected 12 digits or capital letters: look at the contract with the centre");
    }
  }
}
