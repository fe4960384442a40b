package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.protocol.certificate.CertificateRequest;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys new}: another generation of keys, which waits for its certificates. */
@Command(
    name = "new",
    description =
        "生成一代新密钥并写出证书申请 / make a generation of keys and write the request for its"
            + " certificates; the store is made if it is not there")
final class KeysNew implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StoreOptions store;

  @Mixin private PartyOption party = new PartyOption();

  @Mixin private SubjectOptions subject = new SubjectOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "REQUEST.pem",
      description = "证书申请（新文件）/ the request, a new file")
  private Path out = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  private boolean written;

  KeysNew(Console console) {
    store = new StoreOptions(console);
  }

  @Override
  public Integer call() {
    InputFile.requireNone(out);
    Pkcs12Vault vault = store.vault();
    KeySet after;
    try {
      after = vault.update(() -> party.first(store.path()), this::withAnother);
    } catch (RuntimeException e) {
      if (written) {
        InputFile.takeBack(out, e);
      }
      throw e;
    }
    PartyKeys keys = after.generations().get(after.generations().size() - 1).keys();
    Subject owner = subject.of(after);
    Report.of("已生成密钥 keys made")
        .put("party", "主体 party", after.partyId())
        .put("role", "角色 role", owner.role().name())
        .put("institution", "机构 institution", owner.institutionCode())
        .put("keyId", "密钥 key id", keys.identity().keyId())
        .put("store", "密钥库 store", store.path().toString())
        .put("request", "证书申请 request", out.toString())
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }

  private KeySet withAnother(KeySet before) {
    party.requireOwner(before, store.path());
    // Both before the keys are kept: whose they are must be known, and a request that cannot be
    // written would leave keys of which nobody hears.
    PartyKeys keys = PartyKeys.generate(before.partyId(), store.random());
    InputFile.write(out, CertificateRequest.make(subject.of(before), keys).pem());
    written = true;
    return before.with(keys);
  }
}
