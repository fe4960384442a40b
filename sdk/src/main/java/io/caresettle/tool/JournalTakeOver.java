package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.JournalPlace;
import io.caresettle.journal.Recovery;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keystore.KeySet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code journal take-over}: a lost terminal's journal, opened for the one that follows it. */
@Command(
    name = "take-over",
    description =
        "终端密钥丢失后，用机构恢复密钥把流水日志交给新终端 / when a terminal's keys are lost: let the institution's"
            + " recovery keys hand its journal to a new terminal")
final class JournalTakeOver implements Callable<Integer> {

  /** Whom the journal is for; who gave certificates has said the institution, too. */
  private record Successor(PartyIdentity identity, Optional<String> institution) {}

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      converter = PlaceOption.class,
      names = "--journal",
      required = true,
      paramLabel = "PLACE",
      description = "丢失密钥的终端的流水日志 / the journal of the terminal whose keys are lost")
  private JournalPlace journal = JournalPlace.named("");

  @Mixin private RecoveryStoreOptions store;

  @Option(
      names = "--terminal",
      required = true,
      paramLabel = "FILE",
      description = "新终端的证书或公开身份 / the new terminal's certificates, or its public identity")
  private Path terminal = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  JournalTakeOver(Console console) {
    store = new RecoveryStoreOptions(console);
  }

  @Override
  public Integer call() {
    Successor successor = successor();
    InputFile.requireThere(store.path());
    KeySet keys = store.load();
    Recovery.Recovered recovered =
        Recovery.takeOver(
            journal,
            JournalEvidence.pairs(keys, store.path()),
            successor.identity().encryption(),
            successor.institution());
    Report report =
        Report.of("流水日志已交给新终端 the new terminal can open the journal")
            .put("journal", "流水日志 journal", journal.toString())
            .put("terminal", "新终端 new terminal", successor.identity().partyId())
            .put("keyId", "密钥（请与新终端核对）key id, to be compared", successor.identity().keyId())
            .put(
                "journalKeyId",
                "日志密钥 journal key id",
                JournalKeys.idOf(successor.identity().encryption()))
            .put("opened", "已打开天数 data keys opened", recovered.opened());
    if (!recovered.stillClosed().isEmpty()) {
      report.put(
          "stillClosed",
          "仍无法打开的日期 days still closed",
          recovered.stillClosed().stream()
              .map(LocalDate::toString)
              .collect(Collectors.joining(", ")));
    }
    report.print(spec.commandLine().getOut(), json.wanted());
    return recovered.stillClosed().isEmpty() ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private Successor successor() {
    String text = InputFile.text(terminal);
    if (text.startsWith("caresettle-party-identity ")) {
      return new Successor(PartyIdentity.parse(text), Optional.empty());
    }
    if (CertificateFile.read(terminal) instanceof CertificateFile.Certificates certificates
        && certificates.pair().isPresent()) {
      CertificatePair pair = certificates.pair().get();
      return new Successor(pair.identity(), Optional.of(pair.subject().institutionCode()));
    }
    throw new Misuse(
        terminal
            + ": found neither an identity nor a pair of certificates, expected those of the new"
            + " terminal: name the file that its enrolment gave");
  }
}
