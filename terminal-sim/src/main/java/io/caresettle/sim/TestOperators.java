package io.caresettle.sim;

import io.caresettle.operator.Operator;
import io.caresettle.operator.OperatorBook;
import io.caresettle.operator.OperatorKey;
import io.caresettle.operator.OperatorRole;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The simulated operators. Their keys follow from their names, so anybody can sign as them. */
public final class TestOperators {

  private static final Map<String, OperatorRole> PEOPLE =
      new TreeMap<>(
          Map.of(
              "cashier-1", OperatorRole.CASHIER,
              "cashier-2", OperatorRole.CASHIER,
              "pharmacist-1", OperatorRole.PHARMACIST,
              "supervisor-1", OperatorRole.SUPERVISOR,
              "caregiver-1", OperatorRole.CAREGIVER,
              "caregiver-2", OperatorRole.CAREGIVER,
              "administrator-1", OperatorRole.ADMINISTRATOR));

  private TestOperators() {}

  /**
   * One of them, with the key in hand.
   *
   * @param id cashier-1, cashier-2, pharmacist-1, supervisor-1, caregiver-1, caregiver-2 (who is
   *     barred) or administrator-1
   * @throws Misuse when there is no such operator
   */
  public static OperatorKey key(String id) {
    if (!PEOPLE.containsKey(id)) {
      throw new Misuse("The simulator knows " + PEOPLE.keySet() + ", but was asked for " + id);
    }
    byte[] digest = Sm3.digest(("CareSettle test operator " + id).getBytes(StandardCharsets.UTF_8));
    return new OperatorKey(id, new SigningPair(Sm2PrivateKey.decode(digest)));
  }

  /** All of them. */
  public static OperatorBook book() {
    return new OperatorBook(
        PEOPLE.entrySet().stream()
            .map(p -> Operator.of(p.getKey(), p.getValue(), key(p.getKey()).pair().publicKey()))
            .toList());
  }
}
