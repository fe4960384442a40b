package io.caresettle.sim.command;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.reading.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words and amounts of a case in our own form. */
final class CaseWords {

  static final String YUAN = "yuan with two decimals, such as 105.30";

  /** Every payer that a visit can have open; cash always is, and the institution never. */
  static final Map<String, Payer> OPEN = payers(false);

  static final Map<String, Payer> PAYERS = payers(true);
  static final Map<String, OffSite> OFF_SITE = dashed(OffSite.values());
  static final Map<String, Grade> GRADES =
      Map.of("A", Grade.A, "B", Grade.B, "C", Grade.C, "D", Grade.D);

  private CaseWords() {}

  /** An amount that is not below zero. */
  static Optional<Money> yuan(Field field) {
    return field.text(YUAN + ", not below zero", CaseWords::notBelowZero);
  }

  private static Money notBelowZero(String text) {
    Money sum = Money.parseYuan(text);
    if (sum.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return sum;
  }

  private static <E extends Enum<E>> Map<String, E> dashed(E[] all) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E one : all) {
      words.put(one.name().toLowerCase(Locale.ROOT).replace('_', '-'), one);
    }
    return Collections.unmodifiableMap(words);
  }

  private static Map<String, Payer> payers(boolean all) {
    Map<String, Payer> words = new LinkedHashMap<>();
    for (Payer payer : Payer.values()) {
      if (all || (payer != Payer.CASH && payer != Payer.INSTITUTION)) {
        words.put(payer.id(), payer);
      }
    }
    return Collections.unmodifiableMap(words);
  }
}
