package io.caresettle.policy.author;

import io.caresettle.money.Payer;
import io.caresettle.money.RoundTo;
import io.caresettle.money.Rounding;
import io.caresettle.policy.plan.Basis;
import io.caresettle.policy.plan.Cutting;
import io.caresettle.policy.plan.Part;
import io.caresettle.policy.plan.Paying;
import io.caresettle.policy.plan.Per;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Purse;
import io.caresettle.policy.plan.Sharing;
import io.caresettle.policy.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    RoundTo to = new RoundTo(rounding.orElse(Rounding.HALF_UP), 1);
    return switch (basis.kind()) {
      case LINE_TOTAL -> new Cutting.LineTotal(basis, to);
      case OUT_OF_CATALOGUE -> new Cutting.OutOfCatalogue(basis);
      case PRICE_LIMIT -> new Cutting.PriceLimit(basis, to);
      case FIRST_SELF_PAY -> new Cutting.FirstSelfPay(basis, to, false);
      case IN_SCOPE -> new Cutting.InScope(basis);
      case DEDUCTIBLE ->
          new Sharing.Deductible(
              basis, number(values), Per.YEAR, OptionalInt.of(place(accumulators)));
      case COST_LIMIT -> new Sharing.CostLimit(basis, number(values), place(accumulators));
      case RATE -> Sharing.Bands.rate(basis, Payer.POOL_FUND, number(values), to);
      case PAYMENT_LIMIT -> new Sharing.PaymentLimit(basis, number(values), place(accumulators));
      case ACCOUNT -> new Paying.Account(basis, mayPay, List.of(Purse.values()));
      case CASH -> new Paying.Cash(basis);
      default -> throw new IllegalStateException("The binder lets no " + basis.kind() + " pass");
    };
  }

  private PolicyValue number(Function<String, PolicyValue> values) {
    return values.apply(value.orElseThrow());
  }

  private int place(List<String> accumulators) {
    return accumulators.indexOf(accumulator.orElseThrow());
  }
}
