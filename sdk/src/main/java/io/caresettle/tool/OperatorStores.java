package io.caresettle.tool;

import io.caresettle.gateway.OperatorKeys;
import io.caresettle.operator.Operator;
import io.caresettle.operator.OperatorKey;
import io.caresettle.problem.NotPermitted;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.KeyStoreUnavailable;
import io.caresettle.protocol.keystore.Password;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** Operators' own key stores, each opened with what its operator types. */
final class OperatorStores implements OperatorKeys {

  /** An operator of the book, and the store with the key. */
  record Held(Operator operator, Path store) {}

  private final List<Held> all;
  private final SecureRandom random = new SecureRandom();

  OperatorStores(List<Held> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public OperatorKey unlock(String operatorId, char[] password) {
    Held held =
        all.stream()
            .filter(each -> each.operator().id().equals(operatorId))
            .findFirst()
            .orElseThrow(() -> refused(operatorId, "nobody in the configuration"));
    try {
      KeySet keys = Pkcs12Vault.in(held.store(), store -> Password.copyOf(password), random).load();
      SigningPair pair =
          keys.generations().stream()
              .map(generation -> generation.keys().signing())
              .filter(signing -> signing.publicKey().equals(held.operator().key()))
              .findFirst()
              .orElseThrow(() -> refused(operatorId, "a store without the operator's key"));
      return new OperatorKey(operatorId, pair);
    } catch (KeyStoreUnavailable e) {
      throw refused(operatorId, "a password that opens no key");
    }
  }

  private static NotPermitted refused(String operatorId, String found) {
    return new NotPermitted(
        "接班 / take a shift", operatorId, found, "an operator with the password of their own key");
  }
}
