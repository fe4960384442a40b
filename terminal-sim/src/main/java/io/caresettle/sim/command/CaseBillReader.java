package io.caresettle.sim.command;

import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.Plan;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Nearest;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.Charges;
import io.caresettle.split.FeeLine;
import io.caresettle.split.ScopeCut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a case bills: a catalogue and lines, or four totals. */
final class CaseBillReader {

  /** Cases have no bill number: nothing of them is ever settled. */
  private static final BillId ID = new BillId("TEST00000001", "case");

  private static final Map<String, CatalogueClass> CLASSES =
      Map.of("A", CatalogueClass.A, "B", CatalogueClass.B, "C", CatalogueClass.C);
  private static final Map<String, Boolean> NEVER = Map.of("never", true);

  private final Mapping top;

  CaseBillReader(Mapping top) {
    this.top = top;
  }

  /** The charges, where nothing of them is at fault. */
  Optional<Charges> read(Optional<Plan> plan) {
    if (top.has("totals")) {
      for (String key : List.of("lines", "catalogue")) {
        if (top.has(key)) {
          top.optional(key).fault("lines beside totals", "one of the two");
        }
      }
      return top.required("totals").mapping().flatMap(CaseBillReader::totals);
    }
    Map<String, CatalogueItem> items = catalogue();
    List<FeeLine> lines = lines(plan, items.keySet());
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Charges.Itemized(new Bill(ID, lines), new Catalogue("of the case", items)));
  }

  private static Optional<Charges> totals(Mapping totals) {
    Field wholeField = totals.optional("total");
    Optional<Money> whole = CaseWords.yuan(wholeField);
    Optional<Money> out = CaseWords.yuan(totals.required("out_of_catalogue"));
    Optional<Money> over = CaseWords.yuan(totals.required("over_limit"));
    Optional<Money> first = CaseWords.yuan(totals.required("first_self_pay"));
    Optional<Money> scope = CaseWords.yuan(totals.required("in_scope"));
    if (out.isEmpty() || over.isEmpty() || first.isEmpty() || scope.isEmpty()) {
      return Optional.empty();
    }
    ScopeCut cut = new ScopeCut(out.get(), over.get(), first.get(), scope.get(), Money.ZERO);
    if (!whole.orElse(cut.total()).equals(cut.total())) {
      wholeField.fault("'" + whole.get() + "'", "'" + cut.total() + "', the sum of the parts");
    }
    return Optional.of(new Charges.Totals(ID, cut));
  }

  private Map<String, CatalogueItem> catalogue() {
    Map<String, CatalogueItem> items = new LinkedHashMap<>();
    for (Field element : top.required("catalogue").list()) {
      Optional<Mapping> mapping = element.mapping();
      if (mapping.isPresent()) {
        item(mapping.get(), items);
      }
    }
    return items;
  }

  private static void item(Mapping item, Map<String, CatalogueItem> items) {
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
    Field neverField = item.optional("account");
    boolean never = neverField.word(NEVER).orElse(false);
    if (never && kind.isPresent() && kind.get() != CatalogueClass.C) {
      neverField.fault("never for class " + kind.get(), "never for class C only");
    }
    if (code.isPresent()
        && items.putIfAbsent(
                code.get(),
                new CatalogueItem(
                    code.get(),
                    name.orElse(""),
                    kind.orElse(CatalogueClass.C),
                    Rate.basisPoints(share.orElse(0)),
                    limit,
                    never))
            != null) {
      codeField.fault("the code '" + code.get() + "' a second time", "each item once");
    }
  }

  private List<FeeLine> lines(Optional<Plan> plan, Set<String> codes) {
    List<FeeLine> lines = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    Field list = top.required("lines");
    for (Field element : list.list()) {
      element.mapping().flatMap(line -> line(line, plan, codes, numbers)).ifPresent(lines::add);
    }
    if (list.present() && list.list().isEmpty()) {
      list.fault("no line", "at least one line");
    }
    return lines;
  }

  private static Optional<FeeLine> line(
      Mapping line, Optional<Plan> plan, Set<String> codes, Set<String> numbers) {
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
    Optional<Money> total = CaseWords.yuan(totalField);
    if (plan.isEmpty()
        || number.isEmpty()
        || code.isEmpty()
        || price.isEmpty()
        || quantity.isEmpty()) {
      return Optional.empty();
    }
    Optional<Money> amount = amount(plan.get(), price.get(), quantity.get(), line);
    if (amount.isPresent() && !total.orElse(amount.get()).equals(amount.get())) {
      totalField.fault(
          "'" + total.orElse(Money.ZERO) + "'",
          "'" + amount.get() + "' = " + price.get() + " × " + quantity.get());
    }
    return amount.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FeeLine(number.get(), code.get(), price.get(), quantity.get(), amount.get()));
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
}
