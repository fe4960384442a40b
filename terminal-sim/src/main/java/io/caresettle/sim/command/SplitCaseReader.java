package io.caresettle.sim.command;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.author.Pack;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.author.Words;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Nearest;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.FeeLine;
import io.caresettle.split.PersonState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a case; what the bill's lines say is checked against catalogue and plan in their place.
 *
 * <pre>{@code
 * case: suzhou outpatient, level 3           # a name
 * pack: {…}                                  # may be left out: a whole pack, instead of --pack
 * area: "320500"
 * scheme: employee
 * category: active
 * care: outpatient
 * level: level-3
 * date: 2026-11-20
 * open: [pool-fund, personal-account]        # may be left out: both
 * year_to_date: {outpatient.deductible-used: "600.00"}   # may be left out: all zero
 * account_balance: "1000.00"                 # may be left out: 0.00
 * catalogue:
 *   - {code: TEST-0001, name: 示例, class: A}
 *   - {code: TEST-0002, name: 示例, class: B, first_self_pay: 1000, price_limit: "12.00"}
 * lines:
 *   - {line: "1", code: TEST-0001, price: "12.3456", quantity: "2", total: "24.69"}  # total: may be left out
 * expect: {total: "24.69", cash: "24.69"}    # any of the amounts, or none
 * }</pre>
 *
 * <p>Amounts, prices and quantities are texts in quotes; shares are parts of ten thousand.
 */
final class SplitCaseReader {

  /** Cases have no bill number: nothing of them is ever settled. */
  private static final BillId ID = new BillId("TEST00000001", "case");

  private static final Map<String, Payer> OPEN =
      Map.of("pool-fund", Payer.POOL_FUND, "personal-account", Payer.PERSONAL_ACCOUNT);
  private static final Map<String, CatalogueClass> CLASSES =
      Map.of("A", CatalogueClass.A, "B", CatalogueClass.B, "C", CatalogueClass.C);
  private static final String YUAN = "yuan with two decimals, such as 105.30";

  private final PolicyBook book;
  private final Mapping top;

  private SplitCaseReader(PolicyBook book, Mapping top) {
    this.book = book;
    this.top = top;
  }

  static Optional<SplitCase> bind(PolicyBook book, Mapping top) {
    return new SplitCaseReader(book, top).bind();
  }

  private Optional<SplitCase> bind() {
    Optional<String> name = top.required("case").text();
    Optional<Plan> plan = plan();
    Map<String, CatalogueItem> items = catalogue();
    List<FeeLine> lines = lines(plan, items.keySet());
    Optional<PersonState> person = person();
    Map<String, Money> expect = expect();
    if (name.isEmpty() || plan.isEmpty() || lines.isEmpty() || person.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SplitCase(
            top.file(),
            name.get(),
            plan.get(),
            new Bill(ID, lines),
            new Catalogue("of the case", items),
            person.get(),
            expect));
  }

