package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys withdraw}: a generation that signs and opens nothing new any more. */
@Command(
    name = "withdraw",
    description =
        "停用一代密钥；已为其加密的数据仍可解开，须另请中心吊销证书 / withdraw a generation: it still opens what"
            + " was wrapped for it; the centre must revoke its certificates as well")
final class KeysWithdraw implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StoreOptions store;

  @Parameters(paramLabel = "KEYID", description = "密钥 / the generation")
  private String keyId = "";

  @Mixin private JsonOption json = new JsonOption();

  private final InstantSource clock;

  KeysWithdraw(Console console, InstantSource clock) {
    store = new StoreOptions(console);
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Instant now = clock.instant();
    Pkcs12Vault vault = store.vault();
    KeySet keys = vault.update(before -> before.withdrawn(keyId, now));
    KeyReport.of("密钥已停用 keys withdrawn", keys, now)
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }
}
