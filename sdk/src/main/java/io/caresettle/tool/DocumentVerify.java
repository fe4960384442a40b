package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.certificate.PartyCertificate;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.EvidenceCheck;
import io.caresettle.protocol.document.Proven;
import io.caresettle.protocol.wire.Evidence;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code document verify}: who signed what, when, under which root. */
@Command(
    name = "verify",
    description =
        "离线核验签名文件：按签署时的证书（之后到期仍有效，之前吊销则无效），并显示内容 / verify evidence off-line with"
            + " the certificate as of the time of signing, and show what was signed")
final class DocumentVerify implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "证据文件（Evidence）/ a serialised Evidence message")
  private Path file = Path.of("");

  @Mixin private TrustOptions trusted = new TrustOptions();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description =
          "另有依据的签署时刻，代替文件自述时间 / when it was signed, as known from elsewhere; default: what the"
              + " document says")
  private Optional<Instant> at = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  private final InstantSource clock;

  DocumentVerify(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Evidence evidence = read();
    Trust trust =
        trusted.trust(authorities(evidence), clock.instant(), spec.commandLine().getErr());
    EvidenceCheck check = EvidenceCheck.with(trust);
    try {
      Proven proven = at.isPresent() ? check.check(evidence, at.get()) : check.check(evidence);
      report(proven).print(spec.commandLine().getOut(), json.wanted());
      return ExitCode.GOOD;
    } catch (ProtocolException e) {
      String reason = file + ": 不成立 not proven: " + e.getMessage();
      if (json.wanted()) {
        Report.of("")
            .put("proven", "", false)
            .put("kind", "", kind(e))
            .put("reason", "", reason)
            .print(spec.commandLine().getOut(), true);
      }
      spec.commandLine().getErr().println(reason);
      return ExitCode.FOUND;
    }
  }

  private Evidence read() {
    byte[] bytes = InputFile.bytes(file);
    if (bytes.length == 0) {
      throw new Misuse(
          file
              + ": 文件为空 found an empty file, expected a serialised Evidence message: export it"
              + " again");
    }
    try {
      return EvidenceCheck.read(bytes);
    } catch (MessageRejected e) {
      throw new Misuse(
          file + ": found no evidence, expected a serialised Evidence message: export it again", e);
    }
  }

  /** Those whose lists may be among the revocations; the check itself tells what is wrong. */
  private static List<PartyCertificate> authorities(Evidence evidence) {
    try {
      return EvidenceCheck.authorities(evidence);
    } catch (ProtocolException e) {
      return List.of();
    }
  }

  private static String kind(ProtocolException e) {
    if (e instanceof CertificateRefused refused) {
      return refused.kind().name();
    }
    return e instanceof MessageRejected rejected ? rejected.why().name() : "NOT_AUTHENTIC";
  }

  private Report report(Proven proven) {
    Report report =
        Report.of("签名成立 proven")
            .put("proven", "成立 proven", true)
            .put("profile", "信任 profile", trusted.profile().name())
            .put("context", "签名用途 signed for", proven.context().name(), name(proven.context()))
            .put("root", "根 root", proven.root().partyId());
    proven.signedAt().ifPresent(when -> time(report, "signedAt", "签署 signed at", when));
    proven.keptAt().ifPresent(when -> time(report, "keptAt", "入账 kept at", when));
    time(report, "at", "证书核验时刻 certificate judged as of", proven.at());
    return report
        .put("signer", Descriptions.certificate(proven.signer()))
        .put("document", DocumentFields.of("内容 document", proven.document()));
  }

  private static void time(Report report, String key, String label, Instant instant) {
    report.put(key, label, instant.toString(), Times.china(instant));
  }

  static String name(DocumentContext context) {
    String chinese =
        switch (context) {
          case SETTLEMENT -> "结算";
          case SETTLEMENT_RECEIPT -> "结算回执";
          case REVERSAL -> "冲正";
          case REVERSAL_RECEIPT -> "冲正回执";
          case CANCELLATION -> "撤销";
          case CANCELLATION_RECEIPT -> "撤销回执";
          case ACCOUNT_PAYMENT -> "账户支付";
          case ACCOUNT_PAYMENT_RECEIPT -> "账户支付回执";
          case ENROLMENT_RECEIPT -> "终端登记回执";
          case AUDIT_HEAD -> "审计链头";
          case CARE_SETTLEMENT -> "长护险结算";
          case CARE_SETTLEMENT_RECEIPT -> "长护险结算回执";
          case CARE_CANCELLATION -> "长护险撤销";
          case CARE_CANCELLATION_RECEIPT -> "长护险撤销回执";
        };
    return chinese + ' ' + context.text();
  }
}
