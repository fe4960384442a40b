package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.CertificateRequest;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.KeySet.Generation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys request}: the request of a generation, once more. */
@Command(
    name = "request",
    description =
        "再次写出证书申请，默认为最后一代等待证书的密钥 / write a request again; by default that of the last"
            + " generation that waits for certificates")
final class KeysRequest implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StoreOptions store;

  @Option(names = "--key-id", paramLabel = "KEYID", description = "密钥 / the generation")
  private Optional<String> keyId = Optional.empty();

  @Mixin private SubjectOptions subject = new SubjectOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "REQUEST.pem",
      description = "证书申请（新文件）/ the request, a new file")
  private Path out = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  KeysRequest(Console console) {
    store = new StoreOptions(console);
  }

  @Override
  public Integer call() {
    InputFile.requireNone(out);
    KeySet keys = store.vault().load();
    Generation generation =
        keyId
            .map(id -> keys.find(id))
            .orElseGet(() -> StoreOptions.waiting(keys))
            .orElseThrow(
                () ->
                    new Misuse(
                        "密钥库 "
                            + store.path()
                            + ": found no such generation, expected one that waits for"
                            + " certificates: keys list shows them, keys new makes one"));
    InputFile.write(out, CertificateRequest.make(subject.of(keys), generation.keys()).pem());
    Report.of("已写出证书申请 request written")
        .put("party", "主体 party", keys.partyId())
        .put("keyId", "密钥 key id", generation.keyId())
        .put("request", "证书申请 request", out.toString())
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }
}
