package io.caresettle.operator;

import io.caresettle.protocol.keys.SigningKey;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.security.SecureRandom;
import java.util.Optional;

/** People of one test run, who are at every counter. */
public final class TestOperators {

  /** A supervisor, so that a story need not call one. */
  public static final OperatorKey OP_7 = key("op-7");

  public static final OperatorKey OP_8 = key("op-8");
  public static final OperatorKey CASHIER = key("cashier");
  public static final OperatorKey PHARMACIST = key("pharmacist");
  public static final OperatorKey ADMINISTRATOR = key("administrator");

  private TestOperators() {}

  public static OperatorKey key(String id) {
    return new OperatorKey(id, new SigningPair(Sm2PrivateKey.generate(new SecureRandom())));
  }

  public static OperatorBook book() {
    return OperatorBook.of(
        listed(OP_7, OperatorRole.SUPERVISOR),
        listed(OP_8, OperatorRole.SUPERVISOR),
        listed(CASHIER, OperatorRole.CASHIER),
        listed(PHARMACIST, OperatorRole.PHARMACIST),
        listed(ADMINISTRATOR, OperatorRole.ADMINISTRATOR));
  }

  /** The key of somebody in the book. */
  public static Optional<SigningKey> keyOf(String id) {
    return book().find(id).map(Operator::key);
  }

  static Operator listed(OperatorKey key, OperatorRole role) {
    return Operator.of(key.id(), role, key.pair().publicKey());
  }
}
