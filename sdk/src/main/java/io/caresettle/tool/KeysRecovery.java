package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code keys recovery}: the keys of an institution that open what a lost terminal sealed. */
@Command(
    name = "recovery",
    description = "机构恢复密钥 / an institution's recovery keys, kept elsewhere than its terminals'")
final class KeysRecovery implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请选择子命令 new / choose new");
  }

  /** {@code keys recovery new}. */
  @Command(
      name = "new",
      description =
          "生成机构恢复密钥：私钥库另行保管，公开部分交给各终端 / make recovery keys: keep the store away from"
              + " the terminals, and give each of them the public half")
  static final class New implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private StoreOptions store;

    @Option(
        names = "--party",
        required = true,
        paramLabel = "ID",
        description = "恢复密钥的主体编号 / the party id of the recovery keys")
    private String party = "";

    @Option(
        names = "--public",
        required = true,
        paramLabel = "FILE",
        description = "公开部分（新文件）/ the public half, a new file")
    private Path publicHalf = Path.of("");

    @Mixin private JsonOption json = new JsonOption();

    New(Console console) {
      store = new StoreOptions(console);
    }

    @Override
    public Integer call() {
      InputFile.requireNone(publicHalf);
      InputFile.requireNone(store.path());
      Pkcs12Vault vault = store.vault();
      PartyKeys keys = PartyKeys.generate(party, store.random());
      InputFile.writeBefore(
          () -> vault.save(KeySet.of(party).with(keys)), publicHalf, keys.identity().toText());
      Report.of("已生成机构恢复密钥 recovery keys made")
          .put("party", "主体 party", party)
          .put("keyId", "密钥 key id", keys.identity().keyId())
          .put("store", "密钥库（另行保管）store, to be kept elsewhere", store.path().toString())
          .put("public", "公开部分 public half", publicHalf.toString())
          .print(spec.commandLine().getOut(), json.wanted());
      return ExitCode.GOOD;
    }
  }
}