  private Optional<Plan> plan() {
    Field inline = top.optional("pack");
    Optional<PolicyBook> rules =
        inline.present()
            ? inline.bind(Pack::bind).map(pack -> PolicyBook.of(List.of(pack)))
            : Optional.of(book);
    Optional<String> area = top.required("area").text();
    Optional<Scheme> scheme = top.required("scheme").word(Words.SCHEMES);
    Optional<InsuredCategory> category = top.required("category").word(Words.CATEGORIES);
    Optional<CareType> care = top.required("care").word(Words.CARE);
    Optional<InstitutionLevel> level = top.required("level").word(Words.LEVELS);
    Field dateField = top.required("date");
    Optional<LocalDate> date = dateField.date();
    if (rules.isEmpty()
        || area.isEmpty()
        || scheme.isEmpty()
        || category.isEmpty()
        || care.isEmpty()
        || level.isEmpty()
        || date.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          rules
              .get()
              .plan(area.get(), scheme.get(), category.get(), care.get(), level.get(), date.get()));
    } catch (NoRuleInForce | RulesConflict e) {
      dateField.fault("a day without one rule (" + e.getMessage() + ")", "one rule in force");
      return Optional.empty();
    }
  }

  private Map<String, CatalogueItem> catalogue() {
    Map<String, CatalogueItem> items = new LinkedHashMap<>();
    for (Field element : top.required("catalogue").list()) {
      Optional<Mapping> mapping = element.mapping();
      if (mapping.isEmpty()) {
        continue;
      }
      Mapping item = mapping.get();
      Field codeField = item.required("code");
      Optional<String> code = codeField.text();
      Optional<String> name = item.required("name").text();
      Optional<CatalogueClass> kind = item.required("class").word(CLASSES);
      Field shareField = item.optional("first_self_pay");
      Optional<Integer> share = shareField.integer(0, 10_000).map(Long::intValue);
      if (kind.equals(Optional.of(CatalogueClass.A)) && share.orElse(0) != 0) {
        shareField.fault(share.orElse(0) + " for class A", "none: class A is taken in full");
      }
      if (kind.equals(Optional.of(CatalogueClass.B))) {
        item.required("first_self_pay");
      }
      Optional<UnitPrice> limit =
          item.optional("price_limit").text("a price such as 12.3456", UnitPrice::parse);
      if (code.isPresent()
          && items.putIfAbsent(
                  code.get(),
                  new CatalogueItem(
                      code.get(),
                      name.orElse(""),
                      kind.orElse(CatalogueClass.C),
                      Rate.basisPoints(share.orElse(0)),
                      limit))
              != null) {
        codeField.fault("the code '" + code.get() + "' a second time", "each item once");
      }
    }
    return items;
  }

  private List<FeeLine> lines(Optional<Plan> plan, Set<String> codes) {
    List<FeeLine> lines = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    Field list = top.required("lines");
    for (Field element : list.list()) {
      Optional<Mapping> mapping = element.mapping();
      if (mapping.isEmpty()) {
        continue;
      }
      Mapping line = mapping.get();
      Field numberField = line.required("line");
      Optional<String> number = numberField.text();
      if (number.isPresent() && !numbers.add(number.get())) {
        numberField.fault("line '" + number.get() + "' a second time", "each number once");
        number = Optional.empty();
      }
      Field codeField = line.required("code");
      Optional<String> code = codeField.text();
      if (code.isPresent() && !codes.contains(code.get())) {
        codeField.fault(
            "the code '" + code.get() + "', which the catalogue does not hold",
            Nearest.to(code.get(), codes)
                .map(near -> "a code of the catalogue; perhaps '" + near + "'")
                .orElse("a code of the catalogue"));
      }
      Optional<UnitPrice> price =
          line.required("price").text("a price such as 12.3456", UnitPrice::parse);
      Optional<Quantity> quantity =
          line.required("quantity").text("a quantity such as 2 or 0.5", Quantity::parse);
      Field totalField = line.optional("total");
      Optional<Money> total = totalField.text(YUAN, Money::parseYuan);
      if (plan.isEmpty()
          || number.isEmpty()
          || code.isEmpty()
          || price.isEmpty()
          || quantity.isEmpty()) {
        continue;
      }
      Optional<Money> amount = amount(plan.get(), price.get(), quantity.get(), line);
      if (amount.isEmpty()) {
        continue;
      }
      if (!total.orElse(amount.get()).equals(amount.get())) {
        totalField.fault(
            "'" + total.orElse(Money.ZERO) + "'",
            "'" + amount.get() + "' = " + price.get() + " × " + quantity.get());
      }
      lines.add(new FeeLine(number.get(), code.get(), price.get(), quantity.get(), amount.get()));
    }
    if (list.present() && list.list().isEmpty()) {
      list.fault("no line", "at least one line");
    }
    return lines;
  }

  private static Optional<Money> amount(
      Plan plan, UnitPrice price, Quantity quantity, Mapping line) {
    try {
      return Optional.of(plan.lineTotal(price, quantity));
    } catch (ArithmeticException e) {
      line.fault(price + " × " + quantity, "a line of a real bill");
      return Optional.empty();
    }
  }

  private Optional<PersonState> person() {
    Field openField = top.optional("open");
    Set<Payer> open = new LinkedHashSet<>();
    for (Field element : openField.list()) {
      element.word(OPEN).ifPresent(open::add);
    }
    Map<String, Money> sums = new LinkedHashMap<>();
    top.optional("year_to_date")
        .mapping()
        .ifPresent(
            mapping ->
                mapping
                    .all()
                    .forEach(
                        (name, sum) ->
                            sum.text(YUAN + ", not below zero", SplitCaseReader::sumOfYear)
                                .ifPresent(money -> sums.put(name, money))));
    Money balance = top.optional("account_balance").text(YUAN, Money::parseYuan).orElse(Money.ZERO);
    return Optional.of(
        new PersonState(sums, balance, openField.present() ? open : Set.copyOf(OPEN.values())));
  }

  private static Money sumOfYear(String text) {
    Money sum = Money.parseYuan(text);
    if (sum.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return sum;
  }

  private Map<String, Money> expect() {
    Map<String, Money> expect = new LinkedHashMap<>();
    Optional<Mapping> mapping = top.optional("expect").mapping();
    for (String amount : SplitCase.AMOUNTS.keySet()) {
      mapping
          .flatMap(amounts -> amounts.optional(amount).text(YUAN, Money::parseYuan))
          .ifPresent(money -> expect.put(amount, money));
    }
    return expect;
  }
}
