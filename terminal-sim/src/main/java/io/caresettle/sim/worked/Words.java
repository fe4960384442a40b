package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.policy.plan.Part;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and numbers in which the collection writes. */
final class Words {

  static final String YUAN = "yuan with two decimals, such as \"105.30\"";
  static final String RATIO = "a ratio such as \"0.85\" or \"2/3\"";

  /** Payers by name; the institution pays nothing here and cannot be named. */
  static final Map<String, Payer> PAYERS = payers();

  static final Map<String, List<Part>> MAY_PAY = mayPay();

  private static final Pattern DECIMAL = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,9}))?");
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,7})/(\\d{1,7})");

  private Words() {}

  private static Map<String, Payer> payers() {
    Map<String, Payer> payers = new LinkedHashMap<>();
    payers.put("poolFund", Payer.POOL_FUND);
    payers.put("largeSumSubsidy", Payer.LARGE_SUM_SUBSIDY);
    payers.put("criticalIllness", Payer.CRITICAL_ILLNESS);
    payers.put("civilServantSubsidy", Payer.CIVIL_SERVANT_SUBSIDY);
    payers.put("supplements", Payer.SUPPLEMENTS);
    payers.put("medicalAid", Payer.MEDICAL_AID);
    payers.put("personalAccount", Payer.PERSONAL_ACCOUNT);
    payers.put("familyAccount", Payer.FAMILY_ACCOUNT);
    payers.put("cash", Payer.CASH);
    return payers;
  }

  private static Map<String, List<Part>> mayPay() {
    Map<String, List<Part>> parts = new LinkedHashMap<>();
    parts.put("inScope", List.of(Part.DEDUCTIBLE, Part.COINSURANCE));
    parts.put("firstSelfPay", List.of(Part.FIRST_SELF_PAY));
    parts.put("overLimit", List.of(Part.OVER_LIMIT));
    parts.put("outOfCatalogue", List.of(Part.OUT_OF_CATALOGUE));
    return parts;
  }

  static Optional<Money> yuan(Field field) {
    return field.text(YUAN, Words::ofARealBill);
  }

  private static Money ofARealBill(String text) {
    Money money = Money.parseYuan(text);
    if (money.isNegative() || money.fen() > Sheet.MOST) {
      throw new IllegalArgumentException(text);
    }
    return money;
  }

  /** What an account holds; an overdrawn one stands below zero. */
  static Optional<Money> balance(Field field) {
    return field.text(YUAN, Words::ofARealAccount);
  }

  private static Money ofARealAccount(String text) {
    Money money = Money.parseYuan(text);
    if (Math.abs(money.fen()) > Sheet.MOST) {
      throw new IllegalArgumentException(text);
    }
    return money;
  }

  static Optional<Rate> ratio(Field field) {
    return field.text(RATIO, Words::rate);
  }

  /** Exactly what is written: 0.85 is 85/100, and never passes through a binary fraction. */
  static Rate rate(String text) {
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      return new Rate(Long.parseLong(fraction.group(1)), Long.parseLong(fraction.group(2)))
          .reduced();
    }
    Matcher decimal = DECIMAL.matcher(text);
    if (!decimal.matches()) {
      throw new IllegalArgumentException(text);
    }
    String parts = Optional.ofNullable(decimal.group(2)).orElse("");
    long of = 1;
    for (int i = 0; i < parts.length(); i++) {
      of *= 10;
    }
    return new Rate(Long.parseLong(decimal.group(1) + parts), of).reduced();
  }

  /** Passes over what is written for people only. */
  static void prose(Mapping mapping) {
    for (String key : List.copyOf(mapping.keys())) {
      String name = key.toLowerCase(Locale.ROOT);
      if (name.endsWith("note")
          || name.endsWith("notes")
          || List.of("source", "title", "exercises", "derivation", "as_printed").contains(key)) {
        mapping.optional(key);
      }
    }
  }
}
