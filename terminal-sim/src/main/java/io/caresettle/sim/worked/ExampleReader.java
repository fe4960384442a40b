package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.money.Rounding;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a worked example whole. */
final class ExampleReader {

  private static final Map<String, String> CLASSES = Map.of("A", "A", "B", "B", "C", "C", "D", "D");
  private static final Map<String, Boolean> ACTIONS = Map.of("settle", true, "cancel", false);
  private static final Map<String, Boolean> IDENTITIES = Map.of("by whom", true, "by what", false);
  private static final Map<String, String> CHECKS =
      Map.of(
          "verified", "verified",
          "published-figure-wrong", "published-figure-wrong",
          "off-by-a-fen", "off-by-a-fen");

  private static final Money MOST = new Money(Sheet.MOST);

  private final Mapping top;
  private final List<Act> acts = new ArrayList<>();
  private final Set<String> settled = new HashSet<>();
  private final Set<String> cancelled = new HashSet<>();

  ExampleReader(Mapping top) {
    this.top = top;
  }

  Optional<WorkedExample> bind() {
    Words.prose(top);
    Optional<String> id = top.required("id").text();
    Optional<String> provenance = top.required("provenance_class").word(CLASSES);
    Optional<String> region = top.required("region").text();
    top.required("year").text();
    top.optional("arithmetic_check").word(CHECKS);
    boolean chained = top.optional("chained").truth().orElse(false);
    if (top.has("steps")) {
      top.required("steps").list().forEach(step -> step.mapping().ifPresent(this::step));
    } else if (top.has("must_reject")) {
      refuse(top.required("must_reject"));
    } else {
      settle("", top, top.required("policy"));
    }
    if (acts.isEmpty() || id.isEmpty() || provenance.isEmpty() || region.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new WorkedExample(
            top.file(),
            id.get(),
            provenance.get(),
            region.get(),
            chained,
            new WorkedExample.Acts(acts)));
  }

  private void step(Mapping step) {
    Words.prose(step);
    Field nameField = step.required("name");
    Optional<String> name = nameField.text();
    Optional<Boolean> settles = step.required("action").word(ACTIONS);
    if (name.isEmpty() || settles.isEmpty()) {
      return;
    }
    if (settles.get()) {
      if (!settled.add(name.get())) {
        nameField.fault("'" + name.get() + "' a second time", "each settlement its own name");
      }
      settle(name.get(), step, step.has("policy") ? step.required("policy") : common());
    } else {
      Field field = step.required("cancels");
      Optional<String> cancels = field.text();
      if (cancels.isPresent() && !settled.contains(cancels.get())) {
        field.fault("'" + cancels.get() + "'", "a settlement of a step before");
      } else if (cancels.isPresent() && !cancelled.add(cancels.get())) {
        field.fault(
            "'" + cancels.get() + "' a second time, in the step '" + name.get() + "'",
            "a settlement that no step before cancels");
      }
      Map<String, Money> back = payers(step.required("expected_return"));
      cancels.ifPresent(sale -> acts.add(new Act.Cancel(name.get(), sale, back)));
    }
  }

  /** The case's policy, for steps without one of their own. */
  private Field common() {
    return top.required("policy");
  }

  private void settle(String name, Mapping mapping, Field policyField) {
    Optional<Mapping> policy = policyField.mapping();
    Optional<WorkedInput> input =
        mapping.required("input").bind(all -> InputReader.bind(all, policy));
    Optional<Expected> expected = mapping.required("expected_split").bind(Expected::bind);
    Map<String, Money> net =
        mapping.has("expected_net_return")
            ? payers(mapping.required("expected_net_return"))
            : Map.of();
    if (input.isEmpty() || policy.isEmpty()) {
      // Its own faults are told, too; where it asks for the bill's year, that is not known.
      policy
          .filter(all -> !all.has("settlementYear"))
          .ifPresentOrElse(
              all -> PolicyReader.bind(all, OptionalInt.empty(), false),
              () -> policy.ifPresent(Mapping::all));
      return;
    }
    boolean balances = !input.get().balances().isEmpty() || !input.get().families().isEmpty();
    Optional<WorkedPolicy> made =
        policyField.bind(all -> PolicyReader.bind(all, input.get().year(), balances));
    made.ifPresent(plan -> check(plan, input.get(), mapping));
    if (made.isPresent() && expected.isPresent()) {
      acts.add(new Act.Settle(name, made.get(), input.get(), expected.get(), net));
    }
  }

  /** What input and policy say of one another. */
  private static void check(WorkedPolicy policy, WorkedInput input, Mapping mapping) {
    Field whole = mapping.required("input");
    List<Field> fields = whole.mapping().orElseThrow().optional("items").list();
    countable(input, fields, whole);
    for (int i = 0; i < input.items().size(); i++) {
      WorkedInput.Item item = input.items().get(i);
      if (!policy.categories().containsKey(item.category())) {
        fields
            .get(i)
            .fault("the category '" + item.category() + "'", "a category of policy.categories");
      }
      String price = item.price().toString();
      int decimals = price.length() - price.indexOf('.') - 1;
      if (decimals > Math.max(2, policy.priceDecimals())) {
        fields
            .get(i)
            .fault("the price " + price, "at most " + policy.priceDecimals() + " decimals");
      }
    }
    for (String name : input.accumulators().keySet()) {
      if (!policy.plan().accumulators().contains(name)) {
        mapping.fault("the accumulator " + name, "one that a layer of the policy reads");
      }
    }
  }

  /** No line and no bill is larger than a sheet can hold. */
  private static void countable(WorkedInput input, List<Field> items, Field whole) {
    Money sum = input.totals().map(WorkedInput.Totals::total).orElse(Money.ZERO);
    for (int i = 0; i < input.items().size(); i++) {
      WorkedInput.Item item = input.items().get(i);
      try {
        sum = sum.plus(item.price().times(item.quantity(), Rounding.UP));
      } catch (ArithmeticException overflow) {
        items.get(i).fault(item.price() + " × " + item.quantity(), "an amount that can be counted");
        return;
      }
    }
    if (sum.compareTo(MOST) > 0) {
      whole.fault("a bill of " + sum + " yuan", "at most " + MOST + " yuan");
    }
  }

  private static Map<String, Money> payers(Field field) {
    Map<String, Money> amounts = new LinkedHashMap<>();
    Optional<Mapping> mapping = field.mapping();
    for (String payer : Words.PAYERS.keySet()) {
      mapping
          .flatMap(all -> Words.balance(all.optional(payer)))
          .ifPresent(amount -> amounts.put(payer, amount));
    }
    return amounts;
  }

  private void refuse(Field field) {
    Field policy = top.required("policy");
    Field split = top.required("expected_split");
    for (Field empty : List.of(policy, split)) {
      if (empty.present() && !empty.isNull()) {
        empty.fault("something", "null: figures that contradict one another have no split");
      }
    }
    top.required("input").bind(input -> InputReader.bind(input, Optional.empty()));
    Optional<Mapping> mapping = field.mapping();
    Optional<Boolean> byWhom = mapping.flatMap(all -> all.required("identity").word(IDENTITIES));
    List<Money> parts = new ArrayList<>();
    mapping
        .map(all -> all.required("parts").list())
        .orElse(List.of())
        .forEach(part -> Words.yuan(part).ifPresent(parts::add));
    Optional<Money> whole = mapping.flatMap(all -> Words.yuan(all.required("whole")));
    if (byWhom.isPresent() && whole.isPresent() && !parts.isEmpty()) {
      acts.add(new Act.Refuse(byWhom.get(), parts, whole.get()));
    }
  }
}
