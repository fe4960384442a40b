package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.money.Rate;
import io.caresettle.policy.plan.Basis;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.Limit;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Standing;
import io.caresettle.policy.plan.StepKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the steps of one example's plan have in common while they are made. */
final class Build {

  /** An example is of no day; its numbers are those of its bill. */
  private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

  private final List<String> accumulators = new ArrayList<>();

  /** What the policy says is left, by its path: the next of a chain must say what remains. */
  private final Map<String, Money> lefts = new LinkedHashMap<>();

  static Basis basis(StepKind kind, String id, String path) {
    return new Basis(kind, id, "EXAMPLE", at(path), Optional.empty());
  }

  static Basis basis(StepKind kind, String path) {
    return basis(kind, kind.id(), path);
  }

  static PolicyValue fen(String path, Money amount) {
    return value(path, amount.fen(), 1);
  }

  static PolicyValue rate(String path, Rate rate) {
    return value(path, rate.numerator(), rate.denominator());
  }

  /** A limit of which so much is left; its accumulator begins at nothing. */
  Limit limit(String path, Money left) {
    return new Limit(fen(path, left), left(path, left));
  }

  /** An accumulator of what is used of this, which begins at nothing. */
  int left(String path, Money left) {
    lefts.put(path, left);
    return accumulator(path);
  }

  int accumulator(String name) {
    accumulators.add(name);
    return accumulators.size() - 1;
  }

  List<String> accumulators() {
    return List.copyOf(accumulators);
  }

  Map<String, Money> lefts() {
    return new LinkedHashMap<>(lefts);
  }

  private static PolicyValue value(String path, long amount, long of) {
    return new PolicyValue(
        path,
        amount,
        of,
        ANY_DAY,
        at(path),
        Optional.empty(),
        Standing.FICTITIOUS,
        Confidence.NONE,
        Optional.empty());
  }

  private static Citation at(String path) {
    String within = path.startsWith("policy.") ? path.substring("policy.".length()) : path;
    return new Citation("policy", within, 0, Optional.empty());
  }
}
