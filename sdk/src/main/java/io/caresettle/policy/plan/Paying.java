package io.caresettle.policy.plan;

import java.util.EnumSet;
import java.util.List;

/** Steps that bound what all funds pay together, and have the patient's side pay the rest. */
public sealed interface Paying extends Step {

  /** All funds together pay at most this part of the bill; the last layer gives way first. */
  record OverallCap(Basis basis, PolicyValue rate) implements Paying {
    @Override
    public List<PolicyValue> values() {
      return List.of(rate);
    }
  }

  /** The account pays of what is in scope before the deductible, which does not count that. */
  record AccountFirst(Basis basis, List<Purse> purses) implements Paying {
    public AccountFirst {
      purses = List.copyOf(purses);
    }
  }

  /** The account pays of the named parts what it holds, after the funds and before cash. */
  record Account(Basis basis, List<Part> mayPay, List<Purse> purses) implements Paying {
    public Account {
      mayPay = List.copyOf(EnumSet.copyOf(mayPay));
      purses = List.copyOf(purses);
    }
  }

  /** Accounts of the family pay of the named parts what the own account left (家庭共济). */
  record FamilyAccount(Basis basis, List<Part> mayPay) implements Paying {
    public FamilyAccount {
      mayPay = List.copyOf(EnumSet.copyOf(mayPay));
    }
  }

  /** The rest, by subtraction, so that the payers' parts always make the bill. */
  record Cash(Basis basis) implements Paying {}

  /** How what is paid is spread over the lines, where somebody asks. */
  record Allocate(Basis basis, Allocation method) implements Paying {}
}
