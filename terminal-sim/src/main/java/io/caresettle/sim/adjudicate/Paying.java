package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.AccountSheet.Part;
import io.caresettle.sim.adjudicate.AccountSheet.Purse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps that leave the rest of a bill to accounts and to cash. */
sealed interface Paying extends Step {

  static Optional<Step> read(String kind, StepTree tree) {
    return Optional.ofNullable(
        switch (kind) {
          case "account" ->
              new Account(mayPay(tree), tree.has("purse") ? purses(tree) : List.of(Purse.values()));
          case "family-account" -> new FamilyAccount(mayPay(tree));
          case "cash" -> new Cash();
          case "allocate" -> new Allocate(tree.constant("method", List.of(Spread.values())));
          default -> null;
        });
  }

  private static List<Part> mayPay(StepTree tree) {
    return tree.constants("may-pay", Part.values());
  }

  static List<Purse> purses(StepTree tree) {
    return tree.constants("purse", Purse.values());
  }

  /** The parts that the funds left to the patient. */
  static Map<Part, Fraction> partsLeft(Working w) {
    Fraction inScope = w.remainingInScope();
    Fraction deductible = w.deductible.atMost(inScope);
    Map<Part, Fraction> left = new EnumMap<>(Part.class);
    left.put(Part.DEDUCTIBLE, deductible);
    left.put(Part.COINSURANCE, inScope.minus(deductible));
    left.put(Part.FIRST_SELF_PAY, w.firstSelfPayLeft());
    left.put(Part.OVER_LIMIT, w.overLimit());
    left.put(Part.OUT_OF_CATALOGUE, w.outOfCatalogueForAccounts());
    return left;
  }

  /** The patient's own account. */
  record Account(List<Part> mayPay, List<Purse> purses) implements Paying {
    @Override
    public void run(Working w) {
      if (w.isOpen(Payers.PERSONAL_ACCOUNT)) {
        w.accounts.pay(partsLeft(w), mayPay, purses);
      }
    }
  }

  /** The accounts of the family, in the order given. */
  record FamilyAccount(List<Part> mayPay) implements Paying {
    @Override
    public void run(Working w) {
      if (w.isOpen(Payers.FAMILY_ACCOUNT)) {
        w.accounts.familyPays(partsLeft(w), mayPay);
      }
    }
  }

  /** What nobody else pays. */
  record Cash() implements Paying {
    @Override
    public void run(Working w) {
      w.cash =
          w.total().minus(w.paid.funds()).minus(w.accounts.personal()).minus(w.accounts.ofFamily());
    }
  }

  /** How what is paid is laid on the lines. */
  record Allocate(Spread spread) implements Paying {
    @Override
    public void run(Working w) {
      w.spread = spread;
    }
  }
}
