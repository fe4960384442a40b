package io.caresettle.policy.author;

import io.caresettle.money.Rounding;
import io.caresettle.policy.plan.Basis;
import io.caresettle.policy.plan.Part;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A step of a pack before its value is looked up for a day; keys that its kind has not are empty.
 */
record StepDraft(
    Basis basis,
    Optional<Rounding> rounding,
    Optional<String> value,
    Optional<String> accumulator,
    List<Part> mayPay) {

  Step compile(Function<String, PolicyValue> values, List<String> accumulators) {
    return switch (basis.kind()) {
      case LINE_TOTAL -> new Step.LineTotal(basis, rounding.orElseThrow());
      case OUT_OF_CATALOGUE -> new Step.OutOfCatalogue(basis);
      case PRICE_LIMIT -> new Step.PriceLimit(basis, rounding.orElseThrow());
      case FIRST_SELF_PAY -> new Step.FirstSelfPay(basis, rounding.orElseThrow());
      case IN_SCOPE -> new Step.InScope(basis);
      case DEDUCTIBLE -> new Step.Deductible(basis, number(values), place(accumulators));
      case COST_LIMIT -> new Step.CostLimit(basis, number(values), place(accumulators));
      case RATE -> new Step.Share(basis, number(values), rounding.orElseThrow());
      case PAYMENT_LIMIT -> new Step.PaymentLimit(basis, number(values), place(accumulators));
      case ACCOUNT -> new Step.Account(basis, mayPay);
      case CASH -> new Step.Cash(basis);
    };
  }

  private PolicyValue number(Function<String, PolicyValue> values) {
    return values.apply(value.orElseThrow());
  }

  private int place(List<String> accumulators) {
    return accumulators.indexOf(accumulator.orElseThrow());
  }
}
