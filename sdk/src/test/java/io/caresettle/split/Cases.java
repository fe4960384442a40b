package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.Working;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bills written as words: {@code "B 120.4567 2 1000 110.0000"} is class, price, quantity … */
final class Cases {

  static final PolicyBook BOOK = PolicyBook.shipped();
  static final BillId ID = new BillId("TEST00000001", "1");
  static final Set<Payer> BOTH = Set.of(Payer.POOL_FUND, Payer.PERSONAL_ACCOUNT);
  static final Plan SUZHOU = plan("320500", InsuredCategory.ACTIVE, InstitutionLevel.LEVEL_3);
  static final Plan TEST = plan("test", InsuredCategory.ACTIVE, InstitutionLevel.LEVEL_1);

  private Cases() {}

  static Plan plan(String area, InsuredCategory category, InstitutionLevel level) {
    return BOOK.plan(
        area, Scheme.EMPLOYEE, category, CareType.OUTPATIENT, level, LocalDate.of(2026, 11, 20));
  }

  /** {@code "12.00 in outpatient.deductible-used, …"} is what the year holds already. */
  static PersonState person(String balance, Set<Payer> open, String... yearToDate) {
    Map<String, Money> sums = new HashMap<>();
    for (String sum : yearToDate) {
      List<String> words = List.of(sum.split(" in "));
      sums.put("outpatient." + words.get(1), Money.parseYuan(words.get(0)));
    }
    return new PersonState(sums, Money.parseYuan(balance), open);
  }

  static Estimate estimate(Plan plan, PersonState person, String... lines) {
    return estimate(plan, person, Working.on(), List.of(lines));
  }

  static Estimate estimate(Plan plan, PersonState person, Working working, List<String> lines) {
    return Splitter.estimate(plan, bill(plan, lines), catalogue(lines), person, working);
  }

  /** The item of a line is named after the words of the line, so that equal lines share it. */
  private static String code(String line) {
    return line.replace(' ', '-');
  }

  static Catalogue catalogue(List<String> lines) {
    Map<String, CatalogueItem> items = new HashMap<>();
    for (String line : lines) {
      List<String> words = List.of(line.split(" "));
      items.put(
          code(line),
          new CatalogueItem(
              code(line),
              "示例",
              CatalogueClass.valueOf(words.get(0)),
              Rate.basisPoints(words.size() > 3 ? Integer.parseInt(words.get(3)) : 0),
              words.size() > 4 ? Optional.of(UnitPrice.parse(words.get(4))) : Optional.empty()));
    }
    return new Catalogue("test", items);
  }

  static Bill bill(Plan plan, List<String> lines) {
    List<FeeLine> fees = new ArrayList<>();
    for (String line : lines) {
      List<String> words = List.of(line.split(" "));
      UnitPrice price = UnitPrice.parse(words.get(1));
      Quantity quantity = Quantity.parse(words.get(2));
      String number = String.valueOf(fees.size() + 1);
      fees.add(new FeeLine(number, code(line), price, quantity, plan.lineTotal(price, quantity)));
    }
    return new Bill(ID, fees);
  }
}
