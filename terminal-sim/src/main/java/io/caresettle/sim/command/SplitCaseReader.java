package io.caresettle.sim.command;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.author.Pack;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.author.Words;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.split.Charges;
import io.caresettle.split.FamilyAccount;
import io.caresettle.split.PersonState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
 * group: disabled-soldier                    # this and the next four: none, none, home, 1, A
 * aid: full
 * off_site: referred
 * stay: 2
 * grade: B
 * date: 2026-11-20                           # the first day
 * discharged: 2026-11-28                     # the last day; may be left out: the first, but not of a
 *                                            # stay whose pack counts by it
 * open: [pool-fund, personal-account]        # may be left out: every payer
 * year: 2026                                 # the year of the sums; may be left out
 * year_to_date: {outpatient.deductible-used: "600.00"}   # may be left out: all zero
 * account_balance: "1000.00"                 # may be left out: 0.00; or, instead of it,
 * balances: {current_year: "300.00", past_years: "400.00"}
 * family: [{id: F1, balance: "60.00"}]       # may be left out: none
 * catalogue:
 *   - {code: TEST-0001, name: 示例, class: A}
 *   - {code: TEST-0002, name: 示例, class: B, first_self_pay: 1000, price_limit: "12.00"}
 *   - {code: TEST-0003, name: 示例, class: C, account: never}
 * lines:
 *   - {line: "1", code: TEST-0001, price: "12.3456", quantity: "2", total: "24.69"}  # total: may be left out
 * totals: {out_of_catalogue: "0.00", over_limit: "0.00", first_self_pay: "0.00", in_scope: "24.69"}
 *                                            # instead of catalogue and lines
 * expect: {total: "24.69", cash: "24.69", supplements: {unit: "1.00"}, after: {…}, lines: {"1": {…}}}
 *                                            # any of the amounts, or none
 * }</pre>
 *
 * <p>Amounts, prices and quantities are texts in quotes; shares are parts of ten thousand.
 */
final class SplitCaseReader {

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
    Field inline = top.optional("pack");
    Optional<PolicyBook> rules =
        inline.present()
            ? inline.bind(Pack::bind).map(pack -> PolicyBook.of(List.of(pack)))
            : Optional.of(book);
    Optional<PlanKey> key = key();
    Field dateField = top.required("date");
    Optional<LocalDate> first = dateField.date();
    Optional<CaseDays> days = first.flatMap(this::days);
    Optional<Plan> plan =
        rules.isPresent() && key.isPresent() && days.isPresent()
            ? plan(rules.get(), key.get(), days.get(), dateField)
            : Optional.empty();
    Optional<Charges> charges = new CaseBillReader(top).read(plan);
    PersonState person = person();
    Field expectField = top.optional("expect");
    CaseExpectation expect = CaseExpectation.read(expectField);
    // Of an area that no pack serves, the missing rule is told already.
    if (rules.isPresent() && plan.isPresent()) {
      SumNames.of(rules.get(), key.orElseThrow().area())
          .check(top.optional("year_to_date"), expectField);
    }
    if (name.isEmpty() || plan.isEmpty() || charges.isEmpty() || days.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SplitCase(
            top.file(),
            name.get(),
            key.orElseThrow(),
            days.get(),
            plan.get(),
            charges.get(),
            person,
            expect));
  }

  private Optional<CaseDays> days(LocalDate first) {
    Field field = top.optional("discharged");
    Optional<LocalDate> last = field.date();
    if (field.present() && last.isEmpty()) {
      return Optional.empty();
    }
    if (last.isPresent() && last.get().isBefore(first)) {
      field.fault(last.get().toString(), "a day from " + first + " on");
      return Optional.empty();
    }
    return Optional.of(new CaseDays(first, last));
  }

  private Optional<PlanKey> key() {
    Optional<String> area = top.required("area").text();
    Optional<Scheme> scheme = top.required("scheme").word(Words.SCHEMES);
    Field categoryField = top.required("category");
    Optional<InsuredCategory> category = categoryField.word(Words.CATEGORIES);
    if (scheme.isPresent() && category.isPresent() && !category.get().isIn(scheme.get())) {
      categoryField.fault(
          "a category that the scheme does not have", "one of " + InsuredCategory.of(scheme.get()));
      category = Optional.empty();
    }
    Optional<CareType> care = top.required("care").word(Words.CARE);
    Optional<InstitutionLevel> level = top.required("level").word(Words.LEVELS);
    Circumstances usual = Circumstances.ORDINARY;
    String group = top.optional("group").text().orElse(usual.group());
    String aid = top.optional("aid").text().orElse(usual.aid());
    OffSite offSite = top.optional("off_site").word(CaseWords.OFF_SITE).orElse(usual.offSite());
    long stay = top.optional("stay").integer(1, 99).orElse((long) usual.stay());
    Grade grade = top.optional("grade").word(CaseWords.GRADES).orElse(usual.grade());
    if (area.isEmpty()
        || scheme.isEmpty()
        || category.isEmpty()
        || care.isEmpty()
        || level.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlanKey(
            area.get(),
            scheme.get(),
            category.get(),
            care.get(),
            level.get(),
            new Circumstances(group, aid, offSite, (int) stay, grade)));
  }

  private Optional<Plan> plan(PolicyBook rules, PlanKey key, CaseDays days, Field dateField) {
    try {
      return Optional.of(days.plan(rules, key));
    } catch (NoRuleInForce | RulesConflict e) {
      dateField.fault("a day without one rule", "one rule in force: " + e.getMessage());
    } catch (ParameterNotPublished e) {
      dateField.fault("a rule without its number", "published numbers: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      dateField.fault("circumstances no rule knows", "words of the pack: " + e.getMessage());
    }
    return Optional.empty();
  }

  private PersonState person() {
    Field openField = top.optional("open");
    Set<Payer> open = new LinkedHashSet<>();
    for (Field element : openField.list()) {
      element.word(CaseWords.OPEN).ifPresent(open::add);
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
                            CaseWords.yuan(sum).ifPresent(money -> sums.put(name, money))));
    Optional<Long> year = top.optional("year").integer(1900, 9999);
    Money whole = balance(top.optional("account_balance"));
    Optional<Mapping> parts = top.optional("balances").mapping();
    if (parts.isPresent() && top.has("account_balance")) {
      parts.get().fault("balances beside account_balance", "one of the two");
    }
    Money current = parts.map(all -> balance(all.optional("current_year"))).orElse(whole);
    Money past = parts.map(all -> balance(all.optional("past_years"))).orElse(Money.ZERO);
    return new PersonState(
        sums,
        year.isPresent() ? OptionalInt.of(year.get().intValue()) : OptionalInt.empty(),
        current,
        past,
        families(),
        openField.present() ? open : Set.copyOf(CaseWords.OPEN.values()));
  }

  private List<FamilyAccount> families() {
    List<FamilyAccount> families = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Field element : top.optional("family").list()) {
      Optional<Mapping> mapping = element.mapping();
      Optional<String> id = mapping.flatMap(all -> all.required("id").text());
      Money balance = mapping.map(all -> balance(all.required("balance"))).orElse(Money.ZERO);
      if (id.isPresent() && seen.add(id.get())) {
        families.add(new FamilyAccount(id.get(), balance));
      } else if (id.isPresent()) {
        element.fault("the account '" + id.get() + "' a second time", "each account once");
      }
    }
    return families;
  }

  /** What an account holds may lie below zero. */
  private static Money balance(Field field) {
    return field.text(CaseWords.YUAN, Money::parseYuan).orElse(Money.ZERO);
  }
}
