package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.keystore.Pkcs12Vault;
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

/** {@code keys install}: the certificates that came back, checked and kept with their keys. */
@Command(
    name = "install",
    description = "核验并安装证书 / check the certificates that were issued, and keep them")
final class KeysInstall implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StoreOptions store;

  @Parameters(
      paramLabel = "CERTIFICATES.pem",
      description = "双证书及其上级证书 / the pair and its authorities")
  private Path file = Path.of("");

  @Mixin private TrustOptions trusted = new TrustOptions();

  @Option(
      names = "--role",
      defaultValue = "terminal",
      paramLabel = "ROLE",
      description = "应有的角色，默认 ${DEFAULT-VALUE} / the role that was asked for")
  private Role role = Role.TERMINAL;

  @Option(
      names = "--institution",
      paramLabel = "CODE",
      description = "应属的机构 / the institution it must belong to")
  private Optional<String> institution = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  private final InstantSource clock;

  KeysInstall(Console console, InstantSource clock) {
    store = new StoreOptions(console);
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Instant now = clock.instant();
    CertificatePair pair = pair();
    Trust trust = trusted.trust(pair.authorities(), now, spec.commandLine().getErr());
    // What comes before its time is kept, too: the next generation overlaps the last.
    Instant when = pair.validity().from().isAfter(now) ? pair.validity().from() : now;
    trust.requireGood(pair, role, when);
    institution.ifPresent(code -> CertCheck.requireInstitution(pair.subject(), code));
    Pkcs12Vault vault = store.vault();
    vault.update(
        keys -> {
          keys.generations().stream()
              .flatMap(each -> each.certificates().stream())
              .map(earlier -> earlier.subject().institutionCode())
              .forEach(code -> CertCheck.requireInstitution(pair.subject(), code));
          return keys.certified(pair);
        });
    Report.of("证书已安装 certificates installed")
        .put("store", "密钥库 store", store.path().toString())
        .put("profile", "信任 profile", trusted.profile().name())
        .put("root", "根 root", trust.rootAbove(pair.signing(), pair.authorities()).partyId())
        .put("certificates", Descriptions.pair(pair))
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }

  private CertificatePair pair() {
    if (CertificateFile.read(file) instanceof CertificateFile.Certificates certificates
        && certificates.pair().isPresent()) {
      return certificates.pair().get();
    }
    throw new Misuse(
        file
            + ": found no pair of certificates, expected the signing certificate, the encryption"
            + " certificate and their authorities: ask the centre for the whole answer");
  }
}
