package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.evidence.EvidenceArchive;
import io.caresettle.evidence.ExportedDocument;
import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.JournalPlace;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.protocol.keystore.KeySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code journal evidence}: what proves what was said about a bill, one file per document. */
@Command(
    name = "evidence",
    description =
        "导出一张单据的全部签名文件及证书，供 document verify 离线核验；终端须先关闭 / write every signed document about"
            + " a bill, with certificates, for document verify; close the terminal first")
final class JournalEvidence implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      converter = PlaceOption.class,
      names = "--journal",
      required = true,
      paramLabel = "PLACE",
      description =
          "流水日志文件或 jdbc:postgresql: 地址（只读打开）/ the journal's file or database; it is read and not"
              + " changed")
  private JournalPlace journal = JournalPlace.named("");

  @Option(
      names = "--bill",
      required = true,
      paramLabel = "NUMBER",
      description = "单据号 / the bill's number")
  private String bill = "";

  @Mixin private StoreOptions store;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "输出目录，不存在则新建 / where the files go; it is made if it is not there")
  private Path folder = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  JournalEvidence(Console console) {
    store = new StoreOptions(console);
  }

  @Override
  public Integer call() {
    InputFile.requireThere(store.path());
    KeySet keys = store.vault().load();
    List<ExportedDocument> documents;
    String institution;
    try (EvidenceArchive archive = EvidenceArchive.open(journal, opening(keys, store.path()))) {
      institution = archive.institutionCode();
      requireOwner(keys, institution);
      documents = archive.of(bill);
    }
    makeFolder();
    List<Report> written = documents.stream().map(this::write).toList();
    boolean complete = documents.stream().allMatch(ExportedDocument::isComplete);
    Report.of("已导出证据 evidence written")
        .put("institution", "机构 institution", institution)
        .put("bill", "单据号 bill number", bill)
        .put("complete", "证书齐全 complete", complete)
        .put("documents", written)
        .print(spec.commandLine().getOut(), json.wanted());
    if (!complete) {
      spec.commandLine()
          .getErr()
          .println(
              "部分文件缺少签名方证书 / the journal has no certificates of some signers: open the terminal"
                  + " once with this version and its keys, let it sign in, then export again");
    }
    return complete ? ExitCode.GOOD : ExitCode.FOUND;
  }

  /** A terminal's keys, or the recovery keys: whichever is in the store. */
  static JournalKeys opening(KeySet keys, Path store) {
    List<EncryptionPair> pairs = pairs(keys, store);
    int newest = pairs.size() - 1;
    return JournalKeys.of(pairs.get(newest), pairs.subList(0, newest), Optional.empty());
  }

  /** The encryption pairs of all generations, the newest last. */
  static List<EncryptionPair> pairs(KeySet keys, Path store) {
    List<EncryptionPair> pairs = new ArrayList<>();
    keys.generations().forEach(each -> pairs.add(each.keys().encryption()));
    if (pairs.isEmpty()) {
      throw new Misuse(
          store + ": found no keys, expected those that open the journal: name the right store");
    }
    return pairs;
  }

  static void requireOwner(KeySet keys, String institution) {
    keys.generations().stream()
        .flatMap(each -> each.certificates().stream())
        .map(CertificatePair::subject)
        .filter(subject -> subject.role().belongsToAnInstitution())
        .forEach(subject -> CertCheck.requireInstitution(subject, institution));
  }

  private void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Misuse(folder + ": 无法建立目录 the directory cannot be made: name another one", e);
    }
  }

  /** In the order of their records, so that a listing tells the story. */
  private Report write(ExportedDocument document) {
    String kind = document.context().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Path file =
        folder.resolve(
            String.format(Locale.ROOT, "%s-%06d-%s.evidence", bill, document.position(), kind));
    InputFile.write(file, document.bytes());
    return Report.of("文件 document")
        .put("file", "文件 file", file.toString())
        .put(
            "context",
            "签名用途 signed for",
            document.context().name(),
            DocumentVerify.name(document.context()))
        .put("messageId", "报文号 message id", document.messageId())
        .put("keyId", "密钥 key id", document.keyId())
        .put("keptAt", "入账 kept at", document.keptAt().toString(), Times.china(document.keptAt()))
        .put("complete", "证书 with certificates", document.isComplete());
  }
}
