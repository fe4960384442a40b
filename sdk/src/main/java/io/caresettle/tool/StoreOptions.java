package io.caresettle.tool;

import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.KeySet.Generation;
import io.caresettle.protocol.keystore.PasswordSource;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The key store that a command works on. */
final class StoreOptions {

  @Option(
      names = "--store",
      required = true,
      paramLabel = "STORE",
      description = "密钥库（PKCS#12 文件）/ the key store, a PKCS#12 file")
  private Path store = Path.of("");

  @Mixin private PasswordOptions password;

  private final SecureRandom random = new SecureRandom();

  StoreOptions(Console console) {
    password = new PasswordOptions(console);
  }

  Path path() {
    return store;
  }

  SecureRandom random() {
    return random;
  }

  /** The store, which may have to be made. */
  Pkcs12Vault vault() {
    return under(Files.exists(store) ? password.forStore(random) : password.forNewStore(random));
  }

  /** The last generation of {@code keys} that waits for its certificates. */
  static Optional<Generation> waiting(KeySet keys) {
    return keys.generations().stream()
        .filter(each -> each.certificates().isEmpty() && each.withdrawn().isEmpty())
        .reduce((earlier, later) -> later);
  }

  /** The same store under another password. */
  Pkcs12Vault under(PasswordSource other) {
    return Pkcs12Vault.in(store, other, random);
  }
}
