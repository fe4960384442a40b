package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.SettlementYear;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.sim.worked.WorkedInput.Item;
import io.caresettle.sim.worked.WorkedInput.Totals;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads an example's {@code input}. */
final class InputReader {

  /** What describes the person and the place; the policy has what follows from it in it. */
  private static final List<String> DESCRIBED =
      List.of(
          "scheme",
          "person",
          "setting",
          "institutionLevel",
          "institutionGrade",
          "offSite",
          "aidClass",
          "prescription");

  private static final List<String> ACCUMULATORS = List.of("criticalIllnessBase", "inScopeYear");
  private static final Map<String, Boolean> YEARS = Map.of("discharge", true, "service", false);

  private final Mapping input;
  private final Optional<Mapping> policy;

  private InputReader(Mapping input, Optional<Mapping> policy) {
    this.input = input;
    this.policy = policy;
  }

  /**
   * @param policy where there is one; it says what year a bill counts in
   */
  static Optional<WorkedInput> bind(Mapping input, Optional<Mapping> policy) {
    return new InputReader(input, policy).bind();
  }

  private Optional<WorkedInput> bind() {
    Words.prose(input);
    DESCRIBED.forEach(key -> input.optional(key).text());
    input.optional("stayNumber").integer(1, 99);
    OptionalInt year = year();
    boolean itemized = input.has("items");
    if (itemized == input.has("totals")) {
      input.fault(itemized ? "items and totals" : "neither items nor totals", "one of the two");
    }
    List<Item> items = items();
    Optional<Totals> totals = input.optional("totals").mapping().flatMap(InputReader::totals);
    Map<String, Money> accumulators = new LinkedHashMap<>();
    Optional<Mapping> sums = input.optional("accumulators").mapping();
    for (String name : ACCUMULATORS) {
      sums.flatMap(all -> Words.yuan(all.optional(name)))
          .ifPresent(sum -> accumulators.put(name, sum));
    }
    Map<String, Money> balances = new LinkedHashMap<>();
    List<Money> families = new ArrayList<>();
    input.optional("balances").mapping().ifPresent(all -> balances(all, balances, families));
    if (items.isEmpty() && totals.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new WorkedInput(items, totals, accumulators, balances, families, year));
  }

  private OptionalInt year() {
    Optional<LocalDate> admitted = input.optional("admitted").date();
    Field dischargedField = input.optional("discharged");
    Optional<LocalDate> discharged = dischargedField.date();
    if (admitted.isPresent()
        && discharged.isPresent()
        && discharged.get().isBefore(admitted.get())) {
      dischargedField.fault("a day before " + admitted.get(), "a day of or after admission");
    }
    Optional<Boolean> byDischarge =
        policy.flatMap(all -> all.optional("settlementYear").word(YEARS));
    if (byDischarge.isEmpty()) {
      return OptionalInt.empty();
    }
    if (admitted.isEmpty() || discharged.isEmpty()) {
      input.fault("no days of the stay", "admitted and discharged: the policy asks for the year");
      return OptionalInt.empty();
    }
    SettlementYear year = new SettlementYear(MonthDay.of(1, 1), byDischarge.get());
    return OptionalInt.of(year.of(admitted.get(), discharged.get()));
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    Field list = input.optional("items");
    for (Field element : list.list()) {
      element.mapping().flatMap(InputReader::item).ifPresent(items::add);
    }
    if (list.present() && list.list().isEmpty()) {
      list.fault("no item", "at least one item");
    }
    return items;
  }

  private static Optional<Item> item(Mapping item) {
    Words.prose(item);
    item.required("line").integer(1, 1_000_000);
    Optional<String> category = item.required("category").text();
    if (item.has("amount")) {
      Optional<Money> amount = Words.yuan(item.required("amount"));
      return category.flatMap(
          kind ->
              amount.map(
                  fen ->
                      new Item(
                          kind,
                          UnitPrice.parse(fen.toString()),
                          Quantity.parse("1"),
                          Optional.empty())));
    }
    Optional<UnitPrice> price = price(item.required("unitPrice"));
    Optional<Quantity> quantity =
        item.required("quantity").text("a quantity such as \"2\" or \"0.5\"", Quantity::parse);
    Optional<UnitPrice> limit = price(item.optional("priceLimit"));
    return category.isEmpty() || price.isEmpty() || quantity.isEmpty()
        ? Optional.empty()
        : Optional.of(new Item(category.get(), price.get(), quantity.get(), limit));
  }

  private static Optional<UnitPrice> price(Field field) {
    return field.text("a price such as \"12.3456\"", UnitPrice::parse);
  }

  private static Optional<Totals> totals(Mapping totals) {
    Words.prose(totals);
    Field wholeField = totals.required("total");
    Optional<Money> whole = Words.yuan(wholeField);
    Optional<Money> out = Words.yuan(totals.required("outOfCatalogue"));
    Optional<Money> over = Words.yuan(totals.required("overLimit"));
    Optional<Money> first = Words.yuan(totals.required("firstSelfPay"));
    Optional<Money> scope = Words.yuan(totals.required("inScope"));
    if (whole.isEmpty() || out.isEmpty() || over.isEmpty() || first.isEmpty() || scope.isEmpty()) {
      return Optional.empty();
    }
    Totals parts = new Totals(out.get(), over.get(), first.get(), scope.get());
    if (!parts.total().equals(whole.get())) {
      wholeField.fault("'" + whole.get() + "'", "'" + parts.total() + "', the sum of the parts");
    }
    return Optional.of(parts);
  }

  private static void balances(Mapping mapping, Map<String, Money> balances, List<Money> families) {
    boolean told = mapping.has(WorkedInput.CURRENT) || mapping.has(WorkedInput.PAST);
    if (told && mapping.has(WorkedInput.OWN)) {
      mapping.fault("the account as a whole and by years", "one of the two");
    }
    for (String name : List.of(WorkedInput.OWN, WorkedInput.CURRENT, WorkedInput.PAST)) {
      Words.balance(mapping.optional(name)).ifPresent(sum -> balances.put(name, sum));
    }
    for (Field element : mapping.optional("familyAccounts").list()) {
      Optional<Mapping> account = element.mapping();
      account.ifPresent(all -> all.required("id").text());
      account.flatMap(all -> Words.balance(all.required("balance"))).ifPresent(families::add);
    }
  }
}
