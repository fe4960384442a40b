package io.caresettle.tool;

import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The store of an institution's recovery keys, which its keeper brings. */
final class RecoveryStoreOptions {

  @Option(
      names = "--recovery-store",
      required = true,
      paramLabel = "STORE",
      description = "机构恢复密钥库（keys recovery new）/ the store that keys recovery new made")
  private Path store = Path.of("");

  @Mixin private PasswordOptions password;

  RecoveryStoreOptions(Console console) {
    password = new PasswordOptions(console);
  }

  Path path() {
    return store;
  }

  KeySet load() {
    SecureRandom random = new SecureRandom();
    return Pkcs12Vault.in(store, password.forStore(random), random).load();
  }
}
